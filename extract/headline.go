package extract

// headlineClaims reads the lines that introduce people without a verb: "Guest: Ada Long – Principal Engineer, Heapworks",
// "Ada Long | Developer Advocate | Heapworks", "Ada Long (Heapworks)", "Heapworks's Ada Long", and titles of the kind
// "Scaling search at Heapworks with Ada Long".
func (r *reading) headlineClaims(s *sentence) []claim {
	var out []claim
	for k := range s.spans {
		sp := &s.spans[k]
		if sp.class != personName || sp.to-sp.from < 2 {
			continue
		}
		if c, ok := r.headlineOf(s, sp); ok {
			out = append(out, c)
		} else if c, ok := r.bracketOf(s, sp); ok {
			out = append(out, c)
		}
		if c, ok := r.possessorOf(s, k); ok {
			out = append(out, c)
		}
	}
	if c, ok := r.titleAt(s); ok {
		out = append(out, c)
	}
	return out
}

// headlineOf reads "NAME – ROLE, ORG" and "NAME | ROLE | ORG" that fill their line.
func (r *reading) headlineOf(s *sentence, sp *span) (claim, bool) {
	if !s.tokAt(sp.to).is(",", "|", "·", "•", "–", "—", "-", "(", ":") || !r.opensLine(s, sp.from) {
		return claim{}, false
	}
	for i := sp.to + 1; i < len(s.toks) && i < sp.to+7; i++ {
		ro, ok := r.roleAt(s, i)
		if !ok || ro.from > sp.to+2 || headAfter(r, s, ro.to) {
			continue
		}
		ro, next := r.ownFieldTo(s, ro)
		roles := []string{ro.text}
		for s.tokAt(next).is("&", "and", "/") && next+1 < len(s.toks) {
			more, ok := r.roleAt(s, min(r.nextHead(s, next+1), len(s.toks)-1))
			if !ok || more.from != next+1 {
				break
			}
			roles, next = append(roles, more.text), more.to
			ro.founder = ro.founder || more.founder
		}
		if !s.tokAt(next).is(",", "|", "·", "•", "–", "—", "-") {
			return claim{}, false
		}
		o, ok := r.orgAt(s, next+1)
		if !ok || o.common() || o.class == techName && o.entry != nil {
			return claim{}, false
		}
		if end := s.tokAt(o.to); o.to < len(s.toks) && !end.is("|", "·", "•", "(", ")", ".") && end.kind != urlToken {
			return claim{}, false
		}
		return claim{s: s, roles: roles, founder: ro.founder, status: r.statusBefore(s, ro.from), org: o, at: ro.from, end: o.to, person: []string{sp.name}, rule: "headline"}, true
	}
	return claim{}, false
}

// ownFieldTo reads "Director of Engineering" up to the separator that follows.
func (r *reading) ownFieldTo(s *sentence, ro role) (role, int) {
	next := ro.to
	if !s.tokAt(next).is("of") {
		return ro, next
	}
	j := next + 1
	for j < len(s.toks) && j < next+6 && (s.toks[j].kind == word || s.toks[j].is("&")) {
		j++
	}
	if j > next+1 && s.tokAt(j).is(",", "|", "·", "•", "–", "—", "-") {
		ro.text = shortRole(ro.text) + " of " + lowerText(s, next+1, j)
		return ro, j
	}
	return ro, next
}

// opensLine reports whether only a label, a bullet or "with" stands before token i.
func (r *reading) opensLine(s *sentence, i int) bool {
	return i == 0 || i <= 4 && s.tokAt(i-1).is(":", "-", "•", "*", "–", "|") || i == 1
}

// bracketOf reads "NAME (ORG)" in prose: an organisation by its entry or its looks, and nothing else in the brackets.
func (r *reading) bracketOf(s *sentence, sp *span) (claim, bool) {
	if s.kind != prose || s.src.in == "title" || s.titleCase || !s.tokAt(sp.to).is("(") {
		return claim{}, false
	}
	o, ok := r.orgAt(s, sp.to+1)
	if !ok || o.class == techName || !s.tokAt(o.to).is(")") || o.entry == nil && !orgTails[s.toks[o.to-1].lower] && !(o.to-o.from > 2 && orgHeads[s.toks[o.to-1].lower]) || socialSites[o.name] {
		return claim{}, false
	}
	return claim{s: s, status: Current, org: o, at: sp.to, end: o.to, person: []string{sp.name}, rule: "person-from"}, true
}

// possessorOf reads "System76's Jeremy Soller".
func (r *reading) possessorOf(s *sentence, k int) (claim, bool) {
	sp := &s.spans[k]
	i := sp.from
	if i < 3 || !s.tokAt(i-1).is("s") || !s.tokAt(i-2).is("'") || !s.toks[i-2].glued {
		return claim{}, false
	}
	o := s.spanAt(i - 3)
	if o == nil || o.to != i-2 || o.class != companyName && o.class != bothName {
		return claim{}, false
	}
	if s.tokAt(sp.to).is("'") && s.tokAt(sp.to).glued {
		return claim{}, false
	}
	return claim{s: s, status: Current, org: *o, at: o.from, end: sp.to, person: []string{sp.name}, rule: "person-from"}, true
}

// titleAt reads "… at ORG with NAME" in a title or a chapter.
func (r *reading) titleAt(s *sentence) (claim, bool) {
	if s.src.in != "title" && s.kind != chapter && s.kind != heading {
		return claim{}, false
	}
	for i := 1; i < len(s.toks); i++ {
		if !s.toks[i].is("at", "@") || s.tokAt(i+1).glued {
			continue
		}
		o, ok := r.orgAt(s, i+1)
		if !ok || o.class == techName || !s.tokAt(o.to).is("with", "w", "|", "-", "–", "—", "·") {
			continue
		}
		j := o.to + 1
		if s.tokAt(j).is("/") {
			j++
		}
		sp := s.spanAt(j)
		if sp == nil || sp.from != j || sp.class != personName || sp.to < len(s.toks) && !s.toks[sp.to].is("|", "-", "–", "(", ",", "and", "&") {
			continue
		}
		return claim{s: s, status: Current, org: o, at: i, end: sp.to, person: []string{sp.name}, rule: "title-at"}, true
	}
	return claim{}, false
}
