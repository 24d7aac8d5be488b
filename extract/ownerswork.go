package extract

// ownersWork reads "Ada Long's quill-parser package": what somebody's package, crate or library is called, where no list
// holds it or a link leads to it.
func (r *reading) ownersWork(s *sentence, k int) bool {
	if !s.toks[k].is("s") || !s.tokAt(k-1).is("'") || !s.toks[k].glued {
		return false
	}
	owner := r.personAt(s, k-2)
	i := k + 1
	if owner == nil || i >= len(s.toks) {
		return false
	}
	if sp := s.spanAt(i); sp != nil && (sp.from != i || sp.class != techName || sp.common() || !r.linked(sp.name)) ||
		!s.toks[i].capital() && !r.lowName(s, i) && !(s.tokAt(i+1).is("-") && s.tokAt(i+1).glued) {
		return false
	}
	to := r.workEnd(s, i)
	if !s.tokAt(to).is("package", "library", "crate", "plugin", "gem", "extension", "module", "framework", "tool", "app", "project") || to-i > 3 {
		return false
	}
	sp := span{from: i, to: to, class: techName, name: s.text(i, to), rule: "slot"}
	if o := s.spanAt(i); o != nil {
		sp = *o
	} else if to == i+1 && r.plainWords(s, i, to) && !r.linked(sp.name) {
		return false
	}
	c := claim{s: s, at: k, end: to, rule: "own"}
	r.made(s, &c, sp, "creator", "own-project")
	return true
}

// labelBy reads "[Quillstone](https://github.com/…) by Ada Long": a link to a project's home, and who made it.
func (r *reading) labelBy(s *sentence, k int) bool {
	if k == 0 || !s.toks[k].is("by") {
		return false
	}
	owner := r.personAt(s, k+1)
	if owner == nil || owner.from != k+1 {
		return false
	}
	for _, l := range s.src.linksIn(s.start, s.end) {
		if l.bare || l.end != s.toks[k-1].end {
			continue
		}
		from, to := s.tokensIn(l.start, l.end)
		home, spelled := projectOf(s.src.raw[l.rawStart:l.rawEnd])
		if to != k || from >= to || home != homeProject || !spells(spelled, s.text(from, to)) {
			return false
		}
		sp := span{from: from, to: to, class: techName, name: s.text(from, to), rule: "link"}
		if o := s.spanAt(from); o != nil {
			if o.from != from || o.to != to || o.class != techName || o.common() {
				return false
			}
			sp = *o
		}
		r.markTech(s, sp, "link")
		p := r.resolveShort(owner.name)
		r.record(p, sp.name, "creator", "made-by", r.passage(s, p, from, k+1))
		return true
	}
	return false
}

// itsCreator reads "the project's creator Ada Long" after a sentence that names one technology.
func (r *reading) itsCreator(s *sentence, k int, role string) bool {
	owner := r.personAt(s, k+1)
	its := s.tokAt(k-1).is("its") || s.tokAt(k-1).is("s") && s.tokAt(k-2).is("'") && s.tokAt(k-3).is("project", "tool", "library", "framework", "language", "database", "app", "platform") && s.tokAt(k-4).is("the")
	if !its || owner == nil || role == "author" {
		return false
	}
	for i := range r.sents {
		if i+1 >= len(r.sents) || &r.sents[i+1] != s {
			continue
		}
		before := &r.sents[i]
		var work *span
		for n := range before.spans {
			if sp := &before.spans[n]; sp.class == techName && !sp.common() {
				if work != nil && work.name != sp.name {
					return true
				}
				work = sp
			}
		}
		if work == nil || before.src != s.src {
			return true
		}
		work.weak = false
		for _, name := range r.conjoinedFrom(s, owner) {
			p := r.resolveShort(name)
			r.record(p, work.name, "creator", "tech-creator", r.quote(before, work.from, work.to), r.passage(s, p, k, k+1))
		}
	}
	return true
}

// addressed reports whether "you" is the subject of the verb at token k in a question to the only guest: "when you built
// Quillstone".
func (r *reading) addressed(s *sentence, k int) bool {
	guests := 0
	for _, p := range r.people {
		if p.guest {
			guests++
		}
	}
	if guests != 1 {
		return false
	}
	for j := k - 1; j >= 0 && j >= k-4 && s.toks[j].kind == word; j-- {
		if s.toks[j].is("you") {
			return !r.nearAny(s, k, 3, "can", "could", "would", "should", "if", "have")
		}
	}
	return false
}
