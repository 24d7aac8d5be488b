// Package transcript reads what was said in an episode: WebVTT, SubRip (SRT), Podcasting 2.0 JSON, Markdown with
// speakers in bold, HTML and plain text. Each becomes one text, a paragraph a turn, with the places in it where the
// file tells a time or a speaker.
//
//	file ─ Detect ─▶ VTT | SRT | JSON | Markdown | HTML | Plain ─ Parse ─▶ extract.Transcript{Text, Cues}
//
// Damage costs a cue, not the file, and is told with its line.
package transcript

import (
	"bytes"
	"fmt"
	"mime"
	"regexp"
	"strings"

	"guestgraph/extract"
)

// A Format is a media type that Parse reads.
type Format string

// The formats.
const (
	VTT      Format = "text/vtt"             // https://www.w3.org/TR/webvtt1/
	SRT      Format = "application/x-subrip" // "1\n00:00:01,000 --> 00:00:02,000\nwords"
	JSON     Format = "application/json"     // https://podcasting2.org/docs/podcast-namespace/tags/transcript: {"segments":[…]}
	Markdown Format = "text/markdown"        // "**Speaker:** words"
	HTML     Format = "text/html"            // <cite>Speaker:</cite> <time>0:01</time> <p>words</p>
	Plain    Format = "text/plain"           // words
	unknown  Format = ""
)

// A Damage is a part of a transcript that could not be read.
type Damage struct {
	Line int // from 1
	Err  error
}

func (d *Damage) Error() string { return fmt.Sprintf("line %d: %v", d.Line, d.Err) }

// Unwrap gives the cause.
func (d *Damage) Unwrap() error { return d.Err }

// FormatOf gives the format that a media type names, and "" for others.
func FormatOf(mediaType string) Format {
	name, _, err := mime.ParseMediaType(mediaType)
	if err != nil {
		return unknown
	}
	switch name {
	case "text/vtt":
		return VTT
	case "application/x-subrip", "application/srt", "text/srt":
		return SRT
	case "application/json":
		return JSON
	case "text/markdown":
		return Markdown
	case "text/html":
		return HTML
	case "text/plain":
		return Plain
	}
	return unknown
}

var (
	timing    = regexp.MustCompile(`^\s*((?:\d+:)?\d{1,3}:\d{2}[.,]\d{1,3})\s*-->\s*((?:\d+:)?\d{1,3}:\d{2}[.,]\d{1,3})`)
	numberRow = regexp.MustCompile(`^\s*\d+\s*$`)
	boldTurn  = regexp.MustCompile(`^\*\*(?:([^*\n]{1,60}):\*\*|([^*\n]{1,60})\*\*:)`)
	segments  = regexp.MustCompile(`^\s*\{(?s:.*?)"segments"\s*:\s*\[`)
)

// Detect tells by the beginning of a UTF-8 file which transcript it is: VTT, SRT, JSON or Markdown, or "" for none.
func Detect(head []byte) Format {
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	trimmed := bytes.TrimLeft(head, " \t\r\n")
	if isVTT(trimmed) {
		return VTT
	}
	first, rest, _ := bytes.Cut(trimmed, []byte("\n"))
	if timing.Match(first) {
		return SRT
	}
	if second, _, _ := bytes.Cut(rest, []byte("\n")); numberRow.Match(first) && timing.Match(second) {
		return SRT
	}
	const before = 500 // bytes that may stand before the segments
	if segments.Match(trimmed[:min(len(trimmed), before)]) {
		return JSON
	}
	if isMarkdown(trimmed) {
		return Markdown
	}
	return unknown
}

func isVTT(head []byte) bool {
	rest, ok := bytes.CutPrefix(head, []byte("WEBVTT"))
	return ok && (len(rest) == 0 || bytes.IndexByte([]byte(" \t\r\n"), rest[0]) >= 0)
}

// isMarkdown takes a text for a transcript when it opens with a turn and at least three of its paragraphs,
// half of all, are turns: a description may have one bold label or two, and begins with none.
func isMarkdown(head []byte) bool {
	if !boldTurn.Match(head) {
		return false
	}
	turns, paragraphs := 0, 0
	for p := range strings.SplitSeq(strings.ReplaceAll(string(head), "\r\n", "\n"), "\n\n") {
		if p = strings.TrimSpace(p); p == "" {
			continue
		}
		paragraphs++
		if boldTurn.MatchString(p) {
			turns++
		}
	}
	return turns >= 3 && turns*2 >= paragraphs
}

// Parse reads a transcript, UTF-8, of a known format. The damages are in order of their lines; what they do not
// name was read.
func Parse(data []byte, format Format) (extract.Transcript, []*Damage) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	t := extract.Transcript{Type: string(format)}
	var b builder
	switch format {
	case VTT, SRT:
		b.cues(text, format)
	case JSON:
		b.json(data)
	case HTML:
		b.html(text)
	case Markdown:
		t.Text, t.Cues = text, markdownCues(text)
		return t, nil
	default:
		t.Text = text
		return t, nil
	}
	t.Text, t.Cues = b.text.String(), b.list
	return t, b.damages
}

// markdownCues finds the turns of a Markdown transcript, whose text stays as it is.
func markdownCues(text string) []extract.Cue {
	var list []extract.Cue
	for at := 0; at < len(text); {
		line, _, _ := strings.Cut(text[at:], "\n")
		if m := boldTurn.FindStringSubmatch(line); m != nil {
			offset := at + len(m[0])
			offset += len(text[offset:]) - len(strings.TrimLeft(text[offset:], " \t"))
			list = append(list, extract.Cue{Offset: offset, Speaker: strings.TrimSpace(m[1] + m[2])})
		}
		at += len(line) + 1
	}
	return list
}
