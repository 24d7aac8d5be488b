package extract

// nameOrgs reads the lines that tell no more than a name and an employer: "Guest: Ada Long, Heapworks", and in lists
// "Ada Long, Google, Search, Research Manager".
func (r *reading) nameOrgs(s *sentence) []claim {
	if s.src.in == "title" || s.kind == chapter {
		return nil
	}
	for k := len(s.spans) - 1; k >= 0; k-- {
		sp := &s.spans[k]
		if sp.class != personName || sp.to-sp.from < 2 || !s.tokAt(sp.to).is(",") {
			continue
		}
		first := sp.from
		for j := k; j > 0 && s.spans[j-1].class == personName && r.adjacent(s, s.spans[j-1].to, s.spans[j].from); j-- {
			first = s.spans[j-1].from
		}
		labelled := s.tokAt(first-1).is(":") && s.tokAt(first-2).is("guest", "guests")
		if !labelled && !(s.listed && first == 0 && r.companyAt(s, sp.to+1)) {
			return nil
		}
		return r.nameOrg(s, sp, labelled)
	}
	return nil
}

// nameOrg reads the employer after a name and a comma, and the role that ends the line.
func (r *reading) nameOrg(s *sentence, sp *span, labelled bool) []claim {
	o, ok := r.orgAt(s, sp.to+1)
	if !ok || o.class == techName || r.roleSoon(s, o.from) && o.entry == nil || socialSites[o.name] {
		return nil
	}
	end := s.tokAt(o.to)
	if o.to < len(s.toks) && end.kind != urlToken && !end.is(",", "(", ".") || !labelled && !end.is(",") && o.to < len(s.toks) {
		return nil
	}
	c := claim{s: s, status: Current, org: o, at: sp.to, end: o.to, person: []string{sp.name}, rule: "headline"}
	for i := o.to + 1; end.is(",") && i < len(s.toks); i++ {
		if ro, ok := r.roleAt(s, i); ok && ro.to == len(s.toks) && s.tokAt(ro.from-1).is(",") {
			c.roles, c.end = []string{ro.text}, ro.to
		}
	}
	return []claim{c}
}
