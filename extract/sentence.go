package extract

import "strings"

// A sentence is the unit rules look at. Chapter and link lines are one sentence each.
type sentence struct {
	*passage
	index      int // among the sentences of its reading
	start, end int // in the source's cleaned text
	toks       []token
	spans      []span // recognised names, in order, not overlapping
}

// plainProse reports whether a sentence is the description's running text, neither an entry of a list nor written as a title.
func (s *sentence) plainProse() bool {
	return s.kind == prose && !s.listed && !s.titleCase && s.src.in == ""
}

func (s *sentence) text(from, to int) string { return s.src.text[s.toks[from].start:s.toks[to-1].end] }

// cutSentences calls emit for each sentence of a passage.
func cutSentences(p *passage, emit func(start, end int)) {
	text := p.src.text
	if p.kind != prose && p.kind != sponsor {
		emit(p.start, p.end)
		return
	}
	start := p.start
	for i := p.start; i < p.end; i++ {
		switch text[i] {
		case '.', '!', '?':
			if j := sentenceEnd(text, start, i, p.end); j > 0 {
				emit(start, j)
				start, _ = trimSpace(text, j, p.end)
				i = start - 1
			}
		case '\n':
			if i > start && shortLine(text, start, i) {
				emit(start, i)
				start = i + 1
			}
		}
	}
	if start < p.end {
		emit(start, p.end)
	}
}

// shortLine reports whether the line that ends at i was ended by its author, not by a text width.
func shortLine(text string, start, i int) bool {
	from := strings.LastIndexByte(text[:i], '\n') + 1
	return i-from < 40 && !unfinished(text[from:i]) || text[i-1] == ':'
}

// sentenceEnd returns where the sentence ends whose last character may be at i, or 0.
func sentenceEnd(text string, start, i, end int) int {
	j := i + 1
	for j < end && strings.IndexByte(".!?\"')]", text[j]) >= 0 {
		j++
	}
	if j >= end {
		return j
	}
	if text[j] != ' ' && text[j] != '\n' {
		return 0
	}
	k, _ := trimSpace(text, j, end)
	if k >= end {
		return j
	}
	if b := text[k]; b >= 'a' && b <= 'z' && text[i] == '.' {
		return 0
	}
	if text[i] == '.' && abbreviation(text, start, i) {
		return 0
	}
	return j
}

// abbreviation reports whether the period at i belongs to a short form: an initial, "Inc.", "vs.".
func abbreviation(text string, start, i int) bool {
	j := i
	for j > start && wordByte(text[j-1]) {
		j--
	}
	w := text[j:i]
	if len(w) == 1 && w[0] >= 'A' && w[0] <= 'Z' {
		return true
	}
	switch w {
	case "Mr", "Ms", "Mrs", "Dr", "Prof", "St", "vs", "Jr", "Sr", "No", "Vol", "approx", "e", "g", "ft", "feat":
		return true
	}
	return false
}

// unfinished reports whether a line ends within a sentence: with a comma, or with a word that leads on.
func unfinished(line string) bool {
	if strings.HasSuffix(line, ",") || strings.HasSuffix(line, ";") {
		return true
	}
	switch line[strings.LastIndexByte(line, ' ')+1:] {
	case "and", "or", "with", "to", "was", "is", "were", "are", "by", "of", "the", "from", "for", "in", "on", "at", "as", "included", "include":
		return strings.IndexByte(line, ' ') > 0
	}
	return false
}
