package transcript

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"

	"guestgraph/extract"
)

// A segment is one entry of a Podcasting 2.0 transcript; some are one word long.
type segment struct {
	Speaker   string  `json:"speaker"`
	StartTime clock   `json:"startTime"`
	EndTime   clock   `json:"endTime"`
	Body      *string `json:"body"`
}

// A clock is a number of seconds, which some files write as a string.
type clock float64

// UnmarshalJSON reads 1.5, "1.5" and null.
func (c *clock) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	n, err := strconv.ParseFloat(string(bytes.Trim(data, `"`)), 64)
	if err != nil {
		return fmt.Errorf("%s is no number of seconds", data)
	}
	*c = clock(n)
	return nil
}

// json reads segments one by one, so that those before a damage are kept.
func (b *builder) json(data []byte) {
	dec := json.NewDecoder(bytes.NewReader(data))
	at, lines := int64(0), 1
	line := func() int {
		end := min(dec.InputOffset(), int64(len(data)))
		lines += bytes.Count(data[at:end], []byte("\n"))
		at = end
		return lines
	}
	if err := enter(dec); err != nil {
		b.damage(line(), "no list of segments: %v", err)
		return
	}
	for dec.More() {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			b.damage(line(), "the rest cannot be read: %v", err)
			return
		}
		var s segment
		err := json.Unmarshal(raw, &s)
		if err == nil && s.Body == nil {
			err = errors.New("it has no body")
		}
		if err != nil {
			b.damage(line(), "not a segment: %v", err)
			continue
		}
		b.add(extract.Cue{Start: float64(s.StartTime), End: max(float64(s.EndTime), float64(s.StartTime)), Speaker: s.Speaker}, *s.Body, false)
	}
	if _, err := dec.Token(); err != nil {
		b.damage(line(), "the file ends inside its list of segments")
	}
}

// enter goes into the array that the key "segments" of the outer object holds.
func enter(dec *json.Decoder) error {
	if token, err := dec.Token(); err != nil || token != json.Delim('{') {
		return errors.Join(errors.New("the file is no object"), err)
	}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return err
		}
		if key == "segments" {
			token, err := dec.Token()
			if err == nil && token != json.Delim('[') {
				err = errors.New(`"segments" is no list`)
			}
			return err
		}
		var skipped json.RawMessage
		if err := dec.Decode(&skipped); err != nil {
			return err
		}
	}
	return io.ErrUnexpectedEOF
}
