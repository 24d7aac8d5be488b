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
