package feed

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"guestgraph/extract/feed/transcript"
)

// jsonLines streams one episode a line. A line that is no episode is reported, and the next ones are read.
func (r *reader) jsonLines(d document, in *bufio.Reader) {
	for number := 1; ; number++ {
		line, err := readLine(in, r.options.MaxBytes)
		if errors.Is(err, errLineTooLong) {
			if !r.fail(d.name, number, err, "an episode's line must fit in memory") {
				return
			}
			continue
		}
		if err != nil && !errors.Is(err, io.EOF) {
			r.fail(d.name, number, err, "")
			return
		}
		if len(bytes.TrimSpace(line)) > 0 && !r.jsonRecord(d, number, line) {
			return
		}
		if err != nil {
			return
		}
	}
}

func (r *reader) jsonRecord(d document, number int, line []byte) bool {
	line = toUTF8(line, "")
	var rec record
	err := json.Unmarshal(line, &rec)
	if rec.ID != "" && err == nil {
		return r.record(d, number, &rec)
	}
	switch { // some documents are one line long
	case transcript.Detect(line) == transcript.JSON:
		return r.transcript(d, line, transcript.JSON)
	case isChapters(line):
		return r.chaptersAlone(d)
	case isJSONFeed(line):
		r.jsonFeed(d.name, line)
		return !r.stopped
	case err != nil:
		return r.fail(d.name, number, describeJSON(err), `each line is one object like {"id":"…","show":"…","title":"…","text":"…"}`)
	}
	return r.record(d, number, &rec)
}

var errLineTooLong = errors.New("line too long")

// readLine gives the next line without its end; the rest of a line over limit is skipped.
func readLine(in *bufio.Reader, limit int64) ([]byte, error) {
	var line []byte
	tooLong := false
	for {
		part, err := in.ReadSlice('\n')
		if int64(len(line)+len(part)) > limit {
			tooLong, line = true, nil
		}
		if !tooLong {
			line = append(line, part...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if tooLong && err == nil {
			return nil, errLineTooLong
		}
		return line, err
	}
}
