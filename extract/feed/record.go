package feed

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"guestgraph/extract"
	"guestgraph/extract/feed/transcript"
)

// A record is one line of JSON Lines, or one video's metadata.
type record struct {
	ID          word           `json:"id"`
	Show        string         `json:"show"`
	Title       string         `json:"title"`
	Text        *string        `json:"text"`
	Description *string        `json:"description"` // video metadata; accepted for text
	URL         string         `json:"url"`
	AudioURL    string         `json:"audioUrl"`
	GUID        string         `json:"guid"`
	Published   word           `json:"published"`
	Duration    number         `json:"duration"` // seconds
	People      []creditRecord `json:"people"`
	Chapters    []chapterRecord
	ChaptersURL string             `json:"chaptersUrl"`
	Transcripts []transcriptRecord `json:"transcripts"`

	// Video metadata as yt-dlp writes it.
	Type       string   `json:"_type"`   // "playlist" for a list of videos
	Entries    []record `json:"entries"` // of a playlist
	WebpageURL string   `json:"webpage_url"`
	UploadDate string   `json:"upload_date"` // YYYYMMDD
	Channel    string   `json:"channel"`
	Uploader   string   `json:"uploader"`
}

type creditRecord struct {
	Name string `json:"name"`
	Role string `json:"role"`
	Href string `json:"href"`
}

type chapterRecord struct {
	Start     *number `json:"start"`
	StartTime *number `json:"start_time"` // video metadata
	Title     string  `json:"title"`
	URL       string  `json:"url"`
}

type transcriptRecord struct {
	URL      string `json:"url"`
	Type     string `json:"type"`
	Language string `json:"language"`
	Text     string `json:"text"`
}

// A word is a string that some write as a number.
type word string

// UnmarshalJSON reads "12" and 12.
func (w *word) UnmarshalJSON(data []byte) error {
	if data[0] == '"' || string(data) == "null" {
		return json.Unmarshal(data, (*string)(w))
	}
	if _, err := strconv.ParseFloat(string(data), 64); err != nil {
		return &json.UnmarshalTypeError{Value: string(data), Field: "id or published"}
	}
	*w = word(data)
	return nil
}

// A number is a number of seconds, or a clock like "1:02:03".
type number float64

// UnmarshalJSON reads 1.5, "1.5" and "0:01.5".
func (n *number) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	d, ok := parseClock(strings.Trim(string(data), `"`))
	if !ok {
		return fmt.Errorf("%s is no number of seconds", data)
	}
	*n = number(d.Seconds())
	return nil
}

// record emits the episode of a record, and the episodes of a playlist.
func (r *reader) record(d document, line int, rec *record) bool {
	if rec.Type == "playlist" {
		for i := range rec.Entries {
			entry := &rec.Entries[i]
			entry.Channel = firstOf(entry.Channel, rec.Channel, rec.Title)
			if !r.record(d, line, entry) {
				return false
			}
		}
		return true
	}
	ep, err := rec.episode()
	if err != nil {
		return r.fail(d.name, line, err, `an episode needs "id" and "text" (or "description")`)
	}
	if err := rec.date(&ep); err != nil && !r.fail(d.name, line, err, "the episode is read without its date") {
		return false
	}
	return r.emit(ep)
}

func (rec *record) episode() (extract.Episode, error) {
	text := rec.Text
	if text == nil {
		text = rec.Description
	}
	if rec.ID == "" || text == nil {
		return extract.Episode{}, errors.New("no episode: id or text is missing")
	}
	ep := extract.Episode{
		ID: string(rec.ID), Title: rec.Title, Text: *text, AudioURL: rec.AudioURL, GUID: rec.GUID, ChaptersURL: rec.ChaptersURL,
		Show:     firstOf(rec.Show, rec.Channel, rec.Uploader),
		URL:      firstOf(rec.WebpageURL, rec.URL), // "url" of video metadata is the media file
		Duration: time.Duration(float64(rec.Duration) * float64(time.Second)),
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
			ep.Chapters = append(ep.Chapters, extract.Chapter{Start: float64(*start), Title: c.Title, URL: c.URL})
		}
	}
	for _, t := range rec.Transcripts {
		ep.Transcripts = append(ep.Transcripts, extract.Transcript{URL: t.URL, Type: t.Type, Language: t.Language, Text: t.Text})
	}
	if len(ep.Transcripts) == 0 && transcript.Detect([]byte(ep.Text)) == transcript.Markdown { // given for a description
		spoken, _ := transcript.Parse([]byte(ep.Text), transcript.Markdown)
		ep.Transcripts = []extract.Transcript{spoken}
	}
	return ep, nil
}

func (rec *record) date(ep *extract.Episode) (err error) {
	if rec.Published == "" && rec.UploadDate != "" {
		if ep.Published, err = time.Parse("20060102", rec.UploadDate); err != nil {
			err = fmt.Errorf("upload_date %q is no date like 20060102", rec.UploadDate)
		}
		return err
	}
	ep.Published, err = parseDate(string(rec.Published))
	return err
}

// parseDate reads what people and generators write as dates; numbers are seconds, or milliseconds, since 1970.
func parseDate(text string) (time.Time, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return time.Time{}, nil
	}
	for _, layout := range [...]string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02",
		time.RFC1123Z, time.RFC1123, "January 2, 2006", "Jan 2, 2006", "2 January 2006", "2006/01/02"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t.UTC(), nil
		}
	}
	const milliseconds = 1e11 // as seconds, the year 5138
	if n, err := strconv.ParseInt(text, 10, 64); err == nil && n > 1e8 && n < milliseconds {
		return time.Unix(n, 0).UTC(), nil
	} else if err == nil && n >= milliseconds && n < milliseconds*1000 {
		return time.UnixMilli(n).UTC(), nil
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
