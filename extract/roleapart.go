package extract

// rolesApart gives an employment without a role the role its person is said to have in another clause or sentence:
// "Jane is a staff engineer. She works at Heapworks", when neither has a rival.
func (r *reading) rolesApart() {
	for i := range r.sents {
		s := &r.sents[i]
		if s.kind != prose || s.titleCase {
			continue
		}
		for k := range s.spans {
			sp := &s.spans[k]
			if sp.class != personName {
				continue
			}
			ro, ok := r.statedRole(s, sp)
			if !ok {
				continue
			}
			p := r.resolveShort(sp.name)
			if a := r.roleless(p); a != nil && !p.host {
				a.Roles = append(a.Roles, ro.text)
				if ev := r.quote(s, sp.from, ro.to); len(a.Evidence) < 4 && !sameEvidence(a.Evidence, ev) {
					a.Evidence = append(a.Evidence, ev)
				}
			}
		}
	}
}

// statedRole reads "NAME is a staff engineer" and "NAME, a staff engineer," where no employer follows.
func (r *reading) statedRole(s *sentence, sp *span) (role, bool) {
	i := sp.to
	if !s.tokAt(i).is("is", ",", "–", "—", "-") || !s.tokAt(i+1).is("a", "an", "the") {
		return role{}, false
	}
	for j := i + 2; j < i+7 && j < len(s.toks); j++ {
		ro, ok := r.roleAt(s, j)
		if !ok || ro.from != i+2 || ro.founder || creates(ro.text) || r.authorish(ro.text) && ro.to == ro.from+1 || headAfter(r, s, ro.to) {
			continue
		}
		if end := s.tokAt(ro.to); ro.to < len(s.toks) && !end.is(".", ",", "who", "and", "with", "–", "—", "-", "!") {
			return role{}, false
		}
		return ro, true
	}
	return role{}, false
}

// headAfter reports whether another role noun follows at once: the role is longer.
func headAfter(r *reading, s *sentence, i int) bool {
	return i < len(s.toks) && r.x.has(&s.toks[i], roleHead)
}

// roleless returns a person's only present employment, if it tells no role.
func (r *reading) roleless(p *person) *employment {
	var found *employment
	for i := range r.affiliations {
		a := &r.affiliations[i]
		if a.person != p || a.Status != Current {
			continue
		}
		if found != nil || len(a.Roles) > 0 {
			return nil
		}
		found = a
	}
	return found
}
