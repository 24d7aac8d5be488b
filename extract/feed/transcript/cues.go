package transcript

import (
	"html"
	"regexp"
	"strconv"
	"strings"

	"guestgraph/extract"
)

// cues reads WebVTT and SubRip: blocks that a blank line ends, each with a line of times and the words after it.
//
//	WEBVTT
//
//	12                                   (an id, or none)
//	00:01:02.500 --> 00:01:04.000 align:start
//	<v Ada>Words, on one line or more
func (b *builder) cues(text string, format Format) {
	lines := strings.Split(text, "\n")
	blank := func(line string) bool { // a cue of WebVTT may hold a line of spaces
		return line == "" || format == SRT && strings.TrimSpace(line) == ""
	}
	var before []string
	b.rolling = rollingTime.MatchString(text)
	for i := 0; i < len(lines); {
		if blank(lines[i]) {
			i++
			continue
		}
		first := i
		for i < len(lines) && !blank(lines[i]) {
			i++
		}
		block := lines[first:i]
		at := timingLine(block)
		if at < 0 {
			if strings.TrimSpace(strings.Join(block, "")) != "" && !isAside(block, first, format) {
				b.damage(first+1, "no time before %q", short(block[0]))
			}
			continue
		}
		c, ok := cueTimes(block[at])
		if !ok {
			b.damage(first+at+1, "times out of order in %q", short(block[at]))
		}
		before = b.block(c, block[at+1:], before)
	}
}

// block adds the words of one block, without the lines at its beginning that end the block before it: captions that
// roll show each line twice.
func (b *builder) block(c extract.Cue, lines, before []string) []string {
	var words []string
	for _, line := range lines {
		if timing.MatchString(line) { // a lost blank line
			next, _ := cueTimes(line)
			if n := len(words); n > 0 && numberRow.MatchString(words[n-1]) {
				words = words[:n-1]
			}
			before = b.block(c, words, before)
			c, words = next, nil
			continue
		}
		words = append(words, line)
	}
	clean := make([]string, 0, len(words))
	for _, line := range words {
		if line = strings.TrimSpace(line); line != "" {
			clean = append(clean, line)
		}
	}
	kept := clean
	if b.rolling {
		kept = clean[overlap(before, clean):]
	}
	b.turns(c, kept)
	return clean
}

// rollingTime stands between the words of captions that roll.
var rollingTime = regexp.MustCompile(`<\d+:\d\d:\d\d\.\d+>`)

// overlap is how many lines of next repeat the end of before.
func overlap(before, next []string) int {
	const onScreen = 4 // lines at once
	for n := min(len(before), len(next), onScreen); n > 0; n-- {
		same := true
		for i := range n {
			if stripTags(before[len(before)-n+i]) != stripTags(next[i]) {
				same = false
			}
		}
		if same {
			return n
		}
	}
	return 0
}

// turns adds lines, a new turn at each voice tag and each ">>".
func (b *builder) turns(c extract.Cue, lines []string) {
	rest := strings.Join(lines, " ")
	turn := false
	for rest != "" {
		speaker, words, next := cutVoice(rest)
		if speaker != "" {
			c.Speaker = speaker
		}
		for i, part := range strings.Split(stripTags(words), ">>") {
			if i > 0 {
				turn = true
			}
			if strings.TrimSpace(part) == "" {
				continue
			}
			b.add(c, part, turn && c.Speaker == "")
			turn = false
		}
		rest = next
	}
}

var voiceTag = regexp.MustCompile(`<v(?:\.[^\s>]*)?[ \t]+([^>]*)>`)

// cutVoice gives the speaker a text begins with, the words up to the next voice tag, and the rest.
func cutVoice(s string) (speaker, words, rest string) {
	if m := voiceTag.FindStringSubmatchIndex(s); m != nil && m[0] == 0 {
		speaker, s = strings.TrimSpace(html.UnescapeString(s[m[2]:m[3]])), s[m[1]:]
	}
	if m := voiceTag.FindStringIndex(s); m != nil {
		return speaker, s[:m[0]], s[m[0]:]
	}
	return speaker, s, ""
}

// cueTag is markup within a cue: <i>, <c.yellow>, <00:00:01.000>, </v>, {\an8}. A "<" of the words is followed by
// something else.
var cueTag = regexp.MustCompile(`</?(?:[a-z]+(?:\.[^\s>]*)?(?:\s[^>]*)?|[\d:.]+)>|\{\\[^}]*\}`)

func stripTags(s string) string { return html.UnescapeString(cueTag.ReplaceAllString(s, "")) }

func timingLine(block []string) int {
	for i, line := range block[:min(len(block), 2)] {
		if timing.MatchString(line) {
			return i
		}
	}
	return -1
}

// isAside tells the blocks that hold no words: the header of a WebVTT file, its notes and styles, and a lone number.
func isAside(block []string, first int, format Format) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(block[0]), " ")
	if format == VTT && (word == "NOTE" || word == "STYLE" || word == "REGION" || word == "WEBVTT" || strings.HasPrefix(word, "WEBVTT\t") || first == 0) {
		return true
	}
	return len(block) == 1 && numberRow.MatchString(block[0])
}

func cueTimes(line string) (extract.Cue, bool) {
	m := timing.FindStringSubmatch(line)
	start, end := seconds(m[1]), seconds(m[2])
	return extract.Cue{Start: start, End: max(start, end)}, end >= start
}

// seconds reads what timing matched: [h:]mm:ss.mmm, with a comma in SubRip.
func seconds(clock string) float64 {
	total := 0.0
	for part := range strings.SplitSeq(strings.Replace(clock, ",", ".", 1), ":") {
		n, err := strconv.ParseFloat(part, 64)
		if err != nil {
			return 0
		}
		total = total*60 + n
	}
	return total
}

func short(s string) string {
	const limit = 40
	if r := []rune(s); len(r) > limit {
		return string(r[:limit]) + "…"
	}
	return s
}
