package extract

import "strings"

// loneGuest takes for a guest whom an opening sentence knows by given name only, when it tells of a career: "In this episode
// Ravi shares insights from his years in retail". Hosts share no careers, and a full name elsewhere would be the guest's.
func (r *reading) loneGuest() {
	if r.anyGuest() || !r.shortOnly() {
		return
	}
	for i := range r.sents {
		s := &r.sents[i]
		if s.kind != prose || s.listed || s.titleCase || s.src.in != "" || !r.earlySentence(s) {
			continue
		}
		from := r.subjectStart(s)
		to, name := r.nameAt(s, from)
		if name == "" || strings.Contains(name, " ") || !s.tokAt(to).is("shares", "discusses", "joins", "takes", "walks", "reflects", "tells", "describes", "explains") {
			continue
		}
		for k := to; k < len(s.toks) && k < to+12; k++ {
			if !s.toks[k].is("career", "journey", "insights", "experience", "experiences", "background") {
				continue
			}
			if p := r.resolveShort(name); !p.host {
				s.put(span{from: from, to: to, class: personName, name: p.name, rule: "guest-subject"})
				r.addGuest(s, s.spanAt(from), "guest-subject")
			}
			return
		}
	}
}
