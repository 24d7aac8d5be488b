package extract

import "strings"

// oddlyWritten takes single words with inner capitals, used more than once, for products: PgDog, LiveStore.
func (r *reading) oddlyWritten() {
	count := map[string]int{}
	for i := range r.sents {
		s := &r.sents[i]
		if s.kind == sponsor {
			continue
		}
		for k := range s.toks {
			if t := &s.toks[k]; r.oddWord(s, k) {
				count[s.src.text[t.start:t.end]]++
			}
		}
	}
	for name, n := range count {
		if n >= 2 && !r.isOpen(name) && !r.isShow(name) {
			r.openNames = append(r.openNames, openName{name: name, class: techName, rule: "inner-capitals"})
		}
	}
}

func (r *reading) oddWord(s *sentence, k int) bool {
	t := &s.toks[k]
	if t.letters != mixedCase || t.end-t.start < 4 || t.id >= 0 && r.x.class[t.id] != 0 || s.spanAt(k) != nil {
		return false
	}
	if k > 0 && s.toks[k].glued && s.toks[k-1].kind == punct && !s.toks[k-1].is("(", "\"", "'") || k+1 < len(s.toks) && s.toks[k+1].glued && s.toks[k+1].is("_", "(", "@", ":") {
		return false
	}
	w := s.src.text[t.start:t.end]
	if s.tokAt(k-1).is("code") || r.personal(w) {
		return false // a coupon's, a handle
	}
	if eventName(w) || s.codeWord(k) || r.amongPeople(s, k, k+1) {
		return false
	}
	upper := 0
	for _, c := range w {
		if c >= 'A' && c <= 'Z' {
			upper++
		}
	}
	return !strings.HasSuffix(w, "s") || upper > 1 && len(w)-upper > 1
}

// eventName reports whether a word ends as the names of gatherings do: DevOpsDays, OggCamp, RustConf.
func eventName(w string) bool {
	for _, tail := range [...]string{"Days", "Day", "Camp", "Conf", "Con", "Fest", "Summit", "Hac", "days", "conf"} {
		if t, ok := strings.CutSuffix(w, tail); ok && t != "" {
			return true
		}
	}
	return false
}

// codeWord reports whether the word at token k is the name of a function or variable: `concatMap`.
func (s *sentence) codeWord(k int) bool {
	t := &s.toks[k]
	b := s.src.text[t.start]
	return t.letters == mixedCase && b >= 'a' && b <= 'z' && s.inCode(k)
}

// amongPeople reports whether the name at tokens [from, to) stands in one list with people: "JMac and Jess".
func (r *reading) amongPeople(s *sentence, from, to int) bool {
	person := func(i int) bool {
		if sp := s.spanAt(i); sp != nil {
			return sp.class == personName
		}
		t := s.tokAt(i)
		return t.letters == titleCase && r.x.has(t, givenName) && !r.x.has(t, rareName)
	}
	if j := to; s.tokAt(j).is(",", "and", "&") {
		for s.tokAt(j).is(",", "and", "&") {
			j++
		}
		if person(j) {
			return true
		}
	}
	j := from - 1
	for s.tokAt(j).is(",", "and", "&") {
		j--
	}
	return j < from-1 && person(j)
}

// inCode reports whether the published text has the token at i in a code font.
func (s *sentence) inCode(i int) bool {
	start, _ := s.src.rawRange(s.toks[i].start, s.toks[i].end)
	return start > 0 && s.src.raw[start-1] == '`' || strings.HasSuffix(s.src.raw[:start], "<code>")
}
