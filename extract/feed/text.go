package feed

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"guestgraph/extract"
)

// SplitText finds the descriptions in one plain text. Many may run together: each begins with prose and ends with
// what descriptions end with (links, "Follow X:", a chapter list), so prose after such an ending begins the next one.
// A text without any ending is one description. Ids are derived from the text, and so stay the same across runs.
func SplitText(text string) []extract.Episode {
	var eps []extract.Episode
	var s splitter
	start := 0
	add := func(end int) {
		if t := strings.TrimSpace(text[start:end]); t != "" {
			sum := sha256.Sum256([]byte(t))
			eps = append(eps, extract.Episode{ID: "text-" + hex.EncodeToString(sum[:6]), Text: t})
		}
		start = end
	}
	for i := 0; i < len(text); {
		end := strings.IndexByte(text[i:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += i + 1
		}
		if s.begins(strings.TrimSpace(text[i:end])) {
			add(i)
			s = splitter{}
		}
		s.take(strings.TrimSpace(text[i:end]))
		i = end
	}
	add(len(text))
	return eps
}

// A splitter knows what the current description has shown so far.
type splitter struct {
	any   bool // some text
	links int  // lines that are links
	ended bool // a follow block, a chapter list or its heading
}

// begins reports whether a line begins another description.
func (s *splitter) begins(line string) bool {
	if !s.any || line == "" || !isProse(line) {
		return false
	}
	return s.ended || s.links >= 2 && isOpening(line)
}

// take records a line of the current description.
func (s *splitter) take(line string) {
	if line == "" {
		return
	}
	s.any = true
	if extract.HasEnding(line) {
		s.ended = true
	}
	if isLink(line) {
		s.links++
	}
}

// isProse reports whether a line is told in sentences: neither a chapter, a link, nor a heading.
func isProse(line string) bool {
	if extract.IsChapterLine(line) || isLink(line) {
		return false
	}
	if len(line) >= 60 {
		return !strings.HasPrefix(line, "http")
	}
	return strings.ContainsAny(line[len(line)-1:], ".!?") && len(line) >= 20
}

// isLink reports whether a line is a URL, with or without a label.
func isLink(line string) bool {
	i := strings.Index(line, "http")
	if i < 0 || !strings.HasPrefix(line[i:], "http://") && !strings.HasPrefix(line[i:], "https://") {
		return false
	}
	label := line[:i]
	return i <= 80 && !strings.ContainsAny(label, "?!") && !strings.Contains(label, ". ") && strings.Count(line, "://") == 1
}

// isOpening reports whether a line says that a conversation follows.
func isOpening(line string) bool {
	low := strings.ToLower(line[:min(len(line), 400)])
	for _, p := range [...]string{"in this episode", "in this interview", "in this conversation", "talk with", "talk to", "talks with", "talks to", "chat with",
		"chats with", "joined by", "joins me", "joins us", "sit down with", "sits down with", "speak with", "speaks with", "interview with"} {
		if strings.Contains(low, p) {
			return true
		}
	}
	return false
}
