package extract

// rolesApart gives an employment without a role the role its person is said to have in another clause or sentence:
// "Jane is a staff engineer. She works at Heapworks", when neither has a rival.
func (r *reading) rolesApart() {
	for i := range r.sents {
		s := &r.sents[i]
		if s.src.in == "title" {
			r.titleRoles(s)
		}
		if s.kind != prose || s.titleCase {
			continue
		}
		r.movedOn(s)
		for k := range s.spans {
			sp := &s.spans[k]
			if sp.class != personName {
				continue
			}
			p := r.resolveShort(sp.name)
			ro, ok := r.statedRole(s, sp)
			if !ok || p.host {
				continue
			}
			if a := r.roleless(p); a != nil {
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
		if end := s.tokAt(ro.to); ro.to < len(s.toks) && !end.is(".", ",", "who", "and", "with", "–", "—", "-", "!", "located", "based", "living", "by") {
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
	if a := r.onlyPresent(p); a != nil && len(a.Roles) == 0 {
		return a
	}
	return nil
}

// titleRoles reads a title's "NAME (VP and Head of Engineering)": what its person is where the text says they work.
func (r *reading) titleRoles(s *sentence) {
	for k := range s.spans {
		sp := &s.spans[k]
		if sp.class != personName || !s.tokAt(sp.to).is("(") {
			continue
		}
		a := r.onlyPresent(r.resolveShort(sp.name))
		if a == nil {
			continue
		}
		var roles []string
		i := sp.to + 1
		for i < len(s.toks) && !s.toks[i].is(")") {
			ro, ok := r.roleAt(s, min(r.nextHead(s, i), len(s.toks)-1))
			if !ok || ro.from != i {
				roles = nil
				break
			}
			if j := ro.to; s.tokAt(j).is("of") {
				for j++; j < len(s.toks) && s.toks[j].kind == word && !s.toks[j].is("and"); {
					j++
				}
				ro.text, ro.to = shortRole(ro.text)+" of "+lowerText(s, ro.to+1, j), j
			}
			roles = append(roles, ro.text)
			for i = ro.to; s.tokAt(i).is(",", "and", "&"); {
				i++
			}
		}
		for _, ro := range roles {
			if !contains(a.Roles, ro) {
				a.Roles = append(a.Roles, ro)
			}
		}
		if ev := r.quote(s, sp.from, min(i+1, len(s.toks))); len(roles) > 0 && len(a.Evidence) < 4 && !sameEvidence(a.Evidence, ev) {
			a.Evidence = append(a.Evidence, ev)
		}
	}
}

// movedOn reads "He has since moved on": the only job told is over.
func (r *reading) movedOn(s *sentence) {
	for i := 2; i < len(s.toks); i++ {
		if !(s.toks[i].is("moved") && s.tokAt(i+1).is("on") && !s.tokAt(i+2).is("to", "from") || s.toks[i].is("moved") && s.tokAt(i+1).is("on") && s.tokAt(i-1).is("since")) || !s.tokAt(i-1).is("since", "has") {
			continue
		}
		name := r.previousSubject(s)
		for k := range s.spans {
			if sp := &s.spans[k]; sp.class == personName && sp.to <= i {
				name = sp.name
			}
		}
		if name == "" {
			return
		}
		if a := r.onlyPresent(r.resolveShort(name)); a != nil {
			a.Status = Former
		}
	}
}

// onlyPresent returns a person's only present employment, or nil.
func (r *reading) onlyPresent(p *person) *employment {
	var found *employment
	for i := range r.affiliations {
		a := &r.affiliations[i]
		if a.person != p || a.Status != Current {
			continue
		}
		if found != nil {
			return nil
		}
		found = a
	}
	return found
}
