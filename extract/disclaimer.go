package extract

// disclaimers makes hosts of those whose opinions a text says to be their own: "Ada Long and her guests are employees of
// Heapworks. The opinions expressed in this podcast are their own".
func (r *reading) disclaimers() {
	for i := range r.sents {
		s := &r.sents[i]
		if s.kind != prose || i+1 == len(r.sents) || !r.ownOpinions(&r.sents[i+1]) {
			continue
		}
		var names []span
		k := 0
		for sp := r.personAt(s, k); sp != nil && sp.from == k; sp = r.personAt(s, k) {
			names = append(names, *sp)
			for k = sp.to; s.tokAt(k).is(",", "and", "&"); {
				k++
			}
		}
		if len(names) > 0 && s.tokAt(k).is("his", "her", "their") && s.tokAt(k+1).is("guest", "guests") {
			k += 2
		}
		if !s.tokAt(k).is("is", "are", "work", "works") {
			continue
		}
		for _, n := range names {
			r.addHost(s, n.from, n.to, n.name, "host-disclaimer")
		}
	}
}

// aboutMe reads "find out more about me, Ada Long", with a name in full: whoever writes hosts.
func (r *reading) aboutMe(s *sentence) {
	for i := range s.toks {
		if !s.toks[i].is("me") || !s.tokAt(i+1).is(",") || !s.tokAt(i-1).is("about", "with", "find", "follow", "contact", "by", "reach") {
			continue
		}
		if sp := r.personAt(s, i+2); sp != nil && sp.to-sp.from > 1 {
			if p := r.known(sp.name); p != nil && !p.guest {
				r.addHost(s, sp.from, sp.to, sp.name, "host-word")
			}
		}
	}
}

// ownOpinions reports whether a sentence says whose opinions a show's are: "The opinions expressed in this podcast …".
func (r *reading) ownOpinions(s *sentence) bool {
	for i := 0; i < 4 && i < len(s.toks); i++ {
		if s.toks[i].is("opinions", "opinion", "views") {
			n := len(s.toks)
			return r.nearAny(s, n, n-i, "own", "personal") && r.nearAny(s, n, n-i, "podcast", "show", "episode", "expressed", "employer", "employers")
		}
	}
	return false
}
