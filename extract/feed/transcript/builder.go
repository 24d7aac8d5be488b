package transcript

import (
	"fmt"
	"regexp"
	"strings"

	"guestgraph/extract"
)

const (
	longPause      = 3.0 // seconds of silence that begin a paragraph
	paragraphBytes = 700 // after which the next end of a sentence ends the paragraph
	maxDamages     = 20  // told one by one; the rest is counted
)

// A builder puts cues together into paragraphs, one a turn.
type builder struct {
	text    strings.Builder
	list    []extract.Cue
	damages []*Damage
	more    int // damages beyond maxDamages

	rolling bool    // captions repeat the line before
	speaker string  // of the paragraph being written
	started int     // where the paragraph begins
	end     float64 // of the last cue
	last    string  // words of the last cue
}

// speakerLabel is a name before a colon at the beginning of a cue: "Travis: When you first …".
var speakerLabel = regexp.MustCompile(`^(\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}?[\p{L}\p{M}\d.'’-]*){0,3}):\s+`)

// add writes one cue; turn says that it begins a paragraph: somebody else speaks, without saying who.
func (b *builder) add(c extract.Cue, words string, turn bool) {
	words = strings.Join(strings.Fields(words), " ")
	if c.Speaker == "" {
		if m := speakerLabel.FindStringSubmatch(words); m != nil {
			c.Speaker, words = m[1], words[len(m[0]):]
		}
	}
	if words == "" {
		return
	}
	b.separate(c, turn)
	c.Offset = b.text.Len()
	if c.Speaker == "" && !turn {
		c.Speaker = b.speaker // goes on speaking
	}
	b.text.WriteString(words)
	b.list = append(b.list, c)
	b.end, b.last = c.End, words
}

// separate begins a paragraph where the speaker changes, after a long pause, and where the paragraph is long and its
// sentence has ended; else it writes a space.
func (b *builder) separate(c extract.Cue, turn bool) {
	changed := turn || c.Speaker != "" && c.Speaker != b.speaker
	first := b.text.Len() == 0
	pause := b.end > 0 && c.Start-b.end > longPause
	full := b.text.Len()-b.started > paragraphBytes && endsSentence(b.last)
	if !first && !changed && !pause && !full {
		b.text.WriteByte(' ')
		return
	}
	if !first {
		b.text.WriteString("\n\n")
	}
	b.started = b.text.Len()
	if changed {
		if c.Speaker != "" && c.Speaker != b.speaker {
			b.text.WriteString(c.Speaker + ": ")
		}
		b.speaker = c.Speaker
	}
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’)`)
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}

func (b *builder) damage(line int, format string, args ...any) {
	if len(b.damages) < maxDamages {
		b.damages = append(b.damages, &Damage{Line: line, Err: fmt.Errorf(format, args...)})
		return
	}
	b.more++
	last := b.damages[maxDamages-1]
	last.Err = fmt.Errorf("this and %d more places cannot be read", b.more)
}
