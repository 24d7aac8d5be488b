package extract

import "strings"

// loneGuest takes for a guest whom an opening sentence knows by given name only, when it tells of a career: "In this episode
// Ravi shares insights from his years in retail". Hosts share no careers, and a full name elsewhere would be the guest's.
func (r *reading) loneGuest() {
	if r.anyGuest() || r.introducedAlone() || !r.shortOnly() {
		return
	}
	for i := range r.sents {
		s := &r.sents[i]
		if !s.plainProse() || !r.earlySentence(s) {
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

// introducedAlone reads "Ada Long talks with Ben, the author of Quillstone": a guest of one name with what he is.
func (r *reading) introducedAlone() bool {
	for i := range r.sents {
		s := &r.sents[i]
		if !s.plainProse() || !r.earlySentence(s) {
			continue
		}
		for k := 2; k+2 < len(s.toks); k++ {
			if !s.toks[k-1].is("with", "to") || !talkVerbs[s.toks[k-2].lower] || !s.toks[k+1].is(",") || !s.tokAt(k+2).is("a", "an", "the") || !r.roleAhead(s, k+3) {
				continue
			}
			to, name := r.nameAt(s, k)
			if name == "" || to != k+1 || r.known(name) != nil {
				continue
			}
			p := r.resolveShort(name)
			s.put(span{from: k, to: k + 1, class: personName, name: p.name, rule: "guest-object"})
			r.addGuest(s, s.spanAt(k), "guest-object")
			return true
		}
	}
	return false
}

// givenGuest takes for a guest whom the description knows by given name, and opens with by role and employer: "Ada — founder of
// Heapworks — joins". Nobody may be named in full.
func (r *reading) givenGuest() {
	if r.anyGuest() || !r.shortOnly() {
		return
	}
	for i := range r.sents {
		s := &r.sents[i]
		if !s.plainProse() || !r.earlySentence(s) {
			continue
		}
		k := r.subjectStart(s)
		to, name := r.nameAt(s, k)
		if name == "" || strings.Contains(name, " ") || !(s.tokAt(to).is(",", "–", "—", "-", "(") && r.roleAhead(s, to+1)) && !s.tokAt(to).is("works", "is") {
			continue
		}
		head := to + 1
		for head < len(s.toks) && !r.headAt(s, head) {
			head++
		}
		for head < len(s.toks) && (r.roleWord(s, head) || s.toks[head].is("and", "&", "/", "-")) {
			head++
		}
		p := r.resolveShort(name)
		if !(s.tokAt(head).is("of", "at", "@", "for") && s.tokAt(head+1).capital()) || p.host {
			continue
		}
		s.put(span{from: k, to: to, class: personName, name: p.name, rule: "guest-subject"})
		r.addGuest(s, s.spanAt(k), "guest-subject")
		return
	}
}

// givenFrom takes for guests the given names that a host talks with and that come from a company: "sits down with Stephen and
// Russell from REX".
func (r *reading) givenFrom(s *sentence) {
	if s.kind != prose || s.listed || s.titleCase || !r.earlySentence(s) {
		return
	}
	for i := 2; i < len(s.toks); i++ {
		if !s.toks[i-1].is("with", "to", "by") || !talkVerbs[s.toks[i-2].lower] {
			continue
		}
		list, end := r.shortList(s, i)
		if len(list) == 0 || !s.tokAt(end).is("from", "of", "at") || !r.companyAt(s, end+1) && !s.tokAt(end+1).capital() {
			continue
		}
		if sp := s.spanAt(end + 1); sp != nil && (sp.class == otherName || sp.class == personName) {
			continue
		}
		for _, n := range list {
			p := r.resolveShort(n.name)
			if p.host || p.last != "" {
				continue
			}
			s.put(span{from: n.from, to: n.to, class: personName, name: p.name, rule: "guest-subject"})
			r.addGuest(s, s.spanAt(n.from), "guest-object")
		}
	}
}
