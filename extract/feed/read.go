package feed

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"time"

	"guestgraph/extract"
	"guestgraph/extract/feed/transcript"
)

// Options of Read. The zero value is ready to use.
type Options struct {
	Show         string        // name of the show for episodes whose source names none
	Stdin        io.Reader     // what the source "-" reads; nil for os.Stdin
	MaxBytes     int64         // largest single document, and largest JSON Lines record; 0 means 256 MiB
	AllowPrivate bool          // let URLs lead to loopback and private addresses
	UserAgent    string        // sent with HTTP requests
	Timeout      time.Duration // of one HTTP request with its answer; 0 means a minute
	CacheDir     string        // folder that keeps downloads and asks servers only for what changed; "" for none
	Transcripts  bool          // download the transcripts and chapter files that episodes link to: one request each
}

const (
	defaultMaxBytes = 256 << 20
	readBuffer      = 64 << 10
	byteOrderMark   = "\ufeff"
)

// Read gives the episodes of a source: a file, a folder (all files in it, in order of name), "-" for
// standard input, or an http(s) URL. An error is given beside an empty episode; where only a part of the
// source is damaged, the episodes after it follow. In a folder, a transcript or chapter file belongs to the episode
// whose file has the same name (talk.info.json, talk.en.vtt); pictures, sounds and hidden files are passed over.
func Read(ctx context.Context, source string, o Options) iter.Seq2[extract.Episode, error] {
	return func(yield func(extract.Episode, error) bool) {
		if o.MaxBytes == 0 {
			o.MaxBytes = defaultMaxBytes
		}
		r := &reader{ctx: ctx, options: o, yield: yield, fetcher: newFetcher(o)}
		defer r.fetcher.client.CloseIdleConnections()
		r.source(source)
	}
}

// A reader walks one source; it stops for good once yield has said so.
type reader struct {
	ctx        context.Context
	options    Options
	yield      func(extract.Episode, error) bool
	fetcher    *fetcher
	refused    map[string]int // downloads of attachments that failed in a row, by host
	companions *companions    // of the file being read; nil for none
	stopped    bool
}

// A document is one text to be read.
type document struct {
	name      string // for messages: file or URL
	stem      string // what ids are made of: the name without extensions
	charset   string // as its server told; may be empty
	mediaType string // the same
	remote    bool
}

func (r *reader) source(source string) {
	switch {
	case source == "-":
		in := r.options.Stdin
		if in == nil {
			in = os.Stdin
		}
		r.document(document{name: "standard input", stem: "standard input"}, in)
	case isURL(source):
		d, err := r.fetcher.get(r.ctx, source, r.options.MaxBytes)
		if err != nil {
			r.fail(source, 0, err, "check the address, or download the feed and give the file")
			return
		}
		defer d.Close()
		r.document(document{name: source, stem: stem(source), charset: d.charset, mediaType: d.mediaType, remote: true}, d)
	default:
		r.path(source)
	}
}

func (r *reader) path(path string) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.fail(path, 0, errors.New("no such file or folder"), "give a file, a folder, an http(s) URL, or - for standard input")
	case err != nil:
		r.fail(path, 0, err, "")
	case info.IsDir():
		r.folder(path)
	default:
		r.file(path, stem(path))
	}
}

func (r *reader) file(path, stem string) {
	f, err := os.Open(path)
	if err != nil {
		r.fail(path, 0, err, "")
		return
	}
	defer f.Close()
	r.document(document{name: path, stem: stem}, f)
}

// document tells by its first bytes what in is, and reads it. JSON Lines are streamed; the
// other formats are whole documents and held in memory.
func (r *reader) document(d document, in io.Reader) {
	buffered, err := open(in, d, r.options.MaxBytes)
	if err != nil {
		r.fail(d.name, 0, err, "the gzip data is damaged")
		return
	}
	head, _ := buffered.Peek(sniffBytes)
	kind := sniff(head)
	if kind == kindJSONLines {
		r.jsonLines(d, buffered)
		return
	}
	data, err := readWhole(buffered, r.options.MaxBytes)
	if err != nil {
		r.fail(d.name, 0, err, "split the file, or use JSON Lines, which are streamed")
		return
	}
	switch kind {
	case kindXML:
		r.xmlFeed(d, xmlToUTF8(data, d.charset))
		return
	case kindBinary:
		r.fail(d.name, 1, errors.New("not a text"), "give a feed, JSON Lines, a text, a transcript or video metadata")
		return
	}
	data = toUTF8(data, d.charset)
	switch kind {
	case kindJSON:
		r.jsonDocument(d, data)
	case kindTranscript:
		r.transcript(d, data, transcript.Detect(data))
	case kindMarkdown:
		r.markdown(d, data)
	case kindPage:
		r.page(d, data)
	default:
		r.text(d, data)
	}
}

// open makes a document readable as UTF-8 where it is compressed or UTF-16. What came over the network is bounded
// decompressed, for a few bytes can stand for many.
func open(in io.Reader, d document, limit int64) (*bufio.Reader, error) {
	buffered, err := decompress(bufio.NewReaderSize(in, readBuffer))
	if err != nil {
		return nil, err
	}
	if d.remote {
		buffered = bufio.NewReaderSize(&boundedReader{in: buffered, left: limit, limit: limit}, readBuffer)
	}
	return fromUTF16(buffered), nil
}

// A boundedReader fails after limit bytes.
type boundedReader struct {
	in          io.Reader
	left, limit int64
}

func (b *boundedReader) Read(p []byte) (int, error) {
	n, err := b.in.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, tooLarge(b.limit)
	}
	return n, err
}

func readWhole(in io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = tooLarge(limit)
	}
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	return data, nil
}

// emit hands one episode on, with what belongs to it, and tells whether to go on.
func (r *reader) emit(ep extract.Episode) bool {
	if r.stopped {
		return false
	}
	if c := r.companions; c != nil && !c.many {
		if c.held == nil {
			c.held = &ep
			return true
		}
		first := *c.held
		c.held, c.many = nil, true
		if !r.give(first) {
			return false
		}
	}
	return r.give(ep)
}

// give hands one episode to the caller, and tells whether to go on.
func (r *reader) give(ep extract.Episode) bool {
	if err := r.ctx.Err(); err != nil && !r.stopped {
		r.yield(extract.Episode{}, err)
		r.stopped = true
	}
	if r.stopped {
		return false
	}
	if ep.Show == "" {
		ep.Show = r.options.Show
	}
	if r.options.Transcripts && !r.attachments(&ep) {
		return false
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
