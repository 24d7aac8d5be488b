package extract

import "strings"

// nameOrgs reads the lines that tell no more than a name and an employer: "Guest: Ada Long, Heapworks", "Ada Long (Heapworks)"
// below a heading for guests, and in lists "Ada Long, Google, Search, Research Manager".
func (r *reading) nameOrgs(s *sentence) []claim {
	if s.src.in == "title" || s.kind == chapter {
		return nil
	}
	for k := len(s.spans) - 1; k >= 0; k-- {
		sp := &s.spans[k]
		if sp.class != personName || sp.to-sp.from < 2 {
			continue
		}
		after := s.tokAt(pastHandle(s, sp.to))
		if !after.is(",", "-", "–", "—", "|", "(", "@", "·", "[") || after.glued && after.is("-", "@") {
			continue
		}
		first := sp.from
		for j := k; j > 0 && s.spans[j-1].class == personName && r.adjacent(s, s.spans[j-1].to, s.spans[j].from); j-- {
			first = s.spans[j-1].from
		}
		labelled := s.tokAt(first-1).is(":", "-", "–", "—") && s.tokAt(first-2).is("guest", "guests") || first == 0 && guestHeading(s.under)
		if !labelled && !(s.listed && first == 0 && after.is(",") && r.companyAt(s, sp.to+1)) {
			return nil
		}
		return r.nameOrg(s, sp, labelled)
	}
	return nil
}

// guestHeading reports whether a heading announces guests and what they are: "Guests", "Our guest", "Panelists".
func guestHeading(under string) bool {
	return strings.HasSuffix(under, "guest") || strings.HasSuffix(under, "guests") || strings.HasSuffix(under, "speakers") || strings.HasSuffix(under, "panelists")
}

// nameOrg reads the employer after a name and a separator, and the role that ends the line.
func (r *reading) nameOrg(s *sentence, sp *span, labelled bool) []claim {
	i := pastHandle(s, sp.to)
	o, ok := r.orgAt(s, i+1)
	if !ok || o.class == techName || r.roleSoon(s, o.from) && o.entry == nil || socialSites[o.name] || inPlace(s, &o) {
		return nil
	}
	if o.entry == nil && o.to-o.from == 1 && r.x.has(&s.toks[o.from], ordinaryWord) && !s.tokAt(i).is("(", "@", ",") {
		return nil // a topic: "Guest: Ada Long - Testing"
	}
	if o.entry == nil && s.tokAt(o.from-1).is("@") && s.toks[o.from].glued {
		return nil // a handle
	}
	end := s.tokAt(o.to)
	if o.to < len(s.toks) && end.kind != urlToken && !end.is(",", "(", ".", ")", "|", "]") || !labelled && !end.is(",") && o.to < len(s.toks) {
		return nil
	}
	c := claim{s: s, status: Current, org: o, at: i, end: o.to, person: []string{sp.name}, rule: "headline"}
	for i := o.to + 1; end.is(",", "|") && i < len(s.toks); i++ {
		if ro, ok := r.roleAt(s, i); ok && ro.to == len(s.toks) && s.tokAt(ro.from-1).is(",", "|") {
			c.roles, c.end = []string{ro.text}, ro.to
		}
	}
	return []claim{c}
}
