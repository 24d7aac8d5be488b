package extract

import "strings"

// ownerBefore reads "former Uber engineer", "Neon's founder", "Turso CEO".
func (r *reading) ownerBefore(s *sentence, ro role) (claim, bool) {
	i := ro.from
	possessive := false
	if i >= 2 && s.toks[i-1].is("s") && s.toks[i-2].is("'") {
		i -= 2
		possessive = true
	} else if i >= 2 && s.toks[i-1].is("'") && s.toks[i-1].glued && strings.HasSuffix(s.toks[i-2].lower, "s") {
		i--
		possessive = true
	}
	if i == 0 {
		return claim{}, false
	}
	sp := s.spanAt(i - 1)
	if sp == nil && possessive && i > 1 {
		sp = r.openPossessor(s, i)
	}
	if sp == nil && (ro.founder || ro.text == "ceo" || ro.text == "cto" || r.listGoes(s, i) || r.formerOwner(s, i) || s.toks[ro.from].letters == titleCase && !s.titleCase && r.personAt(s, ro.to) != nil) && !possessive {
		sp = r.openOwner(s, i)
	}
	if sp == nil || sp.to != i || sp.class != companyName && sp.class != bothName {
		return claim{}, false
	}
	if s.toks[ro.to-1].letters == lowerCase && strings.HasSuffix(s.toks[ro.to-1].lower, "s") && !ro.plural {
		return claim{}, false
	}
	if ro.to < len(s.toks) && s.toks[ro.to].is("'", "-") && s.toks[ro.to].glued && !possessive {
		return claim{}, false
	}
	if r.authorish(ro.text) && !strings.HasSuffix(ro.text, "developer") && r.personAt(s, ro.to) == nil && !s.tokAt(sp.from-1).is(",", "former", "and") || ro.text == "member" && r.nearAny(s, sp.from, 3, "become", "becoming") {
		return claim{}, false
	}
	if s.toks[ro.to-1].is("board") && s.tokAt(ro.to).kind == word {
		return claim{}, false // the board's own things: "the Heapworks board election"
	}
	if sp.weak && !possessive && !r.followsName(s, sp.from) || creates(ro.text) {
		return claim{}, false
	}
	if (possessive || s.toks[ro.from].letters == titleCase) && ro.field {
		ro.text += ownField(s, ro.to)
	}
	return claim{s: s, roles: []string{ro.text}, founder: ro.founder, status: r.statusBefore(s, sp.from), org: *sp, at: sp.from, end: ro.to, rule: "org-role"}, true
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
	if !s.tokAt(i).is("and", "&") {
		return nil
	}
	j := i + 1
	for j < i+4 && j < len(s.toks) && r.x.has(&s.toks[j], roleModifier) && !r.headAt(s, j) {
		j++
	}
	if j >= len(s.toks) {
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

// openOwner reads a name no list holds right before "founder" or "CEO": "AI Guild co-founder".
func (r *reading) openOwner(s *sentence, i int) *span {
	from := i
	for from > 0 && s.toks[from-1].kind == word && s.toks[from-1].capital() && (s.spanAt(from-1) == nil || s.spanAt(from-1).class == otherName && s.spanAt(from-1).kind == "concept") && !r.x.has(&s.toks[from-1], functionWord|roleHead) && i-from < 4 {
		from--
	}
	if from == i || i-from > 1 && r.plainWords(s, from, i) && r.x.has(&s.toks[i-1], ordinaryWord) && s.toks[i-1].is("new", "first", "next", "interim") || i-from == 1 && (r.x.has(&s.toks[from], ordinaryWord|roleModifier|givenName) || s.toks[from].letters == upperCase && !(s.tokAt(from-1).is("former") && s.toks[from].end-s.toks[from].start > 2) || from == 0 && s.toks[0].id >= 0) {
		return nil
	}
	return &span{from: from, to: i, class: companyName, name: s.text(from, i), rule: "slot"}
}

// followsName reports whether a person's name and a dash or comma stand right before token i: "Ada Long - Stanford Professor".
func (r *reading) followsName(s *sentence, i int) bool {
	return s.tokAt(i-1).is("-", "–", "—", ",", "|") && r.personAt(s, i-2) != nil
}

// openPossessor reads a name no list holds that owns a role: "Heapworks' head of data".
func (r *reading) openPossessor(s *sentence, i int) *span {
	sp := r.openOwner(s, i)
	if sp == nil || r.known(sp.name) != nil || r.x.has(&s.toks[sp.from], ordinaryWord|givenName) {
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

// ownField reads the field in "Spotify's Head of Podcast Product": a few words up to the end of the clause.
func ownField(s *sentence, i int) string {
	if !s.tokAt(i).is("of") {
		return ""
	}
	j := i + 1
	for j < len(s.toks) && j < i+5 && s.toks[j].kind == word {
		j++
	}
	if j == i+1 || j < len(s.toks) && !s.toks[j].is(".", ",", ")", ";") {
		return ""
	}
	return " of " + strings.ToLower(s.text(i+1, j))
}
