package extract

// createdBy reads "X was created by NAME" and "X, a parser generator written by NAME".
func (r *reading) createdBy(s *sentence, k int) bool {
	if !s.tokAt(k+1).is("by") || !makingVerbs[s.toks[k].lower] && !s.toks[k].is("written", "started", "co-created") {
		return false
	}
	sp := r.personAt(s, k+2)
	if sp == nil {
		return false
	}
	j := k - 1
	for j > 0 && s.toks[j].is("originally", "first", "initially", "co", "-", "was", "is", "were", "been", "has", "and", "maintained") {
		j--
	}
	if j == k-1 || r.x.has(&s.toks[j], techNoun) {
		for n := j; n > 0 && n > k-12; n-- {
			if s.toks[n].is("a", "an", "the") && s.toks[n-1].is(",", "–", "—", "-", "(") {
				j = n - 2
				break
			}
		}
	}
	if j < 0 || j >= k-1 {
		return false
	}
	from := j
	for from > 0 && s.spanAt(j) == nil && s.toks[from-1].kind == word && s.toks[from-1].capital() && j-from < 3 {
		from--
	}
	if o := s.spanAt(j); o != nil {
		from = o.from
	}
	work, ok := r.workAt(s, from, false)
	if !ok || work.from != from || work.to != j+1 || work.class == companyName || r.isPersonName(work) || r.x.has(&s.toks[from], functionWord) ||
		work.entry == nil && work.to-work.from == 1 && r.x.has(&s.toks[from], ordinaryWord) {
		return false
	}
	r.markTech(s, work, "made")
	for _, name := range r.conjoinedFrom(s, sp) {
		p := r.resolveShort(name)
		r.record(p, work.name, "creator", "made-by", r.passage(s, p, from, k+1))
	}
	return true
}

// conjoinedFrom returns a person and those joined to the right.
func (r *reading) conjoinedFrom(s *sentence, sp *span) []string {
	for k := range s.spans {
		if s.spans[k].from == sp.from {
			return r.conjoined(s, k)
		}
	}
	return nil
}

// explained reads "started Quillstone, an open-source parser" and "is working on Quillstone, a query builder": a name no
// list holds that the text says is software.
func (r *reading) explained(s *sentence, k int) bool {
	i := k + 1
	switch {
	case s.toks[k].is("started", "starting", "launched", "co-created"):
	case s.toks[k].is("working", "work", "works") && s.tokAt(i).is("on"):
		i++
	default:
		return false
	}
	sp, ok := r.workAt(s, i, false)
	if !ok || sp.from != i || sp.entry != nil || r.isPersonName(sp) {
		return false
	}
	if !s.tokAt(sp.to).is(",", "–", "—", "(") || !s.tokAt(sp.to+1).is("a", "an", "his", "her", "their") || r.nounClass(s, sp.to+2) != techName {
		return false
	}
	if !r.personNear(s, k) {
		return false
	}
	c := claim{s: s, at: k, end: sp.to, rule: "made"}
	r.made(s, &c, sp, "creator", "made")
	return true
}
