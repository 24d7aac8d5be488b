package extract

// headlineClaims reads the lines that introduce people without a verb: "Guest: Ada Long – Principal Engineer, Heapworks",
// "Ada Long | Developer Advocate | Heapworks", "Ada Long (Heapworks)", "Heapworks's Ada Long", and titles of the kind
// "Scaling search at Heapworks with Ada Long".
func (r *reading) headlineClaims(s *sentence) []claim {
	var out []claim
	for k := range s.spans {
		sp := &s.spans[k]
		if sp.class != personName || sp.to-sp.from < 2 {
			continue
		}
		if c, ok := r.headlineOf(s, sp); ok {
			out = append(out, c)
		} else if c, ok := r.bracketOf(s, sp); ok {
			out = append(out, c)
		}
		if c, ok := r.possessorOf(s, k); ok {
			out = append(out, c)
		}
	}
	if c, ok := r.titleAt(s); ok {
		out = append(out, c)
	}
	return out
}

// headlineOf reads "NAME – ROLE, ORG" and "NAME | ROLE | ORG" that fill their line, and "NAME (@handle), ROLE, ORG" wherever
// somebody is introduced.
func (r *reading) headlineOf(s *sentence, sp *span) (claim, bool) {
	i := pastHandle(s, sp.to)
	for s.tokAt(i).is("/") && s.tokAt(i+1).is("/") {
		i++
	}
	if !s.tokAt(i).is(",", "|", "·", "•", "–", "—", "-", "(", ":", "/", "[") || s.tokAt(i).is("-", "/") && s.tokAt(i).glued && i == sp.to {
		return claim{}, false
	}
	alone := r.opensLine(s, sp.from) || s.src.in == "title"
	if !alone && (s.kind != prose || s.titleCase || s.tokAt(sp.from-1).is("of", "about", "on", "from", "at", "against")) {
		return claim{}, false
	}
	p, ok := r.postingAt(s, i+1)
	if !ok || p.org.common() || p.org.class == techName && p.org.entry != nil {
		return claim{}, false
	}
	end := s.tokAt(p.org.to)
	if p.org.entry == nil && p.org.to-p.org.from == 1 && r.x.has(&s.toks[p.org.from], ordinaryWord) && end.is(",") {
		return claim{}, false // what else somebody is: "Author, Speaker, Gardener"
	}
	switch {
	case p.org.to >= len(s.toks) || end.is("|", "·", "•", "(", ")", "]", ".") || end.kind == urlToken:
	case !p.parted || !end.is(",", ";", "–", "—", "!") && (alone || !end.is("and", "&", "to", "about", "for", "who", "joins")):
		return claim{}, false
	}
	if !alone && (p.org.entry == nil && !r.openOrg(s, p.org.from) || inPlace(s, &p.org) || r.authorish(p.roles[len(p.roles)-1])) {
		return claim{}, false
	}
	if !p.parted && !(s.tokAt(i).is("(", "[") && end.is(")", "]")) && s.src.in != "title" {
		return claim{}, false
	}
	return claim{s: s, roles: p.roles, founder: p.founder, status: r.statusBefore(s, p.from), org: p.org, at: p.from, end: p.org.to, person: []string{sp.name}, rule: "headline"}, true
}

// A posting is a role, or several, and the employer right after them, as a line without verbs tells it: "CTO, Heapworks".
type posting struct {
	roles   []string
	founder bool
	parted  bool // something stands between the role and the employer
	from    int  // token
	org     span
}

// postingAt reads a posting at token i.
func (r *reading) postingAt(s *sentence, i int) (posting, bool) {
	for s.tokAt(i).is("former", "ex", "fmr", "the", "our") {
		i++
	}
	p := posting{from: i}
	next := i
	for {
		head := r.nextHead(s, next)
		ro, ok := r.roleAt(s, min(head, len(s.toks)-1))
		if !ok || ro.from != next || headAfter(r, s, ro.to) && !s.tokAt(ro.to).is("hire") {
			break
		}
		ro, next = r.ownFieldTo(s, ro)
		p.roles, p.founder = append(p.roles, ro.text), p.founder || ro.founder
		if !s.tokAt(next).is("&", "and", "/", "+", ",") || next+1 >= len(s.toks) || r.x.has(&s.toks[next+1], functionWord) {
			break
		}
		if j := r.nextHead(s, next+1); j >= len(s.toks) || !r.headAt(s, j) || j > next+4 {
			break
		}
		next++
	}
	if len(p.roles) == 0 {
		return p, false
	}
	if s.tokAt(next-1).is(",", "/", "&", "and", "+") { // what follows the comma is no role
		next--
	}
	if s.tokAt(next).is(",", "|", "·", "•", "–", "—", "-", "/", "@", "at", ":") {
		p.parted = true
		for s.tokAt(next).is(",", "|", "·", "•", "–", "—", "-", "/", "@", "at", ":") {
			next++
		}
	}
	if next >= len(s.toks) || s.toks[next].is("a", "an", "his", "her", "their") {
		return p, false
	}
	if !p.parted && orgTails[s.toks[next].lower] {
		return p, false // "(Ambassador Labs)"
	}
	var ok bool
	p.org, ok = r.orgAt(s, next)
	return p, ok && p.org.from == next
}

// pastHandle skips "(@adalong)", "(she/her)" and "[Quill]", a nickname before an employer, after a name.
func pastHandle(s *sentence, i int) int {
	if !s.tokAt(i).is("(", "[") {
		return i
	}
	for j := i + 2; j < i+8 && j < len(s.toks); j++ {
		if s.toks[j].is(")", "]") {
			if s.toks[i+1].is("@", "she", "he", "they") || j == i+2 && s.tokAt(j+1).is("of", "from", "at") {
				return j + 1
			}
			return i
		}
	}
	return i
}

// ownFieldTo reads "Director of Engineering" up to the separator that follows.
func (r *reading) ownFieldTo(s *sentence, ro role) (role, int) {
	next := ro.to
	if !s.tokAt(next).is("of") {
		return ro, next
	}
	j := next + 1
	for j < len(s.toks) && j < next+6 && (s.toks[j].kind == word || s.toks[j].is("&")) {
		j++
	}
	if j > next+1 && s.tokAt(j).is(",", "|", "·", "•", "–", "—", "-") {
		ro.text = shortRole(ro.text) + " of " + lowerText(s, next+1, j)
		return ro, j
	}
	return ro, next
}

// opensLine reports whether only a label, a bullet or "with" stands before token i.
func (r *reading) opensLine(s *sentence, i int) bool {
	return i == 0 || i <= 4 && s.tokAt(i-1).is(":", "-", "•", "*", "–", "|") || i == 1
}

// bracketOf reads "NAME (ORG)" in prose: an organisation by its entry or its looks, and nothing else in the brackets but a
// former employer. A guest's may be any name.
func (r *reading) bracketOf(s *sentence, sp *span) (claim, bool) {
	if s.kind != prose && s.kind != hostLine || s.src.in == "title" || s.titleCase || !s.tokAt(sp.to).is("(", "[") || pastHandle(s, sp.to) > sp.to || r.x.has(s.tokAt(sp.to+1), givenName) {
		return claim{}, false
	}
	o, ok := r.orgAt(s, sp.to+1)
	if !ok || o.class == techName || socialSites[o.name] || o.from != sp.to+1 || inPlace(s, &o) {
		return claim{}, false
	}
	if end := s.tokAt(o.to); !end.is(")", "]") && !(end.is(",") && s.tokAt(o.to+1).is("ex", "former", "formerly", "previously")) {
		return claim{}, false
	}
	if o.entry == nil && !orgTails[s.toks[o.to-1].lower] && !(o.to-o.from > 2 && orgHeads[s.toks[o.to-1].lower]) && !((r.resolveShort(sp.name).guest || r.resolveShort(sp.name).host) && r.soundsFirm(s, &o)) {
		return claim{}, false
	}
	return claim{s: s, status: Current, org: o, at: sp.to, end: o.to, person: []string{sp.name}, rule: "person-from"}, true
}

// soundsFirm reports whether no word of an unlisted name is a dictionary's, a person's or a people's.
func (r *reading) soundsFirm(s *sentence, o *span) bool {
	for i := o.from; i < o.to; i++ {
		if r.x.has(&s.toks[i], givenName|roleHead|monthOrDay) || o.to-o.from == 1 && ofPeople(s.toks[i].lower) || r.x.has(&s.toks[i], ordinaryWord) && o.to-o.from == 1 || s.toks[i].letters == upperCase && o.to-o.from == 1 {
			return false
		}
	}
	return o.to-o.from < 4
}

// possessorOf reads "System76's Jeremy Soller" and "Heapworks' Ada Long".
func (r *reading) possessorOf(s *sentence, k int) (claim, bool) {
	sp := &s.spans[k]
	end, owns := pastOwner(s, sp.from)
	if !owns || end < 1 || !s.toks[end].glued || s.tokAt(sp.to).is("'") && s.tokAt(sp.to).glued {
		return claim{}, false
	}
	o := s.spanAt(end - 1)
	if o == nil && (s.kind == prose || s.src.in == "title") && !s.titleCase && r.resolveShort(sp.name).guest {
		if o = r.openPossessor(s, end); o != nil && !r.soundsFirm(s, o) {
			o = nil
		}
	}
	if o == nil || o.to != end || o.class != companyName && o.class != bothName {
		return claim{}, false
	}
	return claim{s: s, status: Current, org: *o, at: o.from, end: sp.to, person: []string{sp.name}, rule: "person-from"}, true
}

// titleAt reads "… at ORG with NAME" in a title or a chapter.
func (r *reading) titleAt(s *sentence) (claim, bool) {
	if s.src.in != "title" && s.kind != chapter && s.kind != heading {
		return claim{}, false
	}
	for i := 1; i < len(s.toks); i++ {
		if !s.toks[i].is("at", "@") || s.tokAt(i+1).glued {
			continue
		}
		o, ok := r.orgAt(s, i+1)
		if !ok || o.class == techName || o.weak || o.to-o.from == 1 && r.x.has(&s.toks[o.from], ordinaryWord) || !s.tokAt(o.to).is("with", "w", "|", "-", "–", "—", "·") {
			continue
		}
		j := o.to + 1
		if s.tokAt(j).is("/") {
			j++
		}
		sp := s.spanAt(j)
		if sp == nil || sp.from != j || sp.class != personName || sp.to < len(s.toks) && !s.toks[sp.to].is("|", "-", "–", "(", ",", "and", "&") {
			continue
		}
		return claim{s: s, status: Current, org: o, at: i, end: sp.to, person: []string{sp.name}, rule: "title-at"}, true
	}
	return claim{}, false
}
