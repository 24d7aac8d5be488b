package feed

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
)

// A cache keeps what servers sent together with what they recognize it by (RFC 9110, 13.1), so that asking again costs
// them nothing. A document is two files, named by a hash of its URL: the body, and an entry that is written last and
// replaced whole.
type cache struct{ dir string }

// An entry tells about one body in the cache.
type entry struct {
	URL          string `json:"url"`
	ETag         string `json:"etag,omitempty"`
	LastModified string `json:"lastModified,omitempty"`
	MediaType    string `json:"mediaType,omitempty"`
	Charset      string `json:"charset,omitempty"`
	Body         string `json:"body"` // name of the file
	Size         int64  `json:"size"` // bytes
}

func (c *cache) path(name string) string { return filepath.Join(c.dir, name) }

func entryName(url string) string {
	sum := sha256.Sum256([]byte(url))
	return hex.EncodeToString(sum[:16]) + ".json"
}

// find gives the entry of a URL, and nil when the cache holds none that can be used.
func (c *cache) find(url string) *entry {
	if c == nil {
		return nil
	}
	data, err := os.ReadFile(c.path(entryName(url)))
	if err != nil {
		return nil
	}
	var e entry
	if json.Unmarshal(data, &e) != nil || e.URL != url {
		return nil
	}
	if info, err := os.Stat(c.path(filepath.Base(e.Body))); err != nil || info.Size() != e.Size {
		return nil
	}
	return &e
}

// ask makes a request conditional.
func (e *entry) ask(header http.Header) {
	if e == nil {
		return
	}
	if e.ETag != "" {
		header.Set("If-None-Match", e.ETag)
	}
	if e.LastModified != "" {
		header.Set("If-Modified-Since", e.LastModified)
	}
}

func (c *cache) open(e *entry) (*download, error) {
	file, err := os.Open(c.path(filepath.Base(e.Body)))
	if err != nil {
		return nil, fmt.Errorf("read the cache: %w", err)
	}
	return &download{File: file, mediaType: e.MediaType, charset: e.Charset}, nil
}

// keep stores a download whose server gave something to recognize it by, and forgets what it replaces.
func (c *cache) keep(url string, header http.Header, d *download) error {
	e := entry{URL: url, ETag: header.Get("ETag"), LastModified: header.Get("Last-Modified"), MediaType: d.mediaType, Charset: d.charset}
	if c == nil || e.ETag == "" && e.LastModified == "" {
		return nil
	}
	if err := c.store(&e, d); err != nil {
		return errors.Join(fmt.Errorf("write the cache %s: %w", c.dir, err), d.Close())
	}
	return nil
}

func (c *cache) store(e *entry, d *download) error {
	if err := os.MkdirAll(c.dir, 0o755); err != nil {
		return err
	}
	before := c.find(e.URL)
	body, err := os.CreateTemp(c.dir, "body-*")
	if err != nil {
		return err
	}
	e.Body = filepath.Base(body.Name())
	e.Size, err = io.Copy(body, d.File)
	if err = errors.Join(err, body.Close()); err != nil {
		return errors.Join(err, os.Remove(body.Name()))
	}
	if _, err := d.Seek(0, io.SeekStart); err != nil {
		return err
	}
	if err := c.writeEntry(e); err != nil {
		return errors.Join(err, os.Remove(body.Name()))
	}
	if before != nil {
		if err := os.Remove(c.path(filepath.Base(before.Body))); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

func (c *cache) writeEntry(e *entry) error {
	data, err := json.Marshal(e)
	if err != nil {
		return err
	}
	name := c.path(entryName(e.URL))
	part, err := os.CreateTemp(c.dir, "entry-*")
	if err != nil {
		return err
	}
	_, err = part.Write(data)
	if err = errors.Join(err, part.Close()); err == nil {
		err = os.Rename(part.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(part.Name()))
	}
	return nil
}
