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
	if s.toks[i].is("host") && s.toks[i].letters == titleCase && i > 1 && s.tokAt(i+1).is(",") && r.personAt(s, i+2) != nil && r.showEndsAt(s, i) {
		return true
	}
	return s.toks[i].is("host", "hosts", "cohost", "cohosts") && s.tokAt(i+1).capital() && s.tokAt(j).is("join", "joins", "joining", "with", "by", "to", "and", "as", "when", "show", "where", "tells", "joined")
}

// showEndsAt reports whether the words before token i are the show's name: "the Loop Talk Host, Ada Long".
func (r *reading) showEndsAt(s *sentence, i int) bool {
	return len(r.ep.Show) > 4 && strings.HasSuffix(strings.TrimSpace(s.src.text[s.start:s.toks[i].start]), r.ep.Show)
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

// specialGuest reads "Ada, Ben and special guest Cleo Marsh": the names that stand before the guest's host.
func (r *reading) specialGuest(s *sentence) {
	for i := 1; i < len(s.toks); i++ {
		if !s.toks[i].is("guest", "guests") || r.personAt(s, i+1) == nil {
			continue
		}
		j := i
		for j > 0 && s.toks[j-1].is("special", "our", "featured", "returning", "today", "'", "s") {
			j--
		}
		if !s.tokAt(j-1).is("and", "&", ",", "with") {
			continue
		}
		for {
			for j > 0 && s.toks[j-1].is(",", "and", "&") {
				j--
			}
			sp := r.personAt(s, j-1)
			switch {
			case sp != nil && sp.to == j && !s.tokAt(sp.from-1).is("guest", "guests"):
				p := r.resolveShort(sp.name)
				p.guest = false
				r.addHost(s, sp.from, sp.to, sp.name, "host-beside")
				j = sp.from
			case j > 0 && r.loneName(s, j-1) == nameUnknown:
				r.addHost(s, j-1, j, s.text(j-1, j), "host-beside")
				j--
			default:
				j = -1
			}
			if j < 1 || !s.toks[j-1].is(",", "and", "&") {
				break
			}
		}
	}
}

// introducesSelf reads "I'm Ada Long", "my name is Ada" and "Ada here": whoever writes hosts.
func (r *reading) introducesSelf(s *sentence) {
	if s.listed || s.kind != prose || !r.earlySentence(s) {
		return
	}
	for i := range s.toks {
		j := -1
		switch t := &s.toks[i]; {
		case t.is("i") && s.tokAt(i+1).is("'") && s.tokAt(i+2).is("m"):
			j = i + 3
		case t.is("i") && s.tokAt(i+1).is("am"), t.is("name") && s.tokAt(i-1).is("my") && s.tokAt(i+1).is("is"):
			j = i + 2
		case t.is("here") && i == 1 && (s.tokAt(2).is(".", "!", ",") || len(s.toks) == 2):
			j = 0
		}
		if j < 0 {
			continue
		}
		if to, name := r.nameAt(s, j); name != "" && !s.tokAt(to).is("'") {
			if p := r.known(name); (p == nil || !p.guest) && r.visitedBy(p) {
				r.addHost(s, j, to, name, "host-word")
			}
		}
	}
}

// visitedBy reports whether somebody else than p, who may be nil, is known for a guest.
func (r *reading) visitedBy(p *person) bool {
	for _, q := range r.people {
		if q != p && q.guest {
			return true
		}
	}
	return false
}

// signsOff reads the given name that ends a text below "Cheers," or after a dash: whoever writes hosts.
func (r *reading) signsOff() {
	n := len(r.sents) - 1
	if n < 1 || r.sents[n].src.in != "" || r.sents[n].kind != prose {
		return
	}
	s, above := &r.sents[n], &r.sents[n-1]
	from := 0
	if s.toks[0].is("-", "–", "—") {
		from = 1
	}
	to, name := r.nameAt(s, from)
	if name == "" || strings.Contains(name, " ") || to < len(s.toks) && !(to+1 == len(s.toks) && s.toks[to].is(".", "!")) {
		return
	}
	if p := r.known(name); (from == 1 || above.toks[len(above.toks)-1].is(",", "–", "—", "-")) && (p == nil || !p.guest) {
		r.addHost(s, from, to, name, "host-word")
	}
}

// joinThem reads "Join Ada and Ben as they talk with Cleo Marsh": given names that nobody in full has.
func (r *reading) joinThem(s *sentence) {
	i := r.subjectStart(s)
	if !s.tokAt(i).is("join") {
		i = 0
	}
	if !s.toks[i].is("join") || s.titleCase {
		return
	}
	list, end := r.shortList(s, i+1)
	if len(list) == 0 || !s.tokAt(end).is("as", "while", "for", "when", "in", "this") {
		return
	}
	for _, n := range list {
		r.addHost(s, n.from, n.to, n.name, "host-opening")
	}
}

// hostLines reads the entries below a heading "Hosts"; a short one is a name, known or not: "- Lewis", "- Rosemary Orchard".
func (r *reading) hostLines(s *sentence) {
	for k := range s.spans {
		if sp := &s.spans[k]; sp.class == personName {
			r.addHost(s, sp.from, sp.to, sp.name, "host-list")
			return
		}
	}
	from := 0
	for from < len(s.toks) && s.toks[from].kind == punct {
		from++
	}
	to := from
	for to < len(s.toks) && s.toks[to].kind == word && s.toks[to].capital() && (to == from || !s.toks[to].glued) {
		to++
	}
	if end := s.tokAt(to); to == from || to-from > 3 || to < len(s.toks) && (end.kind == word || end.glued) {
		return
	}
	if to-from == 1 && r.x.has(&s.toks[from], ordinaryWord|roleHead) && !r.x.has(&s.toks[from], givenName) || r.x.has(&s.toks[from], functionWord|monthOrDay) {
		return
	}
	given := to-from == 2 && r.x.has(&s.toks[from], givenName) && s.spanAt(from) == nil
	for i := from; i < to; i++ {
		if sp := s.spanAt(i); sp != nil && !sp.weak && !given || s.toks[i].letters == upperCase {
			return
		}
	}
	r.addHost(s, from, to, s.text(from, to), "host-list")
}
