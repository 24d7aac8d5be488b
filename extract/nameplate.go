package extract

import "strings"

// plateClaims reads what stands below a name that fills a line: "Ada Long", "Director of Engineering at Heapworks", "CTO, Heapworks",
// "Previously: Siemens, Stripe".
func (r *reading) plateClaims(i int) []claim {
	s := &r.sents[i]
	if i == 0 || len(s.toks) > 16 || s.src.in == "title" || s.kind == chapter {
		return nil
	}
	sp := r.plateAbove(i)
	if sp == nil || r.namesAnyone(s) {
		return nil
	}
	at := 0
	for at < 2 && at < len(s.toks) && s.toks[at].kind == punct {
		at++
	}
	var out []claim
	for _, c := range r.roleClaims(s) {
		if c.rule == "role-of" && c.at <= at+1 {
			c.person = []string{sp.name}
			out = append(out, c)
		}
	}
	if len(out) > 0 {
		return out
	}
	if p, ok := r.postingAt(s, at); ok && p.parted && p.org.class != techName && (p.org.to == len(s.toks) || s.toks[p.org.to].is(",", "(", "|")) {
		return []claim{{s: s, roles: p.roles, founder: p.founder, status: r.statusBefore(s, p.from), org: p.org, at: p.from, end: p.org.to, person: []string{sp.name}, rule: "headline"}}
	}
	return r.formerLine(s, sp, at)
}

// formerLine reads "Previously: Siemens, Stripe" and "Ex-Siemens, Stripe".
func (r *reading) formerLine(s *sentence, sp *span, i int) []claim {
	if !s.tokAt(i).is("previously", "formerly", "former", "ex", "prior", "past", "before") {
		return nil
	}
	at := i
	for i++; s.tokAt(i).is(":", "at", "@", "-", "–", "with", "of"); {
		i++
	}
	if i < len(s.toks) && s.spanAt(i) == nil && r.x.has(&s.toks[i], ordinaryWord) && r.orgEnd(s, i) <= i+1 {
		return nil
	}
	out := r.listFrom(s, sp, i, Former)
	if len(out) == 0 || out[len(out)-1].org.to < len(s.toks) && !s.toks[out[len(out)-1].org.to].is(".", ")") {
		return nil
	}
	for k := range out {
		out[k].at, out[k].rule = at, "formerly"
	}
	return out
}

// namesAnyone reports whether a sentence names a person.
func (r *reading) namesAnyone(s *sentence) bool {
	for k := range s.spans {
		if s.spans[k].class == personName {
			return true
		}
	}
	return false
}

// plateAbove returns the full name that fills the line above sentence i, or above the lines that stand between without any
// name; nil if there is none.
func (r *reading) plateAbove(i int) *span {
	for n := 1; n <= 4 && n <= i; n++ {
		s, t := &r.sents[i-n+1], &r.sents[i-n]
		if t.src != s.src || len(t.toks) == 0 || t.end > s.start {
			return nil
		}
		gap := s.src.text[t.end:s.start]
		if strings.Count(gap, "\n") != 1 || strings.Trim(gap, " \t\n-*•👉") != "" {
			return nil
		}
		if sp := plateOf(t); sp != nil {
			return sp
		}
		if len(t.toks) > 16 || r.namesAnyone(t) {
			return nil
		}
	}
	return nil
}

// plateOf returns the name in full that fills a line, but for a label: "Guest: Ada Long".
func plateOf(t *sentence) *span {
	if len(t.spans) != 1 {
		return nil
	}
	sp := &t.spans[0]
	if sp.class != personName || sp.to-sp.from < 2 || sp.to != len(t.toks) || sp.from != 0 && !(t.toks[sp.from-1].is(":") && t.tokAt(sp.from-2).is("guest", "host", "speaker")) {
		return nil
	}
	return sp
}

// headedGuests takes the people of headings "Ada Long, CTO, Heapworks" for guests where nothing else tells of any.
func (r *reading) headedGuests() {
	if r.anyGuest() {
		return
	}
	for i := range r.sents {
		s := &r.sents[i]
		if s.kind != heading || s.src.in != "" {
			continue
		}
		if sp := s.spanAt(0); sp != nil && sp.class == personName && sp.to-sp.from > 1 && s.tokAt(sp.to).is(",", "|", "–", "—") && r.roleAhead(s, sp.to+1) {
			r.addGuest(s, sp, "guest-list")
		}
	}
}

// fromFirm reads "Oren and Tamar from Heapworks show how": given names that come from a company are guests'.
func (r *reading) fromFirm(s *sentence, at [][2]int, names []string, i int) bool {
	if !s.tokAt(i).is("from") || s.kind != prose || !r.earlySentence(s) || !r.companyAt(s, i+1) && !r.openOrg(s, i+1) {
		return false
	}
	o, ok := r.orgAt(s, i+1)
	if !ok || !guestVerbs[s.tokAt(o.to).lower] && !s.tokAt(o.to).is("show", "share", "explain", "walk", "tell", "demo", "present", "talk", "are") {
		return false
	}
	for k, name := range names {
		p := r.resolveShort(name)
		if p.host {
			return true
		}
		s.put(span{from: at[k][0], to: at[k][1], class: personName, name: p.name, rule: "guest-subject"})
		r.addGuest(s, s.spanAt(at[k][0]), "guest-subject")
	}
	return true
}
