package extract

import "strings"

// namedHosts reads the entries below "Connect with the hosts": "Ada: @ada@example.social", and below "About our hosts".
func (r *reading) namedHosts(s *sentence) {
	if !strings.HasSuffix(s.under, "the hosts") && !strings.HasSuffix(s.under, "our hosts") && !strings.HasSuffix(s.under, "the host") && !strings.HasSuffix(s.under, "our host") {
		return
	}
	if sp := r.personAt(s, 0); sp != nil && sp.from == 0 && sp.to-sp.from > 1 && s.kind == prose && hostHeading(s.under) && s.under != "hosts" && s.under != "host" && s.start == s.passage.start {
		r.addHost(s, sp.from, sp.to, sp.name, "host-list") // their lives, a paragraph each
		return
	}
	if to, name := r.nameAt(s, 0); name != "" && s.tokAt(to).is(":") {
		if p := r.known(name); p != nil && p.last != "" && !p.host && !r.handleTells(p.name) {
			return // the episode names somebody else of that given name
		}
		r.addHost(s, 0, to, name, "host-list")
	}
}

// theHost reports whether the noun "host" at token i is told of this show's own: "joins host Ada Long", "with co-host Ada". Another
// show's is told by its name: "Loop Talk host Ada Long".
func (r *reading) theHost(s *sentence, i int) bool {
	j := i - 1
	if s.tokAt(j).is("-") && s.tokAt(j-1).is("co") {
		j -= 2
	}
	return s.toks[i].is("host", "hosts", "cohost", "cohosts") && s.tokAt(i+1).capital() && s.tokAt(j).is("join", "joins", "joining", "with", "by", "to", "and", "as", "when", "show", "where", "tells", "joined")
}

// welcomer reads a chapter's "Ada welcomes Ben Marsh": who welcomes somebody named in full hosts.
func (r *reading) welcomer(s *sentence) {
	if !s.tokAt(1).is("welcomes", "introduces", "interviews") && !s.tokAt(2).is("welcomes", "introduces", "interviews") {
		return
	}
	to, name := r.nameAt(s, 0)
	if name == "" && s.toks[0].letters == titleCase {
		to, name = r.nickAt(s, 0)
	}
	if sp := r.personAt(s, to+1); name != "" && s.tokAt(to).is("welcomes", "introduces", "interviews") && sp != nil && sp.to-sp.from > 1 && r.resolveShort(sp.name) != r.known(name) {
		r.addHost(s, 0, to, name, "host-subject")
	}
}

// hostInLife returns the host whose life sentence s tells, in a paragraph below a heading for the hosts; nil elsewhere.
func (r *reading) hostInLife(s *sentence) *span {
	if !hostHeading(s.under) {
		return nil
	}
	var found *span
	for i := range r.sents {
		t := &r.sents[i]
		if t.src == s.src && t.under == s.under && t.start <= s.start && len(t.toks) > 0 {
			if sp := r.personAt(t, 0); sp != nil && r.resolveShort(sp.name).host {
				found = sp
			}
		}
	}
	return found
}

// fellowHosts makes hosts of the given names that open clauses of a description without any full name, beside one who is known
// to host: "Ada is back, and Ben has a new keyboard". Whom a host talks with is none.
func (r *reading) fellowHosts() {
	if r.anyGuest() || !r.shortOnly() || !r.shortHostKnown() {
		return
	}
	for i := range r.sents {
		s := &r.sents[i]
		if s.kind != prose || s.listed || s.titleCase || s.src.in != "" || !r.earlySentence(s) {
			continue
		}
		for k := range s.toks {
			if k > 0 && !s.toks[k-1].is(",", "and", "but", "while", "as", ";", "&") || r.loneName(s, k) != nameUnknown {
				continue
			}
			v := s.tokAt(k + 1)
			if v.kind != word || v.letters != lowerCase || !hostVerbs[v.lower] && !(strings.HasSuffix(v.lower, "s") && len(v.lower) > 3) || r.talkedWith(s.text(k, k+1)) {
				continue
			}
			r.addHost(s, k, k+1, s.text(k, k+1), "host-beside")
		}
	}
}

// shortHostKnown reports whether somebody known by given name alone hosts.
func (r *reading) shortHostKnown() bool {
	for _, p := range r.people {
		if p.host && p.last == "" {
			return true
		}
	}
	return false
}

// talkedWith reports whether somebody talks with, or is joined by, a name.
func (r *reading) talkedWith(name string) bool {
	for i := range r.sents {
		s := &r.sents[i]
		for k := 2; k < len(s.toks); k++ {
			if s.toks[k-1].is("with", "to", "by", "interviews", "welcomes") && s.text(k, k+1) == name {
				return true
			}
		}
	}
	return false
}
