package feed

import (
	"bufio"
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// fromUTF16 gives a reader of UTF-8 for data in UTF-16, told by its byte order mark or by where the zero bytes of its
// first characters stand, and in itself for other data. A byte order mark is taken away.
func fromUTF16(in *bufio.Reader) *bufio.Reader {
	head, _ := in.Peek(4)
	var order unicode.Endianness
	switch {
	case bytes.HasPrefix(head, []byte(byteOrderMark)):
		_, _ = in.Discard(len(byteOrderMark)) // just peeked
		return in
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}), len(head) == 4 && head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0:
		order = unicode.LittleEndian
	case bytes.HasPrefix(head, []byte{0xfe, 0xff}), len(head) == 4 && head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0:
		order = unicode.BigEndian
	default:
		return in
	}
	decoder := unicode.UTF16(order, unicode.UseBOM).NewDecoder()
	return bufio.NewReaderSize(transform.NewReader(in, decoder), readBuffer)
}

var xmlEncoding = regexp.MustCompile(`^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']`)

// xmlToUTF8 decodes an XML document by the encoding it declares, or else by label, which its server told. What claims
// to be UTF-8 and is not, is decoded by toUTF8. The declaration is blanked, for it holds no longer; lines stay.
func xmlToUTF8(data []byte, label string) []byte {
	if m := xmlEncoding.FindSubmatchIndex(data); m != nil {
		label = string(data[m[2]:m[3]])
		// The name lies within quotes that the pattern has seen; the whole attribute goes.
		start := bytes.LastIndex(data[:m[2]], []byte("encoding"))
		data = bytes.Clone(data)
		for i := start; i <= m[3]; i++ {
			if data[i] != '\n' {
				data[i] = ' '
			}
		}
	}
	return toUTF8(data, label)
}

// toUTF8 decodes bytes by the named encoding. Bytes that are not UTF-8 and that nobody named an encoding for are read as
// windows-1252, and only those: old texts pasted into new ones are the usual reason.
func toUTF8(data []byte, label string) []byte {
	if enc, name := charset.Lookup(strings.ToLower(strings.TrimSpace(label))); enc != nil && name != "utf-8" && !strings.HasPrefix(name, "utf-16") {
		if decoded, err := enc.NewDecoder().Bytes(data); err == nil {
			return decoded
		}
	}
	if utf8.Valid(data) {
		return data
	}
	out := make([]byte, 0, len(data)+len(data)/8)
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			out = utf8.AppendRune(out, charmap.Windows1252.DecodeByte(data[0]))
		} else {
			out = append(out, data[:n]...)
		}
		data = data[n:]
	}
	return out
}
