package extract

// titleClaims reads "CEO Søren Bramer Schmidt": the employer is whom the text has just been about.
func (r *reading) titleClaims(s *sentence) []claim {
	var out []claim
	for k := range s.spans {
		sp := s.spans[k]
		if sp.class != personName || sp.from == 0 || s.src.in == "title" {
			continue
		}
		ro, ok := r.roleAt(s, sp.from-1)
		if !ok || ro.field || !(ro.founder || r.chiefly(ro)) {
			continue
		}
		if _, owned := r.ownerBefore(s, ro); owned {
			continue
		}
		if org := r.spokenOf(s, ro.from); org != nil {
			out = append(out, claim{s: s, roles: []string{ro.text}, founder: ro.founder, status: r.statusBefore(s, ro.from), org: *org, at: ro.from, end: sp.to,
				person: []string{sp.name}, rule: "role-name"})
		}
	}
	return out
}

// chiefly reports whether a role is held by one person of a company.
func (r *reading) chiefly(ro role) bool {
	return ro.text == "ceo" || ro.text == "cto" || ro.text == "coo" || ro.text == "cpo" || ro.text == "cfo"
}

// spokenOf returns the company named first in the passage before a token of a sentence, if it is the only one.
func (r *reading) spokenOf(s *sentence, i int) *span {
	var found *span
	for n := range r.sents {
		t := &r.sents[n]
		if t.src != s.src || t.kind != prose || t.start > s.start {
			continue
		}
		for k := range t.spans {
			sp := &t.spans[k]
			if t == s && sp.from >= i {
				break
			}
			if sp.class != companyName && sp.class != bothName {
				continue
			}
			if found != nil && found.name != sp.name {
				return nil
			}
			found = sp
		}
	}
	return found
}

// bossOf reads "Sam Lambert, my former boss at PlanetScale": the speaker, who hosts the show, worked there too.
func (r *reading) bossOf(s *sentence) {
	for i := range s.toks {
		if !s.toks[i].is("boss", "colleague", "coworker", "manager", "teammate") || i < 2 || i+2 >= len(s.toks) || !s.toks[i+1].is("at", "from") {
			continue
		}
		mine := s.toks[i-1].is("my", "our") || s.toks[i-2].is("my", "our")
		former := formerWords[s.toks[i-1].lower]
		if r.bossOfNamed(s, i, former) {
			continue
		}
		o, ok := r.orgAt(s, i+2)
		if !mine || !ok || o.class == techName {
			continue
		}
		status := Current
		if former {
			status = Former
		}
		c := claim{s: s, status: Unknown, org: o, at: i, end: o.to, rule: "boss"}
		for k := range s.spans {
			if sp := &s.spans[k]; sp.class == personName && sp.to <= i {
				c.person = []string{sp.name}
			}
		}
		if c.person != nil {
			r.settleClaim(&c)
		}
		c.status = status
		r.speakerWorked = append(r.speakerWorked, c)
	}
}

// bossOfNamed reads "Sam Reuben, Viktor Lund's former boss at Heapworks": both worked there.
func (r *reading) bossOfNamed(s *sentence, i int, former bool) bool {
	j := i - 1
	if former {
		j--
	}
	if !s.tokAt(j).is("s") || !s.tokAt(j-1).is("'") {
		return false
	}
	owner := r.personAt(s, j-2)
	o, ok := r.orgAt(s, i+2)
	if owner == nil || !ok || o.class == techName {
		return false
	}
	c := claim{s: s, status: Current, org: o, at: i, end: o.to, person: []string{owner.name}, rule: "boss"}
	if former {
		c.status = Former
	}
	r.settleClaim(&c)
	for k := range s.spans {
		if sp := &s.spans[k]; sp.class == personName && sp.name != owner.name && sp.to < j-2 {
			c.person, c.status = []string{sp.name}, Unknown
			r.settleClaim(&c)
			break
		}
	}
	return true
}

// deals reads "the Outerbase acquisition" and "acquired by X": companies, and nobody's employment.
func (r *reading) deals(s *sentence) {
	for i := range s.toks {
		from, to := 0, 0
		switch t := &s.toks[i]; {
		case t.is("acquisition") && i > 0 && s.spanAt(i-1) == nil && s.toks[i-1].capital() && !r.x.has(&s.toks[i-1], ordinaryWord|functionWord):
			from, to = i-1, i
		case t.is("acquisition") && s.tokAt(i+1).is("by"), t.is("part", "division", "subsidiary") && s.tokAt(i+1).is("of") && s.tokAt(i-1).is("now", "a"):
			if s.spanAt(i+2) == nil && s.tokAt(i+2).capital() && !s.titleCase {
				from, to = i+2, r.orgEnd(s, i+2)
			}
		case t.is("sold") && s.tokAt(i+1).capital() && s.spanAt(i+1) == nil && s.tokAt(i+2).is("to") && r.companyAt(s, i+3):
			from, to = i+1, i+2
		case t.is("acquired", "acquires", "buys") && i+1 < len(s.toks):
			from = i + 1
			if s.toks[from].is("by") {
				from++
			}
			if from < len(s.toks) && s.spanAt(from) == nil && s.toks[from].capital() && !s.titleCase {
				to = r.orgEnd(s, from)
			}
		}
		if to > from {
			r.openCompany(s, from, to, "deal")
		}
	}
}

// blockClaims reads what a guest's own link block links to: "Follow Sam: PlanetScale: https://planetscale.com".
func (r *reading) blockClaims() {
	var owner *person
	for i := range r.sents {
		s := &r.sents[i]
		switch s.kind {
		case follow:
			owner = nil
			if name := r.blockOwner(s); name != "" {
				owner = r.resolveShort(name)
			}
			continue
		case linkLine:
		default:
			owner = nil
		}
		if owner == nil || !owner.guest || owner.host || len(s.toks) < 3 {
			continue
		}
		o, ok := r.orgAt(s, 0)
		if !ok || o.common() || o.class == techName && o.entry != nil {
			continue
		}
		k := o.to
		for k < len(s.toks) && s.toks[k].is("website", "site", "homepage", "blog") {
			k++
		}
		if k+1 >= len(s.toks) || !s.toks[k].is(":") || s.toks[k+1].kind != urlToken || socialSites[o.name] || !r.linkTells(s, &o) {
			continue
		}
		if k == o.to && o.entry == nil {
			continue
		}
		c := claim{s: s, status: Current, org: o, at: 0, end: o.to, person: []string{owner.name}, rule: "own-link"}
		r.settleClaim(&c)
	}
}

// speakers gives what the text says of "me" to the only host.
func (r *reading) speakers() {
	var host *person
	for _, p := range r.people {
		if p.host {
			if host != nil {
				return
			}
			host = p
		}
	}
	if host == nil {
		return
	}
	for i := range r.speakerWorked {
		c := r.speakerWorked[i]
		r.affiliate(host.name, &c, c.status, r.quote(c.s, 0, len(c.s.toks)))
	}
}
