package extract

import "strings"

// plateClaims reads a name that fills a line and the role on the next: "Ada Long", "Director of Engineering at Heapworks".
func (r *reading) plateClaims(i int) []claim {
	if i == 0 {
		return nil
	}
	s := &r.sents[i]
	sp := r.plateAbove(i)
	if sp == nil || len(s.toks) > 16 {
		return nil
	}
	for k := range s.spans {
		if s.spans[k].class == personName {
			return nil
		}
	}
	var out []claim
	for _, c := range r.roleClaims(s) {
		if c.rule == "role-of" && c.at <= 1 {
			c.person = []string{sp.name}
			out = append(out, c)
		}
	}
	if p, ok := r.postingAt(s, 0); len(out) == 0 && ok && p.parted && p.org.class != techName && (p.org.to == len(s.toks) || s.toks[p.org.to].is(",", "(", "|")) {
		out = append(out, claim{s: s, roles: p.roles, founder: p.founder, status: r.statusBefore(s, p.from), org: p.org, at: p.from, end: p.org.to, person: []string{sp.name}, rule: "headline"})
	}
	return out
}

// plateAbove returns the full name that fills the line right above sentence i, or nil.
func (r *reading) plateAbove(i int) *span {
	s, t := &r.sents[i], &r.sents[i-1]
	if t.src != s.src || len(t.toks) == 0 || len(t.spans) != 1 || t.end > s.start {
		return nil
	}
	sp := &t.spans[0]
	gap := s.src.text[t.end:s.start]
	if sp.class != personName || sp.from != 0 || sp.to != len(t.toks) || sp.to < 2 || strings.Count(gap, "\n") != 1 || strings.TrimSpace(gap) != "" {
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
