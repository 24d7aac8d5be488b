package feed

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"

	"guestgraph/extract/feed/transcript"
)

// jsonDocument reads JSON printed over several lines: video metadata, records one after another or in an array, and
// a JSON Feed. What stands before a damage is read.
func (r *reader) jsonDocument(d document, data []byte) {
	if isChapters(data) {
		r.chaptersAlone(d)
		return
	}
	if transcript.Detect(data) == transcript.JSON {
		r.transcript(d, data, transcript.JSON)
		return
	}
	if isJSONFeed(data) {
		r.jsonFeed(d.name, data)
		return
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	lines := lineCounter{data: data}
	inArray := bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n"), []byte("["))
	if inArray {
		_, _ = dec.Token() // the bracket just seen
	}
	for !inArray || dec.More() {
		var raw json.RawMessage
		err := dec.Decode(&raw)
		if errors.Is(err, io.EOF) && !inArray {
			return
		}
		if err != nil {
			r.fail(d.name, errorLine(data, err), fmt.Errorf("the rest is not read: %w", describeJSON(err)), "the file begins like JSON and is not: mend it there")
			return
		}
		line := lines.line(int(dec.InputOffset()) - len(raw))
		var rec record
		if err := json.Unmarshal(raw, &rec); err != nil {
			if !r.fail(d.name, line, describeJSON(err), "the episode that begins at this line is left out") {
				return
			}
			continue
		}
		if !r.record(d, line, &rec) {
			return
		}
	}
	if _, err := dec.Token(); err != nil {
		r.fail(d.name, errorLine(data, err), errors.New("the list of episodes does not end"), "episodes may be missing: mend it there")
	}
}

func (r *reader) chaptersAlone(d document) bool {
	return r.fail(d.name, 0, errors.New("a chapters file, and no episode"), "give it in a folder with its episode, under the same name")
}

// jsonFeedHead is how a JSON Feed begins: https://www.jsonfeed.org/version/1.1/.
var jsonFeedHead = regexp.MustCompile(`^\s*\{[^{\[]*"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org`)

func isJSONFeed(data []byte) bool { return jsonFeedHead.Match(data[:min(len(data), headBytes)]) }

func (r *reader) jsonFeed(name string, data []byte) {
	parsed, err := parseFeed(data)
	if err != nil {
		r.fail(name, errorLine(data, err), fmt.Errorf("damaged JSON Feed: %w", err), "mend it there")
		return
	}
	f := feedReader{reader: r, name: name, seen: map[string]string{}}
	f.channel(parsed)
	f.items(parsed.Items)
}

// describeJSON words a decoding error for a person.
func describeJSON(err error) error {
	if typeErr, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return fmt.Errorf("field %q holds a %s, which does not fit", typeErr.Field, typeErr.Value)
	}
	return fmt.Errorf("not JSON: %w", err)
}

func errorLine(data []byte, err error) int {
	offset := int64(len(data))
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		offset = syntax.Offset
	} else if typeErr, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		offset = typeErr.Offset
	}
	return 1 + bytes.Count(data[:min(offset, int64(len(data)))], []byte("\n"))
}

// A lineCounter gives the lines of offsets; asked in order, it counts each line once.
type lineCounter struct {
	data      []byte
	at, lines int // lines up to here
}

// line is the line, from 1, on which a byte stands.
func (l *lineCounter) line(at int) int {
	at = min(at, len(l.data))
	if at < l.at {
		l.at, l.lines = 0, 0
	}
	l.lines += bytes.Count(l.data[l.at:at], []byte("\n"))
	l.at = at
	return 1 + l.lines
}
