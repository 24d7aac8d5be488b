package extract

import (
	"sort"
	"strings"
	"time"
)

// An Episode is one podcast episode as its source published it: the input of extraction.
type Episode struct {
	ID          string        // stable across runs; feeds use the item's guid
	Show        string        // name of the show; empty when the source does not say
	Title       string        // may be empty: a plain text has none
	Text        string        // raw description, exactly as published; every offset counts bytes in it
	URL         string        // page of the episode
	AudioURL    string        // enclosure
	GUID        string        // the feed's guid, when it differs from ID
	Published   time.Time     // zero when unknown
	Duration    time.Duration // 0 when unknown
	People      []Credit      // podcast:person of the item, then of the channel
	Chapters    []Chapter     // chapters told beside the text (podcast:chapters, psc:chapters, video metadata)
	ChaptersURL string        // JSON chapters file (podcast:chapters); its chapters are in Chapters once fetched
	Transcripts []Transcript  // transcripts told beside the text
}

// A Credit is one podcast:person tag: https://podcasting2.org/docs/podcast-namespace/tags/person.
type Credit struct {
	Name string
	Role string // lower case; "host" when the tag names none, as the specification has it
	Href string
}

// A Transcript links to, or holds, the words spoken in an episode.
type Transcript struct {
	URL      string
	Type     string // media type, e.g. "text/vtt"
	Language string // e.g. "en"; empty when the source does not say
	Text     string // empty until fetched; "Speaker: words" where speakers are known, a paragraph a turn
	Cues     []Cue  // passages of Text in order, as the transcript times or attributes them
}

// A Cue is a passage of a transcript that has one time, one speaker, or both.
type Cue struct {
	Offset  int     // byte of Transcript.Text where its words begin
	Start   float64 // seconds from the beginning; 0 with End when the transcript has no times
	End     float64 // seconds
	Speaker string  // empty when the transcript does not say
}

// Spoken returns the transcript that facts are read from: the first with a text that is in English or does not tell its
// language, else the first with a text; nil when there is none.
func (ep *Episode) Spoken() *Transcript {
	var other *Transcript
	for i := range ep.Transcripts {
		t := &ep.Transcripts[i]
		switch {
		case t.Text == "":
		case t.Language == "" || strings.HasPrefix(strings.ToLower(t.Language), "en"):
			return t
		case other == nil:
			other = t
		}
	}
	return other
}

// cueAt returns the cue in which the byte at offset stands, and nil before the first.
func (t *Transcript) cueAt(offset int) *Cue {
	i := sort.Search(len(t.Cues), func(i int) bool { return t.Cues[i].Offset > offset })
	if i == 0 {
		return nil
	}
	return &t.Cues[i-1]
}

// timeAt returns when the byte at offset is said, HH:MM:SS; "" when the transcript does not tell. A speaker's label
// has the time of the words after it.
func (t *Transcript) timeAt(offset int) string {
	i := sort.Search(len(t.Cues), func(i int) bool { return t.Cues[i].Offset > offset }) - 1
	if i+1 < len(t.Cues) && (i < 0 || strings.Contains(t.Text[min(t.Cues[i].Offset, offset):offset], "\n")) {
		i++ // before the words of a paragraph
	}
	if i < 0 || len(t.Cues) == 0 || t.Cues[len(t.Cues)-1].End == 0 && t.Cues[len(t.Cues)-1].Start == 0 {
		return ""
	}
	return clock(max(0, int(t.Cues[i].Start))) // a source may say anything
}
