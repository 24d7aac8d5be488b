package bolt

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func TestFraming(t *testing.T) {
	for _, size := range []int{0, 1, maxChunk - 2, maxChunk - 1, maxChunk, maxChunk + 1, 3 * maxChunk, 3*maxChunk + 7} {
		var wire bytes.Buffer
		w := newWriter(&wire)
		body := strings.Repeat("x", size)
		for range 2 {
			w.begin(msgRecord, 1)
			w.buf = append(w.buf, body...)
			w.end()
		}
		w.begin(msgRecord, 1)
		w.abort()
		w.flush()
		if w.err != nil {
			t.Fatal(w.err)
		}
		r := bufio.NewReader(iotest.HalfReader(&wire))
		var msg []byte
		for range 2 {
			var err error
			if msg, err = readMessage(r, msg, 1<<20); err != nil {
				t.Fatal(size, err)
			}
			if string(msg) != "\xB1\x71"+body {
				t.Fatalf("%d: %d bytes came back", size, len(msg))
			}
		}
		if _, err := readMessage(r, nil, 1<<20); !errors.Is(err, io.EOF) {
			t.Fatal(size, err)
		}
	}
}

func TestReadMessage(t *testing.T) {
	tests := []struct{ name, wire, want, err string }{
		{"one chunk", "\x00\x02ab\x00\x00", "ab", ""},
		{"two chunks", "\x00\x02ab\x00\x01c\x00\x00", "abc", ""},
		{"keep-alive before", "\x00\x00\x00\x00\x00\x02ab\x00\x00", "ab", ""},
		{"too large", "\x00\x07abcdefg\x00\x07abcdefg\x00\x00", "", "more than 10 bytes"},
		{"broken off in length", "\x00", "", io.ErrUnexpectedEOF.Error()},
		{"broken off in chunk", "\x00\x05ab", "", io.ErrUnexpectedEOF.Error()},
		{"broken off after chunk", "\x00\x01a", "", io.ErrUnexpectedEOF.Error()},
		{"nothing", "", "", io.EOF.Error()},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			msg, err := readMessage(bufio.NewReader(strings.NewReader(tt.wire)), nil, 10)
			if tt.err == "" && (err != nil || string(msg) != tt.want) {
				t.Errorf("got %q, %v", msg, err)
			}
			if tt.err != "" && (err == nil || !strings.Contains(err.Error(), tt.err)) {
				t.Errorf("got %v, want %s", err, tt.err)
			}
		})
	}
}

func TestHandshake(t *testing.T) {
	offer := func(b ...byte) []byte { return append(b, make([]byte, 16-len(b))...) }
	tests := []struct {
		name   string
		offers []byte
		more   []byte // what the client sends after the answer
		want   version
		answer []byte
	}{
		{"go driver", []byte{0, 0, 1, 0xFF, 0, 8, 8, 5, 0, 2, 4, 4, 0, 0, 0, 3}, nil, version{5, 8}, []byte{0, 0, 8, 5}},
		{"5.4 to 5.0", offer(0, 4, 4, 5), nil, version{5, 4}, []byte{0, 0, 4, 5}},
		{"5.5 alone", offer(0, 0, 5, 5), nil, version{}, []byte{0, 0, 0, 0}},
		{"5.5 to 5.0", offer(0, 5, 5, 5), nil, version{5, 4}, []byte{0, 0, 4, 5}},
		{"5.9 to 5.7", offer(0, 2, 9, 5), nil, version{5, 8}, []byte{0, 0, 8, 5}},
		{"4.4 to 4.2", offer(0, 2, 4, 4), nil, version{4, 4}, []byte{0, 0, 4, 4}},
		{"4.3", offer(0, 0, 3, 4), nil, version{}, []byte{0, 0, 0, 0}},
		{"manifest alone", offer(0, 0, 1, 0xFF), []byte{0, 0, 7, 5, 0x80, 0}, version{5, 7},
			[]byte{0, 0, 1, 0xFF, 3, 0, 2, 8, 5, 0, 4, 4, 5, 0, 0, 4, 4, 0}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := append(append([]byte{0x60, 0x60, 0xB0, 0x17}, tt.offers...), tt.more...)
			var out bytes.Buffer
			got, err := handshake(struct {
				io.Reader
				io.Writer
			}{bytes.NewReader(in), &out})
			if (tt.want == version{}) != errors.Is(err, errNoVersion) || got != tt.want {
				t.Errorf("got %v, %v", got, err)
			}
			if !bytes.Equal(out.Bytes(), tt.answer) {
				t.Errorf("answered % x, want % x", out.Bytes(), tt.answer)
			}
		})
	}
}
