package extract

import "strings"

// titledGuest reads "Ada Long talks with Ben Marsh" and "Ada Long, CTO of Heapworks, joins Ben Marsh to share": two people in
// full, of whom the title names the guest and not the host.
func (r *reading) titledGuest(s *sentence) {
	if s.kind != prose || s.src.in != "" || s.titleCase || s.listed || !r.earlySentence(s) {
		return
	}
	for k := range s.spans {
		guest := &s.spans[k]
		if guest.class != personName {
			continue
		}
		g := r.resolveShort(guest.name)
		if g.last == "" || !strings.Contains(r.title.text, g.name) {
			return
		}
		for i := guest.to; i < len(s.toks); i++ {
			t, at := &s.toks[i], i+1
			switch {
			case t.is("talks", "speaks", "chats", "talked", "spoke", "chatted") && s.tokAt(i+1).is("with", "to"):
				at = i + 2
			case t.is("joins", "joined"):
			default:
				continue
			}
			sp := r.personAt(s, at)
			if sp == nil || sp.from != at || sp.to-sp.from < 2 {
				return
			}
			if h := r.resolveShort(sp.name); !strings.Contains(r.title.text, h.name) && !h.guest && h != g {
				g.guest = true
				r.note("guest", "guest-subject", g, r.quote(s, guest.from, guest.to))
				r.addHost(s, sp.from, sp.to, sp.name, "host-addressed")
			}
			return
		}
		return
	}
}
