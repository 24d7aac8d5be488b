package feed

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"regexp"

	"guestgraph/extract/feed/transcript"
)

type kind int

const (
	kindText kind = iota
	kindXML
	kindJSON      // one JSON document over several lines
	kindJSONLines // a JSON object a line
	kindTranscript
	kindMarkdown // with front matter or a title
	kindPage     // HTML, a page or a part of one
	kindBinary
)

// sniffBytes is how much of a source decides what it is; a JSON Lines record may be longer.
const sniffBytes = 64 << 10

// sniff tells by the first bytes what a document is.
func sniff(head []byte) kind {
	text := bytes.TrimLeft(head, " \t\r\n")
	switch {
	case isFeed(text):
		return kindXML
	case isBinary(text):
		return kindBinary
	case transcript.Detect(text) == transcript.JSON && len(head) < sniffBytes:
		return kindTranscript
	case bytes.HasPrefix(text, []byte("{")):
		return sniffJSON(text)
	case bytes.HasPrefix(text, []byte("[")) && startsJSONArray(text):
		return kindJSON
	case transcript.Detect(text) != "":
		return kindTranscript
	case frontMatter.Match(text) || tomlMatter.Match(text) || heading.Match(text):
		return kindMarkdown
	case pageHead.Match(text):
		return kindPage
	}
	return kindText
}

var (
	xmlRoot     = regexp.MustCompile(`<(?:rss|feed|rdf:RDF)[\s>]`)
	tomlMatter  = regexp.MustCompile(`^\+\+\+[ \t]*\r?\n(?s:.*?)\n\+\+\+[ \t]*(?:\r?\n|$)`)
	frontMatter = regexp.MustCompile(`^---[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*["']?[\w -]+["']?[ \t]*:(?s:.*?)\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)`)
	heading     = regexp.MustCompile(`^# +(\S[^\r\n]*)`)
	pageHead    = regexp.MustCompile(`^(?i:<!doctype html|<(?:html|head|body|main|article|section|div|p|h[1-6]|ul|ol|blockquote)[\s>])`)
)

// isFeed allows for what servers put before a feed: a comment, an error message of theirs.
func isFeed(text []byte) bool {
	for bytes.HasPrefix(text, []byte("<!--")) {
		_, rest, ended := bytes.Cut(text, []byte("-->"))
		if !ended {
			break
		}
		text = bytes.TrimLeft(rest, " \t\r\n")
	}
	if isTag(text, "rss") || isTag(text, "feed") || isTag(text, "rdf:RDF") {
		return true
	}
	const before = 4 << 10
	beginning := text[:min(len(text), before)]
	if bytes.HasPrefix(text, []byte("<?xml")) {
		return !bytes.Contains(bytes.ToLower(beginning), []byte("<html"))
	}
	return (len(text) == 0 || text[0] != '{' && text[0] != '[') && xmlRoot.Match(beginning) && bytes.Contains(beginning, []byte("<?xml"))
}

func isTag(text []byte, name string) bool {
	rest, ok := bytes.CutPrefix(text, []byte("<"+name))
	return ok && (len(rest) == 0 || bytes.IndexByte([]byte(" \t\r\n>"), rest[0]) >= 0)
}

// startsJSONArray tells `[{…` from a text that opens with "[00:00] Intro".
func startsJSONArray(text []byte) bool {
	rest := bytes.TrimLeft(text[1:], " \t\r\n")
	return len(rest) > 0 && (rest[0] == '{' || rest[0] == ']')
}

// sniffJSON tells JSON Lines, of which a line closes the object it opens (or is longer than what was read), from a
// document printed over several lines. The first line may be damaged.
func sniffJSON(text []byte) kind {
	line, rest, found := bytes.Cut(text, []byte("\n"))
	line = bytes.TrimRight(line, " \t\r")
	if !found || (len(line) > 1 && line[len(line)-1] == '}') {
		return kindJSONLines
	}
	for line := range bytes.Lines(rest) {
		if bytes.HasPrefix(line, []byte(`{"`)) && json.Valid(line) {
			return kindJSONLines
		}
	}
	return kindJSON
}

// isBinary tells sounds, pictures and archives from texts, whatever encoding those have.
func isBinary(b []byte) bool {
	controls := 0
	for _, c := range b {
		switch {
		case c == 0:
			return true
		case c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b:
			controls++
		}
	}
	return controls*50 > len(b)
}

// decompress opens gzip data, told by its magic bytes.
func decompress(in *bufio.Reader) (*bufio.Reader, error) {
	if magic, _ := in.Peek(2); !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		return in, nil
	}
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, err
	}
	return bufio.NewReaderSize(z, readBuffer), nil
}
