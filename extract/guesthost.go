package extract

import "strings"

// guestHosts reads "guest host Ada Long": who hosts for once, and who sits down with them, host, and visit nobody.
func (r *reading) guestHosts(s *sentence) {
	for i := 1; i < len(s.toks); i++ {
		if !s.toks[i].is("host", "hosts") || !s.toks[i-1].is("guest") {
			continue
		}
		sp := r.personAt(s, i+1)
		if sp == nil || sp.from != i+1 || sp.to-sp.from < 2 {
			continue
		}
		r.onlyHosts(s, sp)
		for k := range s.spans {
			other := &s.spans[k]
			if other.class == personName && other.to-other.from > 1 && s.tokAt(other.to).is("sits", "sat") && other.to+4 == i && s.toks[i-2].is("with") {
				r.onlyHosts(s, other)
			}
		}
	}
}

// showNames makes hosts of those after whom a show is named: "Loop Talk with Ada Long".
func (r *reading) showNames() {
	_, after, ok := strings.Cut(r.ep.Show, " with ")
	if !ok {
		return
	}
	for i := range r.sents {
		s := &r.sents[i]
		for k := range s.spans {
			if sp := &s.spans[k]; sp.class == personName && sp.to-sp.from > 1 && (after == sp.name || strings.HasPrefix(after, sp.name+" and ") || strings.HasSuffix(after, " and "+sp.name)) {
				r.onlyHosts(s, sp)
			}
		}
	}
}

// onlyHosts makes a host of a person, who is no guest then.
func (r *reading) onlyHosts(s *sentence, sp *span) {
	p := r.resolveShort(sp.name)
	p.guest = false
	r.addHost(s, sp.from, sp.to, sp.name, "host-word")
}
