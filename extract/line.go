package extract

import "strings"

// goesOn reports whether the line before ends within a sentence.
func (s *sectioner) goesOn() bool {
	n := len(s.out)
	return n > 0 && s.out[n-1].kind == prose && s.out[n-1].end > s.out[n-1].start && unfinished(s.src.text[s.out[n-1].start:s.out[n-1].end])
}

// namesFirst reports whether a line begins with a short name and a dash: the entry of a list of sponsors, however long.
func namesFirst(line string) bool {
	for _, dash := range [...]string{" – ", " — ", " - ", ": "} {
		if i := strings.Index(line, dash); i > 1 && i < 30 {
			return true
		}
	}
	return false
}

// numbered reports whether a line opens an entry of the programme: "Ada #2: …".
func numbered(line string) bool {
	i := strings.IndexByte(line, '#')
	return i >= 0 && i < 20 && i+2 < len(line) && isDigit(line[i+1]) && strings.IndexByte(line[i:min(len(line), i+5)], ':') > 0
}

// linkOnly reports whether a line is a label and its link, with at most a short remark around it.
func (s *sectioner) linkOnly(start, end int, links []link) bool {
	text := s.src.text
	covered := 0
	for _, l := range links {
		covered += min(l.end, end) - l.start
	}
	rest := end - start - covered
	if links[0].bare {
		before := strings.TrimSpace(text[start:links[0].start])
		return before == "" || strings.HasSuffix(before, ":") && len(before) < 90 || rest < 60 && !strings.ContainsAny(before, ".!?")
	}
	return links[0].start == start && (rest < 4 || rest*2 < end-start)
}

func trimSpace(s string, start, end int) (int, int) {
	for start < end && (s[start] == ' ' || s[start] == '\t' || s[start] == '\n') {
		start++
	}
	for end > start && (s[end-1] == ' ' || s[end-1] == '\t' || s[end-1] == '\n') {
		end--
	}
	return start, end
}

// titleCased reports whether a line capitalises most of its words, so that a capital says little.
func titleCased(line string) bool {
	upper, lower := 0, 0
	for w := range strings.FieldsSeq(line) {
		switch b := w[0]; {
		case b >= 'A' && b <= 'Z':
			upper++
		case b >= 'a' && b <= 'z' && !smallWords[w]:
			lower++
		}
	}
	return upper >= 3 && upper > 2*lower
}

// smallWords stay in lower case in titles.
var smallWords = map[string]bool{"a": true, "an": true, "the": true, "and": true, "or": true, "but": true, "nor": true, "of": true, "in": true, "on": true,
	"at": true, "by": true, "for": true, "to": true, "with": true, "from": true, "as": true, "via": true, "vs": true, "vs.": true, "into": true, "over": true}

// joinProse makes one passage of the lines of a paragraph.
func (s *sectioner) joinProse() {
	out := s.out[:0]
	join := false
	for _, p := range s.out {
		if p.kind == prose && p.start == p.end {
			join = false
			continue
		}
		if n := len(out); join && !p.listed && out[n-1].kind == p.kind && wraps(s.src.text, out[n-1]) {
			out[n-1].end = p.end
			continue
		}
		out = append(out, p)
		join = p.kind == prose || p.kind == hostLine
	}
	s.out = out
}

// wraps reports whether the last line of a passage may go on in the next: it is long, or ends within a sentence.
func wraps(text string, p passage) bool {
	last := text[p.start:p.end]
	if i := strings.LastIndexByte(last, '\n'); i >= 0 {
		last = last[i+1:]
	}
	if len(last) == 0 {
		return false
	}
	if strings.Contains(p.under, "guest") && len(last) < 90 && strings.IndexByte(".!?,", last[len(last)-1]) < 0 {
		return false // one guest a line
	}
	return len(last) > 50 || unfinished(last) || strings.IndexByte(".!?:", last[len(last)-1]) < 0 && len(last) > 30 || last[len(last)-1] == ','
}
