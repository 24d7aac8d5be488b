package feed

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"unicode/utf8"
)

type kind int

const (
	kindText kind = iota
	kindXML
	kindJSON      // one JSON document over several lines
	kindJSONLines // a JSON object a line
	kindBinary
)

// sniffBytes is how much of a source decides what it is; a JSON Lines record may be longer.
const sniffBytes = 64 << 10

// sniff tells by the first bytes what a document is.
func sniff(head []byte) kind {
	text := bytes.TrimLeft(head, " \t\r\n")
	switch {
	case bytes.IndexByte(text, 0) >= 0 || !mostlyUTF8(text):
		return kindBinary
	case bytes.HasPrefix(text, []byte("<?xml")), isTag(text, "rss"), isTag(text, "feed"), isTag(text, "rdf:RDF"):
		return kindXML
	case bytes.HasPrefix(text, []byte("{")):
		return sniffJSON(text)
	case bytes.HasPrefix(text, []byte("[")) && startsJSONArray(text):
		return kindJSON
	}
	return kindText
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

// sniffJSON tells JSON Lines, whose first line closes the object it opens (or is longer than what
// was read), from a document printed over several lines.
func sniffJSON(text []byte) kind {
	line, _, found := bytes.Cut(text, []byte("\n"))
	line = bytes.TrimRight(line, " \t\r")
	if !found && len(text) < sniffBytes/2 {
		return kindJSONLines
	}
	if !found || (len(line) > 1 && line[len(line)-1] == '}') {
		return kindJSONLines
	}
	return kindJSON
}

// mostlyUTF8 allows the odd Latin-1 byte of an old feed, and a rune cut off at the end of head.
func mostlyUTF8(b []byte) bool {
	bad := 0
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		}
		i += n
	}
	return bad*20 <= len(b)
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
	return bufio.NewReaderSize(z, 64<<10), nil
}
