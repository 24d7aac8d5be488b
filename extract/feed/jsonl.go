package feed

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"guestgraph/extract"
)

// A record is one line of JSON Lines.
type record struct {
	ID          string  `json:"id"`
	Show        string  `json:"show"`
	Title       string  `json:"title"`
	Text        *string `json:"text"`
	Description *string `json:"description"` // video metadata; accepted for text
	URL         string  `json:"url"`
	AudioURL    string  `json:"audioUrl"`
	GUID        string  `json:"guid"`
	Published   string  `json:"published"`
	Duration    float64 `json:"duration"` // seconds
	People      []struct {
		Name string `json:"name"`
		Role string `json:"role"`
		Href string `json:"href"`
	} `json:"people"`
	Chapters []chapterRecord `json:"chapters"`

	// Video metadata as yt-dlp writes it.
	WebpageURL string `json:"webpage_url"`
	UploadDate string `json:"upload_date"` // YYYYMMDD
	Channel    string `json:"channel"`
	Uploader   string `json:"uploader"`
	Extractor  string `json:"extractor"`
}

type chapterRecord struct {
	Start     *float64 `json:"start"`
	StartTime *float64 `json:"start_time"` // video metadata
	Title     string   `json:"title"`
	URL       string   `json:"url"`
}

// jsonLines streams one episode a line. A line that is no episode is reported, and the next ones are read.
func (r *reader) jsonLines(name string, in *bufio.Reader) {
	for number := 1; ; number++ {
		line, err := readLine(in, r.options.MaxBytes)
		if errors.Is(err, errLineTooLong) {
			if !r.fail(name, number, err, "an episode's line must fit in memory") {
				return
			}
			continue
		}
		if err != nil && !errors.Is(err, io.EOF) {
			r.fail(name, number, err, "")
			return
		}
		if len(bytes.TrimSpace(line)) > 0 && !r.jsonRecord(name, number, line) {
			return
		}
		if err != nil {
			return
		}
	}
}

func (r *reader) jsonRecord(name string, number int, line []byte) bool {
	var rec record
	if err := json.Unmarshal(line, &rec); err != nil {
		return r.fail(name, number, describeJSON(err), `each line is one object like {"id":"…","show":"…","title":"…","text":"…"}`)
	}
	ep, err := rec.episode()
	if err != nil {
		return r.fail(name, number, err, `each line needs "id" and "text"`)
	}
	return r.emit(ep)
}

// jsonDocument reads a document printed over several lines: video metadata, or an array of records.
func (r *reader) jsonDocument(name string, data []byte) {
	var recs []record
	var err error
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte("[")) {
		err = json.Unmarshal(data, &recs)
	} else {
		recs = make([]record, 1)
		err = json.Unmarshal(data, &recs[0])
	}
	if err != nil {
		r.fail(name, errorLine(data, err), describeJSON(err), "the file begins like JSON and is not: mend it there")
		return
	}
	for _, rec := range recs {
		ep, err := rec.episode()
		if err != nil && !r.fail(name, 0, err, `an episode needs "id" and "text" (or "description")`) {
			return
		}
		if err == nil && !r.emit(ep) {
			return
		}
	}
}

func (rec *record) episode() (extract.Episode, error) {
	text := rec.Text
	if text == nil {
		text = rec.Description
	}
	if rec.ID == "" || text == nil {
		return extract.Episode{}, errors.New("no episode: id or text is missing")
	}
	published, err := parseDate(rec.Published, rec.UploadDate)
	if err != nil {
		return extract.Episode{}, err
	}
	ep := extract.Episode{
		ID: rec.ID, Title: rec.Title, Text: *text, AudioURL: rec.AudioURL, GUID: rec.GUID, Published: published,
		Show:     firstOf(rec.Show, rec.Channel, rec.Uploader),
		URL:      firstOf(rec.URL, rec.WebpageURL),
		Duration: time.Duration(rec.Duration * float64(time.Second)),
	}
	if rec.WebpageURL != "" {
		ep.URL = rec.WebpageURL // "url" of video metadata is the media file
	}
	for _, p := range rec.People {
		ep.People = append(ep.People, extract.Credit{Name: p.Name, Role: creditRole(p.Role), Href: p.Href})
	}
	for _, c := range rec.Chapters {
		start := c.Start
		if start == nil {
			start = c.StartTime
		}
		if start != nil {
			ep.Chapters = append(ep.Chapters, extract.Chapter{Start: *start, Title: c.Title, URL: c.URL})
		}
	}
	return ep, nil
}

func parseDate(published, uploadDate string) (time.Time, error) {
	layouts := []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02", time.RFC1123Z, time.RFC1123}
	text := published
	if text == "" && uploadDate != "" {
		layouts, text = []string{"20060102"}, uploadDate
	}
	if text == "" {
		return time.Time{}, nil
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, text); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("published %q is no date: write 2006-01-02 or 2006-01-02T15:04:05Z", text)
}

func firstOf(options ...string) string {
	for _, s := range options {
		if s != "" {
			return s
		}
	}
	return ""
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
