package export

import (
	"bufio"
	"encoding/xml"
	"io"
)

// An xmlWriter writes tags and escaped text. The first error of a write is kept for flush.
type xmlWriter struct{ out *bufio.Writer }

func newXML(w io.Writer) xmlWriter {
	x := xmlWriter{bufio.NewWriterSize(w, 64<<10)}
	x.out.WriteString(xml.Header)
	return x
}

// tag writes an opening tag with the attributes that are given as names and values in turn, and then end: ">", or "/>"
// for an empty element. Characters that XML has no place for are written as U+FFFD.
func (x xmlWriter) tag(name, end string, attributes ...string) {
	x.out.WriteByte('<')
	x.out.WriteString(name)
	for i := 0; i < len(attributes); i += 2 {
		x.out.WriteByte(' ')
		x.out.WriteString(attributes[i])
		x.out.WriteString(`="`)
		x.text(attributes[i+1])
		x.out.WriteByte('"')
	}
	x.out.WriteString(end)
}

func (x xmlWriter) text(s string) {
	_ = xml.EscapeText(x.out, []byte(s)) // only the writer fails, which flush tells
}

func (x xmlWriter) raw(s string) { x.out.WriteString(s) }

// failed tells the first error so far; Write of nothing returns it.
func (x xmlWriter) failed() error {
	_, err := x.out.Write(nil)
	return err
}
