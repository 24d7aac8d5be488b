package extract

import "strings"

// foundedBy reads "TechPrimers was founded by Ajay Kumar" and "Heapworks, a company co-founded by A and B".
func (r *reading) foundedBy(s *sentence, k int) []claim {
	sp := r.personAt(s, k+2)
	if sp == nil {
		return nil
	}
	role := "founder"
	j := k - 1
	if s.tokAt(j).is("-") && s.tokAt(j-1).is("co") {
		role, j = "co-founder", j-2
	}
	for j > 0 && s.toks[j].is("was", "is", "were", "originally", "first", ",") {
		j--
	}
	if s.tokAt(j).is("company", "startup", "agency", "firm", "studio", "organization", "organisation", "nonprofit") {
		for n := j; n > 0 && n > k-12; n-- {
			if s.toks[n].is("a", "an", "the") && s.toks[n-1].is(",", "–", "—", "-", "(") {
				j = n - 2
				break
			}
		}
	}
	o, ok := r.orgEndingAt(s, j)
	if !ok {
		return nil
	}
	var out []claim
	for _, name := range r.conjoinedFrom(s, sp) {
		out = append(out, claim{s: s, roles: []string{role}, founder: true, status: Unknown, org: o, at: o.from, end: sp.to, person: []string{name}, rule: "founded"})
	}
	return out
}

// orgEndingAt returns the organisation whose name ends with token j: a listed one, or capitals no list holds.
func (r *reading) orgEndingAt(s *sentence, j int) (span, bool) {
	if j < 0 || j >= len(s.toks) {
		return span{}, false
	}
	if sp := s.spanAt(j); sp != nil {
		return *sp, sp.to == j+1 && sp.class != personName && sp.class != otherName
	}
	from := j
	for from > 0 && s.toks[from-1].kind == word && s.toks[from-1].capital() && s.spanAt(from-1) == nil && j-from < 3 {
		from--
	}
	if !s.toks[j].capital() || r.x.has(&s.toks[from], functionWord|givenName|monthOrDay) || from == j && r.x.has(&s.toks[j], ordinaryWord) {
		return span{}, false
	}
	return span{from: from, to: j + 1, class: companyName, name: s.text(from, j+1), rule: "slot"}, true
}

// foundings reads "founded X", "founding X with Y", "founding of X".
func (r *reading) foundings(s *sentence, i int) []claim {
	t, next := s.tokAt(i), s.tokAt(i+1)
	if !t.is("founded", "founding", "cofounded", "cofounding") {
		return nil
	}
	if next.is("by") {
		return r.foundedBy(s, i)
	}
	j := i + 1
	if next.is("of") {
		j++
		if !s.tokAt(j).capital() || s.titleCase && i > 0 {
			return nil
		}
	} else if !r.companyAt(s, j) && (!next.capital() || s.titleCase && next.letters != mixedCase) {
		return nil
	}
	c := claim{at: i, status: Unknown, founder: true, roles: []string{"founder"}, rule: "founded"}
	if t.is("founding", "cofounding") {
		c.status = Current
	} else if r.priorTo(s, i) {
		c.status = Former
	}
	if strings.HasPrefix(t.lower, "co") || i > 1 && s.toks[i-1].is("-") {
		c.roles = []string{"co-founder"}
	}
	out := r.atOrgs(s, j, c)
	if s.titleCase && next.letters == mixedCase && s.spanAt(j) == nil { // "Founding HeapWorks During a Winter"
		c.s, c.org, c.end = s, span{from: j, to: j + 1, class: companyName, name: s.text(j, j+1), rule: "slot"}, j+1
		out = []claim{c}
	}
	if len(out) == 1 && s.tokAt(out[0].end).is("with") {
		if sp := s.spanAt(out[0].end + 1); sp != nil && sp.class == personName {
			more := out[0]
			more.person, more.roles, more.status = []string{sp.name}, []string{"co-founder"}, Unknown
			out = append(out, more)
		}
	}
	return out
}
