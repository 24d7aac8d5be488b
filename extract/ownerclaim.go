package extract

import "strings"

// ownerBefore reads "former Uber engineer", "Neon's founder", "Turso CEO", "Heapworks VP of Engineering Ada Long".
func (r *reading) ownerBefore(s *sentence, ro role) (claim, bool) {
	i, possessive := pastOwner(s, ro.from)
	if i == 0 {
		return claim{}, false
	}
	sp := s.spanAt(i - 1)
	switch {
	case sp != nil:
	case possessive && i > 1:
		sp = r.openPossessor(s, i)
	case !possessive && (ro.founder || ro.text == "ceo" || ro.text == "cto" || r.listGoes(s, i) || r.formerOwner(s, i) || r.beforeName(s, ro) || r.afterName(s, ro)):
		sp = r.openOwner(s, i)
	}
	if sp == nil || sp.to != i || sp.class != companyName && sp.class != bothName || r.ownsNone(s, sp, ro, possessive) {
		return claim{}, false
	}
	end := ro.to
	if (possessive || s.toks[ro.from].letters != lowerCase) && ro.field {
		if field, to := r.ownField(s, ro.to); field != "" {
			ro.text += field
			end = to
		}
	}
	return claim{s: s, roles: []string{ro.text}, founder: ro.founder, status: r.statusBefore(s, sp.from), org: *sp, at: sp.from, end: end, rule: "org-role"}, true
}

// pastOwner returns where the owner of what stands at token i ends, and whether it owns by "'s".
func pastOwner(s *sentence, i int) (int, bool) {
	if i >= 2 && s.toks[i-1].is("s") && s.toks[i-2].is("'") {
		return i - 2, true
	}
	if i >= 2 && s.toks[i-1].is("'") && s.toks[i-1].glued && strings.HasSuffix(s.toks[i-2].lower, "s") {
		return i - 1, true
	}
	return i, false
}

// ownsNone reports whether the name before a role is no employer for all that: "Heapworks users", "the Heapworks board election".
func (r *reading) ownsNone(s *sentence, sp *span, ro role, possessive bool) bool {
	after := s.tokAt(ro.to)
	switch {
	case s.toks[ro.to-1].letters == lowerCase && strings.HasSuffix(s.toks[ro.to-1].lower, "s") && !ro.plural:
		return true
	case after.is("'", "-") && after.glued && !possessive:
		return true
	case r.authorish(ro.text) && !strings.HasSuffix(ro.text, "developer") && r.personAt(s, ro.to) == nil && !s.tokAt(sp.from-1).is(",", "former", "and"):
		return true
	case ro.text == "member" && r.nearAny(s, sp.from, 3, "become", "becoming"):
		return true
	case s.toks[ro.to-1].is("board") && (after.kind == word || s.toks[ro.to-1].letters == titleCase):
		return true
	}
	return sp.weak && !possessive && !r.followsName(s, sp.from) && !s.tokAt(sp.from-1).is("former") && !s.tokAt(sp.from-2).is("ex") || creates(ro.text)
}

// beforeName reports whether a role stands right before a name in full, and tells of a job: "Heapworks data engineer Ada
// Long", "Heapworks VP of Engineering Ada Long", "Heapworks' news editor, Ada Long,".
func (r *reading) beforeName(s *sentence, ro role) bool {
	if s.titleCase && s.src.in != "title" || r.authorish(ro.text) && !strings.HasSuffix(ro.text, "developer") {
		return false
	}
	i := ro.to
	if s.tokAt(i).is("and", "&", "/") {
		if more, ok := r.roleAt(s, min(r.nextHead(s, i+1), len(s.toks)-1)); ok && more.from == i+1 {
			ro, i = more, more.to
		}
	}
	if ro.field {
		_, i = r.ownField(s, i)
	}
	if s.tokAt(i).is(",") {
		i++
	}
	sp := r.personAt(s, i)
	return sp != nil && sp.from == i && sp.to-sp.from > 1
}

// afterName reports whether a role ends what stands after a name: "Ada Long, Heapworks GTM Leader".
func (r *reading) afterName(s *sentence, ro role) bool {
	if ro.to < len(s.toks) && !s.toks[ro.to].is("|", ")", ",", ".", "–", "—", "-") || creates(ro.text) || r.authorish(ro.text) {
		return false
	}
	j := ro.from
	for j > 0 && j > ro.from-4 && r.inOwner(s, j-1) {
		j--
	}
	if s.tokAt(j-1).is("a", "an", "the") {
		return j < ro.from && r.followsName(s, j-1)
	}
	return j < ro.from && r.followsName(s, j)
}

// sameOwner reads the people after the first in "Heapworks creative director Ada Long and lead designer Ben Marsh".
func (r *reading) sameOwner(s *sentence, c *claim) []claim {
	var out []claim
	sp := r.personAt(s, c.end)
	if s.tokAt(c.end).is(",") {
		sp = r.personAt(s, c.end+1)
	}
	for sp != nil && s.tokAt(sp.to).is("and", "&", ",") {
		i := sp.to + 1
		if s.tokAt(i).is("and", "&") {
			i++
		}
		ro, ok := r.roleAt(s, min(r.nextHead(s, i), len(s.toks)-1))
		if !ok || ro.from != i || creates(ro.text) {
			break
		}
		if ro.field {
			field, to := r.ownField(s, ro.to)
			ro.text, ro.to = ro.text+field, to
		}
		if sp = r.personAt(s, ro.to); sp != nil && sp.from == ro.to && sp.to-sp.from > 1 {
			more := *c
			more.roles, more.founder, more.end, more.person = []string{ro.text}, ro.founder, sp.to, []string{sp.name}
			out = append(out, more)
		}
	}
	return out
}

// formerOwner reports whether the capitals that end at i follow "former" or "ex-": "former Pagely engineer".
func (r *reading) formerOwner(s *sentence, i int) bool {
	j := i
	for j > 0 && s.toks[j-1].kind == word && s.toks[j-1].capital() {
		j--
	}
	return j < i && (s.tokAt(j-1).is("former", "previously", "formerly") || s.tokAt(j-1).is("-") && s.tokAt(j-2).is("ex"))
}

// rolesAfter reads the second role in "an IBM data science manager and consultant with …": one that names no employer
// of its own.
func (r *reading) rolesAfter(s *sentence, i int) []string {
	switch {
	case s.tokAt(i).is("and", "&"):
	case s.tokAt(i).is("as") && s.tokAt(i+1).is("well") && s.tokAt(i+2).is("as"):
		i += 2
	default:
		return nil
	}
	j := r.nextHead(s, i+1)
	if j >= len(s.toks) || j > i+4 {
		return nil
	}
	ro, ok := r.roleAt(s, j)
	if !ok || ro.from != i+1 || creates(ro.text) || s.tokAt(ro.to).is("of", "at", "for", "@", "in", "from") {
		return nil
	}
	return []string{ro.text}
}

// listGoes reports whether companies and "and" stand before the name that ends at i: "Google, Spotify and Schibsted".
func (r *reading) listGoes(s *sentence, i int) bool {
	for j := i - 1; j > 0 && j >= i-4; j-- {
		if s.toks[j].is("and", "&") {
			sp := s.spanAt(j - 1)
			return sp != nil && (sp.class == companyName || sp.class == bothName)
		}
	}
	return false
}

// openOwner reads a name no list holds right before a role: "AI Guild co-founder".
func (r *reading) openOwner(s *sentence, i int) *span {
	from := i
	for from > 0 && i-from < 4 && r.inOwner(s, from-1) {
		from--
	}
	if i-from > 1 && leadsIn(s, from) {
		from++
	}
	if from == i || from == i-1 && r.noOwner(s, from) {
		return nil
	}
	if i-from > 1 && r.plainWords(s, from, i) && s.toks[i-1].is("new", "first", "next", "interim") {
		return nil
	}
	return &span{from: from, to: i, class: companyName, name: s.text(from, i), rule: "slot"}
}

// inOwner reports whether token i may be a part of an owner's name.
func (r *reading) inOwner(s *sentence, i int) bool {
	t := &s.toks[i]
	if t.kind != word || !t.capital() || r.x.has(t, functionWord|roleHead) {
		return false
	}
	sp := s.spanAt(i)
	return sp == nil || sp.class == otherName && sp.kind == "concept"
}

// noOwner reports whether a word before a role is more likely a field, a people or a person than an employer: "Swiss engineer".
func (r *reading) noOwner(s *sentence, i int) bool {
	t := &s.toks[i]
	switch {
	case s.spanAt(i) != nil || r.x.has(t, ordinaryWord|roleModifier|givenName) || i == 0 && t.id >= 0 || leadsIn(s, i):
		return true
	case t.letters == upperCase:
		return !(s.tokAt(i-1).is("former") && t.end-t.start > 2)
	}
	return ofPeople(t.lower)
}

// ofPeople reports whether a word looks like a people's: "Swiss", "Hungarian".
func ofPeople(word string) bool {
	for _, end := range [...]string{"ian", "ish", "ese", "ean", "can", "man", "wiss", "utch", "ench", "reek", "raeli", "zech"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// leadsIn reports whether a word begins an introduction, with a capital from its place or a headline's.
func leadsIn(s *sentence, i int) bool {
	return s.toks[i].is("featuring", "former", "introducing", "meet", "welcome", "welcoming", "joining", "interviewing", "today", "guest", "guests", "host", "meanwhile", "ex", "ft", "feat", "hear", "join")
}

// followsName reports whether a person's name and a dash or comma stand right before token i: "Ada Long - Stanford Professor".
func (r *reading) followsName(s *sentence, i int) bool {
	return s.tokAt(i-1).is("-", "–", "—", ",", "|") && r.personAt(s, i-2) != nil
}

// openPossessor reads a name no list holds that owns a role: "Heapworks' head of data".
func (r *reading) openPossessor(s *sentence, i int) *span {
	sp := r.openOwner(s, i)
	if sp == nil || r.known(sp.name) != nil || r.x.has(&s.toks[sp.from], givenName) || r.x.has(&s.toks[sp.from], ordinaryWord) && (i-sp.from == 1 || r.opensSentence(s, sp.from)) {
		return nil
	}
	return sp
}

// partners returns the companies listed before the one a role belongs to: "former Google, Spotify and Schibsted engineer".
func (r *reading) partners(s *sentence, sp span) []span {
	var out []span
	for i := sp.from; i > 1; {
		j := i
		for j > 0 && s.toks[j-1].is(",", "and", "&", "/") {
			j--
		}
		if j == i || j == 0 {
			break
		}
		p := s.spanAt(j - 1)
		if p == nil || p.class != companyName && p.class != bothName {
			break
		}
		out = append(out, *p)
		i = p.from
	}
	return out
}

// ownField reads the field in "Spotify's Head of Podcast Product": a few words up to the end of the clause or the name of
// who heads it.
func (r *reading) ownField(s *sentence, i int) (string, int) {
	if !s.tokAt(i).is("of") {
		return "", i
	}
	j := i + 1
	for j < len(s.toks) && j < i+5 && (s.toks[j].kind == word || s.toks[j].is("&")) && !r.isPerson(s, j) {
		j++
	}
	if j == i+1 || j < len(s.toks) && !s.toks[j].is(".", ",", ")", ";") && !r.isPerson(s, j) {
		return "", i
	}
	return " of " + lowerText(s, i+1, j), j
}
