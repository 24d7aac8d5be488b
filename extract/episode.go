package extract

import "time"

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
