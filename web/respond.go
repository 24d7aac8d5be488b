package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

// An answer is a whole response body with its headers.
type answer struct {
	status int // 200 when zero
	kind   string
	cache  string
	body   []byte
}

// send writes a, as 304 when the visitor has it already and as gzip when that pays and is accepted.
func send(w http.ResponseWriter, r *http.Request, a answer) error {
	if a.status == 0 {
		a.status = http.StatusOK
	}
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("Vary", "Accept-Encoding")
	h.Set("Cache-Control", a.cache)
	if a.status == http.StatusOK && r.Method != http.MethodPost {
		tag := etag(a.body)
		h.Set("ETag", tag)
		if matches(r.Header.Get("If-None-Match"), tag) {
			h.Del("Content-Type")
			w.WriteHeader(http.StatusNotModified)
			return nil
		}
	}
	body := a.body
	if len(body) > 1024 && acceptsGzip(r) {
		zipped, err := compress(body)
		if err != nil {
			return err
		}
		h.Set("Content-Encoding", "gzip")
		body = zipped
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // the visitor has gone; there is no one left to tell
	}
	return nil
}

// sendJSON answers with v as JSON that may be kept for a minute.
func sendJSON(w http.ResponseWriter, r *http.Request, v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("encode answer: %w", err)
	}
	cache := "public, max-age=60, stale-while-revalidate=600"
	if r.Method == http.MethodPost {
		cache = "no-store"
	}
	return send(w, r, answer{kind: "application/json", cache: cache, body: append(body, '\n')})
}

// etag is weak because one tag stands for the plain and the compressed bytes (RFC 9110, 8.8.1).
func etag(body []byte) string {
	sum := sha256.Sum256(body)
	return `W/"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
}

// matches compares weakly, as RFC 9110, 13.1.2 asks for If-None-Match.
func matches(header, tag string) bool {
	opaque := strings.TrimPrefix(tag, "W/")
	for candidate := range strings.SplitSeq(header, ",") {
		candidate = strings.TrimSpace(candidate)
		if candidate == "*" || strings.TrimPrefix(candidate, "W/") == opaque {
			return true
		}
	}
	return false
}

func acceptsGzip(r *http.Request) bool {
	for coding := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(coding), ";")
		if strings.TrimSpace(name) != "gzip" && strings.TrimSpace(name) != "*" {
			continue
		}
		q := strings.TrimSpace(weight)
		return q != "q=0" && q != "q=0.0" && q != "q=0.00" && q != "q=0.000"
	}
	return false
}

func compress(body []byte) ([]byte, error) {
	var buf bytes.Buffer
	zw := gzip.NewWriter(&buf)
	if _, err := zw.Write(body); err != nil {
		return nil, fmt.Errorf("compress answer: %w", err)
	}
	if err := zw.Close(); err != nil {
		return nil, fmt.Errorf("compress answer: %w", err)
	}
	return buf.Bytes(), nil
}
