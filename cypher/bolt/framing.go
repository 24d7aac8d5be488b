package bolt

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
)

// A message travels as chunks, each preceded by its length in 16 bits, and ends with an empty
// chunk. An empty chunk between messages keeps the connection alive and means nothing.
//
//	│len│ bytes … │len│ bytes … │00 00│   │00 00│
//	└──────────── message ────────────┘   keep-alive
const maxChunk = 1<<16 - 1

const (
	readBuffer = 16 << 10
	flushSize  = 64 << 10 // buffered replies that are sent without waiting for the end of a request
	keepBuffer = 1 << 20  // larger buffers are given back after use
)

// readMessage appends the next message to buf[:0]. The buffer grows by what arrives, not by
// what is announced; limit bounds it.
func readMessage(r *bufio.Reader, buf []byte, limit int) ([]byte, error) {
	buf = buf[:0]
	for {
		head, err := r.Peek(2)
		if err != nil {
			if err == io.EOF && (len(head) > 0 || len(buf) > 0) {
				err = io.ErrUnexpectedEOF
			}
			return buf, err
		}
		n := int(binary.BigEndian.Uint16(head))
		_, _ = r.Discard(2) // what was peeked is there
		switch {
		case n == 0 && len(buf) > 0:
			return buf, nil
		case n == 0:
			continue
		case len(buf)+n > limit:
			return buf, fmt.Errorf("message of more than %d bytes", limit)
		}
		at := len(buf)
		if cap(buf)-at < n {
			buf = append(buf, make([]byte, n)...)
		} else {
			buf = buf[:at+n]
		}
		if _, err := io.ReadFull(r, buf[at:]); err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return buf, err
		}
	}
}

// A writer encodes messages into one buffer, chunked, and sends it when it is large or flushed.
// Its first error sticks.
type writer struct {
	encoder
	out   io.Writer
	start int // of the message that is being written
	err   error
}

func newWriter(out io.Writer) *writer { return &writer{out: out} }

// begin starts a message with so many fields.
func (w *writer) begin(tag byte, fields int) {
	w.start = len(w.buf)
	w.buf = append(w.buf, 0, 0) // the first chunk's length, not known yet
	w.structHeader(tag, fields)
}

// end completes the message that begin started.
func (w *writer) end() {
	body := w.start + 2
	n := len(w.buf) - body
	if n > maxChunk {
		w.split(body, n)
	} else {
		binary.BigEndian.PutUint16(w.buf[w.start:], uint16(n))
	}
	w.buf = append(w.buf, 0, 0)
	w.start = len(w.buf)
	if len(w.buf) >= flushSize {
		w.flush()
	}
}

// split makes chunks of a long message in place: it moves them apart, the last one first, to
// put their lengths between them.
func (w *writer) split(body, n int) {
	chunks := (n + maxChunk - 1) / maxChunk
	w.buf = append(w.buf, make([]byte, 2*(chunks-1))...)
	for i := chunks - 1; i >= 0; i-- {
		from, size := body+i*maxChunk, min(maxChunk, n-i*maxChunk)
		to := from + 2*i
		copy(w.buf[to:to+size], w.buf[from:from+size])
		binary.BigEndian.PutUint16(w.buf[to-2:], uint16(size))
	}
}

// abort drops the message that begin started.
func (w *writer) abort() { w.buf = w.buf[:w.start] }

// flush sends what is buffered.
func (w *writer) flush() {
	if w.err == nil && w.start > 0 {
		if _, err := w.out.Write(w.buf[:w.start]); err != nil {
			w.err = fmt.Errorf("write: %w", err)
		}
	}
	if cap(w.buf) > keepBuffer {
		w.buf = nil
	}
	w.buf, w.start = w.buf[:0], 0
}

func newReader(r io.Reader) *bufio.Reader { return bufio.NewReaderSize(r, readBuffer) }
