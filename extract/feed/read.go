package feed

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"guestgraph/extract"
)

// Options of Read. The zero value is ready to use.
type Options struct {
	Show         string    // name of the show for episodes whose source names none
	Stdin        io.Reader // what the source "-" reads; nil for os.Stdin
	MaxBytes     int64     // largest single document held in memory; 0 means 256 MiB
	AllowPrivate bool      // let URLs lead to loopback and private addresses
	UserAgent    string    // sent with HTTP requests
}

const (
	defaultMaxBytes = 256 << 20
	byteOrderMark   = "\ufeff"
)

// An Error tells what could not be read, where, and what to do about it.
type Error struct {
	Source string // file or URL
	Line   int    // from 1; 0 when no line is meant
	Err    error
	Remedy string // may be empty
}

func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Source)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
	}
	fmt.Fprintf(&b, ": %v", e.Err)
	if e.Remedy != "" {
		fmt.Fprintf(&b, " (%s)", e.Remedy)
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Read gives the episodes of a source: a file, a folder (all files in it, in order of name), "-" for
// standard input, or an http(s) URL. An error is given beside an empty episode; where only a part of the
// source is damaged, the episodes after it follow.
func Read(ctx context.Context, source string, o Options) iter.Seq2[extract.Episode, error] {
	return func(yield func(extract.Episode, error) bool) {
		r := &reader{ctx: ctx, options: o, yield: yield}
		if r.options.MaxBytes == 0 {
			r.options.MaxBytes = defaultMaxBytes
		}
		r.source(source)
	}
}

// A reader walks one source; it stops for good once yield has said so.
type reader struct {
	ctx     context.Context
	options Options
	yield   func(extract.Episode, error) bool
	stopped bool
}

func (r *reader) source(source string) {
	switch {
	case source == "-":
		in := r.options.Stdin
		if in == nil {
			in = os.Stdin
		}
		r.document("standard input", in)
	case isURL(source):
		body, err := fetch(r.ctx, source, r.options)
		if err != nil {
			r.fail(source, 0, err, "check the address, or download the feed and give the file")
			return
		}
		r.document(source, bytes.NewReader(body))
	default:
		r.path(source)
	}
}

func (r *reader) path(path string) {
	info, err := os.Stat(path)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			err = errors.New("no such file or folder")
		}
		r.fail(path, 0, err, "give a file, a folder, an http(s) URL, or - for standard input")
		return
	}
	if !info.IsDir() {
		r.file(path)
		return
	}
	walkErr := filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			r.fail(p, 0, err, "")
		} else if d.Type().IsRegular() && !strings.HasPrefix(d.Name(), ".") {
			r.file(p)
		}
		if r.stopped {
			return fs.SkipAll
		}
		return nil
	})
	if walkErr != nil {
		r.fail(path, 0, walkErr, "")
	}
}

func (r *reader) file(path string) {
	f, err := os.Open(path)
	if err != nil {
		r.fail(path, 0, err, "")
		return
	}
	defer f.Close() //nolint:errcheck // only read from
	r.document(path, f)
}

// document tells by its first bytes what in is, and reads it. JSON Lines are streamed; the
// other formats are whole documents and held in memory.
func (r *reader) document(name string, in io.Reader) {
	buffered, err := decompress(bufio.NewReaderSize(in, 64<<10))
	if err != nil {
		r.fail(name, 0, err, "the gzip data is damaged")
		return
	}
	if mark, _ := buffered.Peek(len(byteOrderMark)); string(mark) == byteOrderMark {
		_, _ = buffered.Discard(len(byteOrderMark)) // just peeked
	}
	head, _ := buffered.Peek(sniffBytes)
	kind := sniff(head)
	if kind == kindJSONLines {
		r.jsonLines(name, buffered)
		return
	}
	data, err := io.ReadAll(io.LimitReader(buffered, r.options.MaxBytes+1))
	if err != nil {
		r.fail(name, 0, err, "")
		return
	}
	if int64(len(data)) > r.options.MaxBytes {
		r.fail(name, 0, fmt.Errorf("larger than %d MiB", r.options.MaxBytes>>20), "split the file, or use JSON Lines, which are streamed")
		return
	}
	switch kind {
	case kindXML:
		r.xmlFeed(name, data)
	case kindJSON:
		r.jsonDocument(name, data)
	case kindBinary:
		r.fail(name, 1, errors.New("not a text"), "give a feed, JSON Lines, a text or video metadata")
	default:
		r.text(name, data)
	}
}

// emit hands one episode to the caller, and tells whether to go on.
func (r *reader) emit(ep extract.Episode) bool {
	if r.stopped {
		return false
	}
	if err := r.ctx.Err(); err != nil {
		r.yield(extract.Episode{}, err)
		r.stopped = true
		return false
	}
	if ep.Show == "" {
		ep.Show = r.options.Show
	}
	r.stopped = !r.yield(ep, nil)
	return !r.stopped
}

// fail reports an error, and tells whether to go on.
func (r *reader) fail(source string, line int, err error, remedy string) bool {
	if r.stopped {
		return false
	}
	r.stopped = !r.yield(extract.Episode{}, &Error{Source: source, Line: line, Err: err, Remedy: remedy})
	return !r.stopped
}
