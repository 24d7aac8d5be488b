package extract

import "strings"

// A sponsorship is a company or product advertised in the description.
type sponsorship struct {
	name     string
	evidence []noted
	listed   bool // the name is recognised apart from its being advertised
}

// advertise finds sponsors: below their heading, after "sponsored by", and in promotional lines with a link of the sponsor.
func (r *reading) advertise() {
	for i := range r.sents {
		s := &r.sents[i]
		if s.src.in == "title" {
			continue
		}
		if k := r.sponsorPhrase(s); k > 0 {
			r.sponsorsFrom(s, k, "sponsored-by")
			continue
		}
		if k := r.sponsorSubject(s); k >= 0 {
			r.sponsorsFrom(s, k, "sponsored-by")
			continue
		}
		if s.kind == heading && s.passage.isSection() {
			r.sponsorHeading(s)
		}
		if s.kind == sponsor && s.passage.isSection() {
			r.sponsorEntry(s)
			continue
		}
		if s.kind == linkLine || s.kind == prose {
			r.promotion(s)
		}
	}
	r.oftenNamed()
	r.offered()
}

// oftenNamed takes a company for a sponsor that several entries of the sponsors' section name: a sponsor's own articles.
func (r *reading) oftenNamed() {
	first := map[string]*span{}
	where := map[string]*sentence{}
	for i := range r.sents {
		s := &r.sents[i]
		if s.kind != sponsor || !s.passage.isSection() {
			continue
		}
		for k := range s.spans {
			sp := &s.spans[k]
			if sp.entry == nil || sp.entry.class&isCompany == 0 || sp.weak || where[sp.name] == s {
				continue
			}
			if first[sp.name] == nil {
				first[sp.name], where[sp.name] = sp, s
				if s.toks[0].is("write", "indicate", "use", "request", "try", "download", "get", "enter") && i > 0 && r.sents[i-1].passage != s.passage {
					r.sponsor(s, sp.from, sp.to, sp.name, "sponsor-section")
				}
				continue
			}
			o := first[sp.name]
			r.sponsor(where[sp.name], o.from, o.to, o.name, "sponsor-section")
			r.sponsor(s, sp.from, sp.to, sp.name, "sponsor-section")
		}
	}
}

// sponsorHeading reads "About our sponsor: InfinyOn" and "Tuple - Sponsor".
func (r *reading) sponsorHeading(s *sentence) {
	for i := range s.toks {
		if !s.toks[i].is("sponsor", "sponsors") {
			continue
		}
		j := i + 1
		for j < i+5 && s.tokAt(j).is("this", "week", "month", "of", "for", "the", "episode", "show", "today") {
			j++
		}
		if j+1 < len(s.toks) && s.toks[j].is(":", "-", "–", "—") {
			r.sponsorsFrom(s, j+1, "sponsor-heading")
		} else if i >= 2 && s.toks[i-1].is("-", "–", "—") && s.toks[0].capital() {
			r.sponsorsFrom(s, 0, "sponsor-heading")
		}
		return
	}
}

// isSection reports whether the passage stands below a heading for sponsors.
func (p *passage) isSection() bool {
	return strings.Contains(p.under, "sponsor") || strings.HasSuffix(p.under, "brought to you by") || strings.HasPrefix(p.under, "brought to you")
}

// sponsorPhrase returns the token after "sponsored by", "brought to you by", "sponsor:".
func (r *reading) sponsorPhrase(s *sentence) int {
	for i := range s.toks {
		t := &s.toks[i]
		switch {
		case t.is("sponsored") && i+1 < len(s.toks) && s.toks[i+1].is("by"):
			return afterColon(s, i+2)
		case t.is("brought") && i+3 < len(s.toks) && s.toks[i+1].is("to") && s.toks[i+3].is("by"):
			return afterColon(s, i+4)
		case t.is("made") && s.tokAt(i+1).is("possible") && s.tokAt(i+2).is("by"):
			return i + 3
		case t.is("comes") && s.tokAt(i+1).is("from") && r.nearAny(s, i, 8, "support", "sponsorship"):
			return i + 2
		case t.is("supported") && s.tokAt(i+1).is("by") && r.nearAny(s, i, 5, "podcast", "show", "episode"):
			return i + 2
		case t.is("sponsor", "sponsors") && s.tokAt(i-1).is("our") && r.nearAny(s, i, 4, "thanks", "thank") && s.tokAt(i+1).capital():
			return i + 1
		case t.is("thank") && s.tokAt(i+1).capital() && !s.tokAt(i+1).is("you") && r.sponsoring(s, i):
			return i + 1
		case t.is("to") && s.tokAt(i-1).is("thanks", "you", "shoutout", "out", "props") && r.sponsoring(s, i):
			return i + 1
		case t.is("sponsor", "sponsors") && i+1 < len(s.toks) && s.toks[i+1].is(":", ",", "is") && s.kind == sponsor:
			return i + 2
		}
	}
	return 0
}

// sponsorSubject returns the token where the name of the sponsor stands that is the subject of its sentence: "X is sponsoring
// us", "X is the company that makes this show possible"; -1 if none.
func (r *reading) sponsorSubject(s *sentence) int {
	if s.kind != prose || len(s.toks) > 60 {
		return -1
	}
	for i := range s.toks {
		t := &s.toks[i]
		if !(t.is("sponsoring") && s.tokAt(i-1).is("is", "are") && s.tokAt(i+1).is("us", "this", "the", "today", "our")) &&
			!(t.is("possible") && r.makesPossible(s, i)) {
			continue
		}
		k := 0
		for s.tokAt(k).kind == punct && k < i {
			k++
		}
		if end := r.nameEndAt(s, k); end > k && end < i && s.toks[end].is("is", "are", "makes", "make", ",", "(") {
			return k
		}
	}
	return -1
}

// makesPossible reports whether "makes this show possible" ends at token i.
func (r *reading) makesPossible(s *sentence, i int) bool {
	for j := i - 1; j > 0 && j >= i-7; j-- {
		if s.toks[j].is("makes", "make", "making") {
			return j+1 < i && (r.isShow(s.text(j+1, i)) || r.nearAny(s, i, i-j, "podcast", "show", "episode", "episodes"))
		}
	}
	return false
}

// afterColon skips the colon of "Sponsored by: X".
func afterColon(s *sentence, i int) int {
	if s.tokAt(i).is(":") {
		return i + 1
	}
	return i
}

// sponsoring reports whether "for sponsoring", "for supporting the show" follows within its sentence: "thanks to X for …",
// "thank X, a marketplace for engineers, for …".
func (r *reading) sponsoring(s *sentence, i int) bool {
	for j := i + 1; j < i+18 && j < len(s.toks); j++ {
		if !s.toks[j].is("for") {
			continue
		}
		switch next := s.tokAt(j + 1); {
		case next.is("sponsoring", "powering"), next.is("their") && s.tokAt(j+2).is("sponsorship"):
			return true
		case next.is("supporting") && r.nearAny(s, j, 5, "show", "podcast", "episode"):
			return true
		}
	}
	return false
}

// everybodys reports whether nobody can buy an advertisement for a technology: a language, a format, a framework.
func (sp *span) everybodys() bool {
	return sp.class == techName && sp.entry != nil && (sp.common() || sp.kind == "framework")
}

// sponsorsFrom reads a list of names.
func (r *reading) sponsorsFrom(s *sentence, i int, rule string) {
	for i < len(s.toks) {
		for i < len(s.toks) && s.toks[i].is(",", "and", "&", "our", "friends", "at", "the", "by", "good", "folks") {
			i++
		}
		if i >= len(s.toks) {
			return
		}
		if r.personAt(s, i) != nil {
			return
		}
		if sp := s.spanAt(i); sp != nil && sp.class != otherName {
			r.sponsor(s, sp.from, sp.to, sp.name, rule)
			i = sp.to
		} else {
			to := i
			if s.toks[i].kind == word && s.toks[i].capital() || r.domainAt(s, i) {
				to = r.orgEnd(s, i)
			}
			if to == i || s.toks[i].kind == urlToken {
				return
			}
			if s.tokAt(to).is("/") && s.tokAt(to).glued {
				// "ourshow.fm/sentry": a page of the show's own
				if sp := s.spanAt(to + 1); sp != nil && sp.from == to+1 && sp.class != personName {
					r.sponsor(s, sp.from, sp.to, sp.name, rule)
				}
				return
			}
			r.sponsor(s, i, to, s.text(i, to), rule)
			i = to
		}
		if i+2 < len(s.toks) && s.toks[i].is("(") && s.toks[i+1].kind == urlToken {
			i += 3
		}
		if i >= len(s.toks) || !s.toks[i].is(",", "and", "&") {
			return
		}
	}
}

// sponsorEntry reads one line below a heading "Sponsors": its link's label, or its first name.
func (r *reading) sponsorEntry(s *sentence) {
	i := 0
	for i < len(s.toks) && s.toks[i].is("•", "-", "*") {
		i++
	}
	if to := r.nameEndAt(s, i); to > i && to+1 < len(s.toks) && s.toks[to].is(":") && s.toks[to+1].kind == urlToken {
		name := s.text(i, to)
		if sp := s.spanAt(i); sp != nil && sp.to == to {
			name = sp.name
		}
		r.sponsor(s, i, to, name, "sponsor-section")
		return
	}
	for _, l := range s.src.linksIn(s.start, s.end) {
		if l.bare {
			continue
		}
		from, to := s.tokensIn(l.start, l.end)
		for to > from && s.toks[to-1].kind == punct && s.toks[to-1].is(".", ":", "!") {
			to--
		}
		if to == from {
			continue
		}
		if sp := s.spanAt(from); sp != nil && sp.from == from && sp.class != personName && !sp.everybodys() && (sp.to == to || to-from <= 4 && r.linkTells(s, sp)) {
			r.sponsor(s, sp.from, sp.to, sp.name, "sponsor-section")
			return
		}
		if to-from <= 4 && (labelSpelled(s.src.raw[l.rawStart:l.rawEnd], s.text(from, to)) || r.nameAlone(s, from, to)) {
			r.sponsor(s, from, to, s.text(from, to), "sponsor-section")
		}
		return
	}
	if to := r.introducedTo(s, i); to > i {
		r.sponsor(s, i, to, s.text(i, to), "sponsor-section")
		return
	}
	if len(s.toks) > 0 {
		for k := range s.spans {
			if sp := &s.spans[k]; sp.from <= 3 && sp.class != otherName && sp.class != personName && !sp.everybodys() {
				r.sponsor(s, sp.from, sp.to, sp.name, "sponsor-section")
				return
			}
		}
	}
}

// introducedTo returns where an unlisted name ends that opens an entry and is then explained, "Plum Wallet, an easy wallet",
// "Heapworks - backups that restore", "Quincefox (quincefox.example/show): …"; i when there is none.
func (r *reading) introducedTo(s *sentence, i int) int {
	if i >= len(s.toks) || s.spanAt(i) != nil || s.start != s.passage.start || r.personAt(s, i) != nil {
		return i
	}
	to := r.nameEndAt(s, i)
	if to == i || to-i > 4 || !s.tokAt(to).is(",", "-", "–", "—", "--", ":", "(") || s.tokAt(to).glued && !s.toks[to].is(",", ":") {
		return i
	}
	if r.plainWords(s, i, to) && !(to > i+1 && s.toks[to].is(",") && s.tokAt(to+1).is("a", "an", "the")) {
		return i
	}
	return to
}

// nameAlone reports whether a label is nothing but one word that no dictionary has: "PVS-Studio".
func (r *reading) nameAlone(s *sentence, from, to int) bool {
	if r.plainWords(s, from, to) || s.spanAt(from) != nil || r.x.has(&s.toks[from], ordinaryWord|functionWord|monthOrDay) {
		return false
	}
	for i := from; i < to; i++ {
		if t := &s.toks[i]; i > from && !t.glued || !t.capital() && !t.is("-", ".", "+") {
			return false
		}
	}
	return true
}

// nameEndAt returns where the name at token i ends, listed or capitalised.
func (r *reading) nameEndAt(s *sentence, i int) int {
	if i >= len(s.toks) {
		return i
	}
	if sp := s.spanAt(i); sp != nil && sp.from == i {
		return sp.to
	}
	if s.toks[i].capital() {
		return r.orgEnd(s, i)
	}
	return i
}

// labelSpelled reports whether a URL's host spells the label.
func labelSpelled(url, label string) bool {
	h, w := foldName(siteOf(url)), foldName(label)
	return len(w) >= 3 && (strings.Contains(h, w) || strings.HasPrefix(w, h[:min(len(h), 5)]))
}

// promotion reads "Get production ready SQLite with Turso: https://tur.so/af": an imperative, and a link the
// advertised name's own.
func (r *reading) promotion(s *sentence) {
	if len(s.toks) < 4 || len(s.toks) > 30 || !s.toks[0].is("get", "try", "start", "build", "use", "check", "sign", "save", "ship", "deploy", "thanks", "this") {
		return
	}
	for k := range s.spans {
		sp := &s.spans[k]
		if sp.class == otherName || sp.class == personName || sp.from == 0 || !s.toks[sp.from-1].is("with", "out", "to", "on", "for", "by") {
			continue
		}
		want := foldName(sp.name)
		for _, l := range s.src.linksIn(s.start, s.end) {
			host := foldName(siteOf(s.src.raw[l.rawStart:l.rawEnd]))
			if l.bare && len(want) >= 4 && strings.HasPrefix(host, want) && !r.guestOf(sp.name) {
				r.sponsor(s, sp.from, sp.to, sp.name, "promotion")
			}
		}
	}
}

// guestOf reports whether somebody in the episode works there: then it is its subject, not its sponsor.
func (r *reading) guestOf(name string) bool {
	for i := range r.affiliations {
		if r.affiliations[i].Company == name {
			return true
		}
	}
	return false
}

func (r *reading) sponsor(s *sentence, from, to int, name, rule string) {
	sp := r.sponsors[foldName(name)]
	if sp == nil {
		sp = &sponsorship{name: name}
		r.sponsors[foldName(name)] = sp
	}
	sp.listed = sp.listed || s.spanAt(from) != nil
	sp.evidence = append(sp.evidence, noted{r.quote(s, from, to), rule})
}
