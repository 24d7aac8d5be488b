package extract

import "strings"

// An openName is a name no list holds, as this episode introduced it.
type openName struct {
	name  string
	class nameClass
	kind  string
	rule  string
}

// defined finds unlisted names that the text explains, links to, or writes like a product.
func (r *reading) defined() {
	for i := range r.sents {
		s := &r.sents[i]
		r.linkLabels(s)
		switch s.kind {
		case prose, chapter:
			for k := range s.toks {
				if s.kind == prose {
					r.definition(s, k)
				}
				r.nounNamed(s, k)
				r.inUse(s, k)
				r.examples(s, k)
				r.released(s, k)
				r.madeBy(s, k)
				r.paired(s, k)
			}
			r.inLists(s)
		case heading:
			r.about(s)
			r.titleTopics(s)
		}
	}
	r.oddlyWritten()
	r.spread()
}

// tokensIn returns the tokens within a range of the cleaned text.
func (s *sentence) tokensIn(start, end int) (from, to int) {
	for from < len(s.toks) && s.toks[from].start < start {
		from++
	}
	to = from
	for to < len(s.toks) && s.toks[to].end <= end {
		to++
	}
	return from, to
}

// definition reads "PgDog, an open-source sharding solution", "StackBlitz is an online IDE".
func (r *reading) definition(s *sentence, i int) {
	if s.spanAt(i) != nil && s.spanAt(i).from != i || s.toks[i].is("introducing", "announcing", "using") {
		return
	}
	if sp := s.spanAt(i); sp != nil && (sp.class != bothName || sp.asTech) && !sp.weak && (sp.class == personName || sp.class == otherName || r.nameEnd(s, sp.to) == sp.to) {
		return
	}
	if i > 0 && s.toks[i].glued && !s.toks[i-1].is("\"", "(", "'") || !r.openWork(s, i) && !r.lowName(s, i) {
		return
	}
	if i > 0 && s.toks[i-1].kind == word && s.toks[i-1].capital() && !s.toks[i].glued && !r.opensSentence(s, i-1) && r.personAt(s, i-1) == nil {
		return // the end of a name that began earlier
	}
	to := r.workEnd(s, i)
	if sp := s.spanAt(i); sp != nil {
		to = max(sp.to, r.nameEnd(s, sp.to))
	}
	j := to
	if s.tokAt(j).is("(") { // how it is spoken, or what the letters stand for
		for n := j + 1; n < min(len(s.toks)-1, j+8); n++ {
			if s.toks[n].is(")") && s.toks[n+1].is("is") {
				j = n + 1
				break
			}
		}
	}
	if j+3 >= len(s.toks) || !(s.toks[j].is(",", "is", "are", "(", "-") || s.toks[j].kind == punct && strings.ContainsAny(s.src.text[s.toks[j].start:s.toks[j].end], "–—")) {
		return
	}
	j++
	if s.toks[j].is("which") && j+2 < len(s.toks) && s.toks[j+1].is("is") {
		j += 2
	}
	if !s.toks[j].is("a", "an", "the", "his", "her", "their", "our") {
		return
	}
	class := r.nounClass(s, j+1)
	if class == otherName || s.spanAt(i) == nil && r.plainWords(s, i, to) && (to-i > 1 || s.listed) || r.x.has(&s.toks[i], ordinaryWord|givenName) && s.spanAt(i) == nil && to-i == 1 && (r.opensSentence(s, i) || r.x.has(&s.toks[i], functionWord)) {
		return
	}
	if sp := s.spanAt(i); sp != nil && sp.to == to {
		sp.weak = false
		if class == techName {
			sp.asTech = true
		} else {
			sp.asCompany = true
		}
		return
	}
	name := s.text(i, to)
	if r.personByKey[foldName(name)] != nil {
		return
	}
	sp := span{from: i, to: to, class: class, name: name, rule: "definition", asTech: class == techName, asCompany: class == companyName}
	s.put(sp)
	r.openNames = append(r.openNames, openName{name: name, class: class, rule: "definition"})
}

// nameEnd returns where the capitalised words after token i end: "Laravel" "Cloud".
func (r *reading) nameEnd(s *sentence, i int) int {
	for i < len(s.toks) && s.toks[i].kind == word && s.toks[i].capital() && !s.toks[i].glued && s.spanAt(i) == nil && !s.titleCase {
		i++
	}
	return i
}

func (r *reading) personAt(s *sentence, i int) *span {
	if sp := s.spanAt(i); sp != nil && sp.class == personName {
		return sp
	}
	return nil
}

// plainWords reports whether all words of a name are in the dictionary.
func (r *reading) plainWords(s *sentence, from, to int) bool {
	for j := from; j < to; j++ {
		if s.toks[j].kind == word && !r.x.has(&s.toks[j], ordinaryWord|functionWord) && s.spanAt(j) == nil {
			return false
		}
	}
	return true
}

// lowName reports whether a lower-case token may be the name of a package: it has digits, dashes, or is no word.
func (r *reading) lowName(s *sentence, i int) bool {
	t := &s.toks[i]
	return t.kind == word && t.letters == lowerCase && !r.x.has(t, ordinaryWord|functionWord|techNoun) && t.end-t.start > 2
}

var companyNouns = map[string]bool{"company": true, "startup": true, "firm": true, "agency": true, "studio": true, "consultancy": true, "nonprofit": true, "organization": true, "organisation": true, "bank": true, "university": true, "accelerator": true, "publisher": true, "unicorn": true, "marketplace": true, "business": true}

// nounClass looks for the noun that heads "a new query-based tool for …".
func (r *reading) nounClass(s *sentence, i int) nameClass {
	for j := i; j < len(s.toks) && j < i+9; j++ {
		t := &s.toks[j]
		last := j+1 >= len(s.toks) || !(s.toks[j+1].kind == word && s.toks[j+1].letters != noCase && (r.x.has(&s.toks[j+1], techNoun|roleHead) || companyNouns[s.toks[j+1].lower])) && !s.toks[j+1].is("-")
		switch {
		case r.x.has(t, roleHead) && !r.x.has(t, techNoun) && last:
			return otherName
		case companyNouns[t.lower] && last:
			return companyName
		case r.x.has(t, techNoun) && last:
			return techName
		case t.is("for", "of", "that", "which", "who", "to", "in", "with", "from", "at", "where", "designed", "used", "by"):
			return otherName
		case t.kind == punct && !t.is("-", "'", "/", ".", ",", "+", "#"):
			return otherName
		case t.is(",") && j > i+3:
			return otherName
		}
	}
	return otherName
}

// nounNamed reads "a library called X", "the HPX framework", "project, Graft".
func (r *reading) nounNamed(s *sentence, k int) {
	t := &s.toks[k]
	if !r.x.has(t, techNoun) || t.letters != lowerCase || k == 0 {
		return
	}
	if j := k + 1; j+1 < len(s.toks) && s.toks[j].is("called", "named", "known") {
		for j++; j < len(s.toks) && s.toks[j].is("as", "\"", "'"); j++ {
			continue
		}
		if j < len(s.toks) && s.spanAt(j) == nil && (r.openWork(s, j) || r.lowName(s, j)) {
			r.openTech(s, j, r.workEnd(s, j), "called")
		} else if j < len(s.toks) && s.spanAt(j) != nil && s.spanAt(j).weak {
			s.spanAt(j).weak = false
		}
		return
	}
	if !t.is("framework", "library", "compiler", "database", "language", "engine", "editor", "debugger", "toolkit", "crate", "kernel", "protocol", "sdk", "orm", "bundler", "linter", "plugin", "runtime") {
		return
	}
	i := k - 1
	if s.toks[k].glued || s.spanAt(i) != nil {
		if sp := s.spanAt(i); sp != nil && sp.to == k && sp.weak {
			sp.weak = false
		}
		return
	}
	for i > 0 && s.toks[i].glued && (s.toks[i].kind == word || s.toks[i].is("-", ".", "_", "/", "+", "#")) {
		i--
	}
	for i > 0 && !s.toks[i].glued && s.toks[i-1].kind == word && s.toks[i-1].capital() && s.spanAt(i-1) == nil && !r.x.has(&s.toks[i-1], functionWord) && !s.toks[i].glued {
		i--
	}
	first := &s.toks[i]
	if r.opensSentence(s, i) && first.letters != mixedCase || k-i == 1 && first.letters == upperCase && first.end-first.start < 5 || s.toks[k-1].letters == lowerCase {
		return
	}
	if i == 0 || !first.capital() || r.x.has(first, functionWord|roleModifier) || r.x.has(first, ordinaryWord) && k-i == 1 || first.letters == upperCase && r.x.has(first, ordinaryWord) {
		return
	}
	r.openTech(s, i, k, "noun")
}

func (r *reading) openTech(s *sentence, from, to int, rule string) {
	name := s.text(from, to)
	if from >= to || r.personByKey[foldName(name)] != nil || len(name) < 2 || r.isShow(name) {
		return
	}
	s.put(span{from: from, to: to, class: techName, name: name, rule: rule, asTech: true})
	r.openNames = append(r.openNames, openName{name: name, class: techName, rule: rule})
}

// isShow reports whether a name is that of the episode's own show.
func (r *reading) isShow(name string) bool {
	show, name := foldName(r.ep.Show), foldName(name)
	rest, ok := strings.CutPrefix(show, name)
	return ok && (rest == "" || rest == "podcast" || rest == "show" || rest == "radio" || rest == "fm")
}

func (r *reading) isOpen(name string) bool {
	for _, o := range r.openNames {
		if o.name == name {
			return true
		}
	}
	return false
}

// spread marks every other place that names what the episode introduced.
func (r *reading) spread() {
	if len(r.openNames) == 0 {
		return
	}
	known := map[string]openName{}
	for _, o := range r.openNames {
		if strings.TrimSpace(o.name) == "" {
			continue
		}
		first := firstWord(o.name)
		if k, ok := known[first]; !ok || len(o.name) > len(k.name) {
			known[first] = o
		}
	}
	for i := range r.sents {
		s := &r.sents[i]
		for k := 0; k < len(s.toks); k++ {
			t := &s.toks[k]
			o, ok := known[s.src.text[t.start:t.end]]
			if !ok || s.spanAt(k) != nil || !strings.HasPrefix(s.src.text[t.start:s.end], o.name) {
				continue
			}
			end := t.start + len(o.name)
			_, to := s.tokensIn(t.start, end)
			if to <= k || s.toks[to-1].end != end || k > 0 && t.glued && s.toks[k-1].is("@", ".", "/", "_") {
				continue
			}
			s.put(span{from: k, to: to, class: o.class, name: o.name, kind: o.kind, rule: o.rule, asTech: o.class == techName, asCompany: o.class == companyName})
		}
	}
}

func firstWord(name string) string {
	t := scanToken(name, 0, len(name))
	return name[:t.end]
}
