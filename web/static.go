package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"github.com/gorilla/mux"
)

//go:embed static
var staticFiles embed.FS

// assets are the files pages link to. Each is served under a name that holds the hash of its
// bytes, so that it may be kept for ever and a new build is seen at once.
type assets struct {
	byName map[string]string // "style.css" → "/static/style.1a2b3c4d.css"
	byFile map[string]answer // "style.1a2b3c4d.css" → its bytes
	plain  map[string][]byte // "widget.js" → its bytes
}

// loadAssets reads the embedded files; static/css/*.css become one style.css.
func loadAssets() (*assets, error) {
	a := &assets{byName: map[string]string{}, byFile: map[string]answer{}, plain: map[string][]byte{}}
	var style bytes.Buffer
	err := fs.WalkDir(staticFiles, "static", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := staticFiles.ReadFile(name)
		if err != nil {
			return err
		}
		if path.Dir(name) == "static/css" {
			style.Write(body)
			return nil
		}
		a.add(path.Base(name), body)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read embedded files: %w", err)
	}
	a.add("style.css", style.Bytes())
	return a, nil
}

func (a *assets) add(name string, body []byte) {
	sum := sha256.Sum256(body)
	ext := path.Ext(name)
	file := strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext
	a.byName[name] = "/static/" + file
	a.plain[name] = body
	a.byFile[file] = answer{kind: contentType(ext), cache: "public, max-age=31536000, immutable", body: body}
}

// contentType does not ask the mime package, whose answer depends on the machine's files.
func contentType(ext string) string {
	switch ext {
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	}
	return "application/octet-stream"
}

// url returns the address of a file by its plain name; a template that asks for a file that is
// not there fails.
func (a *assets) url(name string) (string, error) {
	u, ok := a.byName[name]
	if !ok {
		return "", fmt.Errorf("no static file %q", name)
	}
	return u, nil
}

func (s *Server) static(w http.ResponseWriter, r *http.Request) error {
	a, ok := s.assets.byFile[mux.Vars(r)["file"]]
	if !ok {
		return fail(http.StatusNotFound, "There is no such file.")
	}
	return send(w, r, a)
}
