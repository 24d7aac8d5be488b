package extract

import "strings"

// roleClaims finds "ROLE of ORG", "ORG's ROLE" and "ORG ROLE".
func (r *reading) roleClaims(s *sentence) []claim {
	var out []claim
	for i := 0; i < len(s.toks); i++ {
		ro, ok := r.roleAt(s, i)
		if !ok {
			ro, ok = r.oneOf(s, i)
		}
		if !ok {
			continue
		}
		if r.covered(s, ro) {
			continue
		}
		if c, ok := r.ownerBefore(s, ro); ok {
			c.roles = append(c.roles, r.rolesAfter(s, c.end)...)
			for _, p := range r.partners(s, c.org) {
				if c.status = r.statusBefore(s, p.from); c.status == Former {
					more := c
					more.org = p
					out = append(out, more)
				}
			}
			out = append(out, c)
			continue
		}
		roles, founder := []string{}, false
		begin := ro.from
		ro, next := r.fieldAfter(s, ro)
		roles, founder = append(roles, ro.text), ro.founder
		for next+1 < len(s.toks) && s.toks[next].is(",", "and", "&", "/", "+") {
			j := next + 1
			for j < len(s.toks) && (r.x.has(&s.toks[j], roleModifier) || s.toks[j].is("-", "and", "the", "a", "former", "ex", "longtime")) && !r.headAt(s, j) {
				j++
			}
			for j+1 < len(s.toks) && r.x.has(&s.toks[j], roleModifier) && r.x.has(&s.toks[j+1], roleHead|roleModifier) {
				j++
			}
			if j >= len(s.toks) || j-next > 5 {
				break
			}
			ro2, ok := r.roleAt(s, j)
			if !ok || ro2.from > next+3 {
				break
			}
			ro2, next = r.fieldAfter(s, ro2)
			roles = append(roles, ro2.text)
			founder = founder || ro2.founder
			ro = ro2
			i = j
		}
		roles = withoutCreators(roles)
		orgs := r.employers(s, next, ro, len(roles) > 0 && roles[len(roles)-1] != ro.text)
		if len(orgs) == 0 {
			orgs = r.employerBefore(s, begin)
		}
		for _, o := range orgs {
			c := claim{s: s, roles: roles, founder: founder, status: r.statusBefore(s, begin), org: o, at: begin, end: o.to, rule: "role-of", conf: 0.9}
			if o.to < begin {
				c.at, c.end = o.from, ro.to
			}
			out = append(out, c)
			i = max(i, o.to-1)
		}
	}
	return out
}

// oneOf reads "one of the developers".
func (r *reading) oneOf(s *sentence, i int) (role, bool) {
	w, plural := strings.CutSuffix(s.toks[i].lower, "s")
	if !plural || !s.tokAt(i-1).is("the") || !s.tokAt(i-2).is("of") || !s.tokAt(i-3).is("one") || creates(w) {
		return role{}, false
	}
	id, ok := r.x.ids[w]
	if !ok || !r.x.has(&token{kind: word, id: id}, roleHead) {
		return role{}, false
	}
	return role{from: i, to: i + 1, text: w, founder: w == "founder"}, true
}

// employerBefore reads the company in "at Ferrovia, where she is Head of Data".
func (r *reading) employerBefore(s *sentence, i int) []span {
	j := i - 1
	for j > 0 && j > i-5 && s.toks[j].is("the", "a", "an", "is", "was", "as", "she", "he", "they", "served", "works", "worked", "now", "currently") {
		j--
	}
	if j < 2 || !s.toks[j].is("where") {
		return nil
	}
	if s.toks[j-1].is(",") {
		j--
	}
	for k := j - 1; k >= 0 && k >= j-4; k-- {
		if k > 0 && s.toks[k-1].is("at", "joined", "to", "for") {
			if o, ok := r.orgAt(s, k); ok && o.to == j && o.class != techName {
				return []span{o}
			}
		}
	}
	return nil
}

// withoutCreators drops the roles that say what somebody made, unless no other is told.
func withoutCreators(roles []string) []string {
	var out []string
	for _, ro := range roles {
		if !creates(ro) {
			out = append(out, ro)
		}
	}
	if len(out) == 0 {
		return roles
	}
	return out
}

func (r *reading) headAt(s *sentence, j int) bool { return r.x.has(&s.toks[j], roleHead) }

// covered reports whether a role word is part of a name.
func (r *reading) covered(s *sentence, ro role) bool {
	sp := s.spanAt(ro.to - 1)
	return sp != nil && sp.class != otherName && !sp.weak
}

// employers reads "of X", "at X and Y", "(…, X)" after a role.
func (r *reading) employers(s *sentence, i int, ro role, employed bool) []span {
	if i >= len(s.toks) {
		return nil
	}
	t := &s.toks[i]
	i, t = r.toEmployer(s, i)
	strong := t.is("of", "at", "@", "for", "with", "from", "behind", "in")
	if !employed && creates(ro.text) && !t.is("at", "@", "(", ",") {
		return nil // who created a product is no member of it
	}
	paren := t.is(",") && r.inBrackets(s, i) || t.is("(") && !s.titleCase
	if !strong && !paren {
		return nil
	}
	i++
	if t.is("in") || t.is("behind") || t.is("for", "with", "from") {
		if sp := s.spanAt(i); sp == nil || sp.class != companyName && sp.class != bothName {
			if !t.is("for", "with", "from") || !r.openOrg(s, i) {
				return nil
			}
		}
	}
	var out []span
	for i < len(s.toks) {
		o, ok := r.orgAt(s, i)
		if !ok && t.is("at", "@") && r.lowName(s, i) && s.spanAt(i) == nil && (i+1 == len(s.toks) || s.toks[i+1].is(",", ".", ";", ")", "and", "where")) {
			o, ok = span{from: i, to: i + 1, class: companyName, name: s.text(i, i+1), rule: "slot", conf: 0.7}, true
		}
		if !ok {
			break
		}
		if o.class == techName && (o.common() || !t.is("at", "@") && (!employed && !ro.founder && !strings.HasPrefix(ro.text, "c") || !t.is("of"))) {
			break
		}
		if ro.field && t.is("of") && o.entry == nil && o.to-o.from == 1 && r.x.has(&s.toks[o.from], ordinaryWord) {
			break
		}
		if o.entry == nil && (r.inField(s, ro, t, o) || paren && o.to-o.from == 1 && r.x.has(&s.toks[o.from], ordinaryWord) || s.tokAt(o.to).is("concept", "movement", "method", "podcast", "newsletter", "blog", "conference", "festival", "book", "course", "category")) {
			break
		}
		if !employed && r.authorish(ro.text) && (o.entry == nil && t.is("of") || o.class == techName) {
			break
		}
		// "CPO at Salesforce's MuleSoft": the unit, not its parent
		if o.to+2 < len(s.toks) && s.toks[o.to].is("'") && s.toks[o.to+1].is("s") && s.toks[o.to+2].capital() {
			if inner, ok := r.orgAt(s, o.to+2); ok && (inner.entry != nil && inner.class != techName) {
				o = inner
			}
		}
		out = append(out, o)
		i = o.to
		j := i
		for j < len(s.toks) && s.toks[j].is(",", "and", "&", "at", "then", "of") {
			j++
		}
		if j == i || j >= len(s.toks) || !s.toks[j].capital() || r.isPerson(s, j) || r.roleSoon(s, j) {
			break
		}
		if sp := s.spanAt(j); sp == nil || sp.class != companyName && sp.class != bothName {
			if s.toks[j-1].is("at") && r.openOrg(s, j) {
				i = j
				continue
			}
			if s.toks[i].is("and") || !s.toks[j-1].is("at", "of") {
				if sp != nil || !s.toks[j-1].is("and", "&") || !r.openOrg(s, j) || s.toks[i].is(",") {
					break
				}
			}
		}
		i = j
	}
	return out
}

// toEmployer skips what may stand between a role and its employer: "developer currently working for X", "engineer on the
// Windows team at X".
func (r *reading) toEmployer(s *sentence, i int) (int, *token) {
	t := &s.toks[i]
	j := i
	for j < i+3 && s.tokAt(j).is("currently", "now", "working", "who", "works") {
		j++
	}
	if j > i && s.tokAt(j).is("at", "for") {
		return j, s.tokAt(j)
	}
	if t.is("on", "in") && s.tokAt(i+1).is("the") {
		for j := i + 2; j < i+7; j++ {
			if s.tokAt(j).is("team", "group", "division", "department", "org") && s.tokAt(j+1).is("at", "@") {
				return j + 1, s.tokAt(j + 1)
			}
		}
	}
	return i, t
}

// creates reports whether a role says what somebody made.
func creates(role string) bool {
	return strings.HasSuffix(role, "creator") || strings.HasSuffix(role, "author")
}

// inField reports whether plain words in a title are what somebody is head of, no employer: "Head of Podcast Product".
func (r *reading) inField(s *sentence, ro role, t *token, o span) bool {
	return ro.field && t.is("of") && s.src.in == "title" && r.plainWords(s, o.from, o.to) && !orgHeads[s.toks[o.from].lower] && !orgTails[s.toks[o.to-1].lower]
}

// authorish roles are followed by works, not employers.
func (r *reading) authorish(role string) bool {
	for _, w := range [...]string{"author", "creator", "maintainer", "contributor", "committer", "producer", "hacker", "developer", "user", "owner"} {
		if strings.HasSuffix(role, w) {
			return true
		}
	}
	return false
}

// openOrg reports whether a capitalised name that no list holds begins at i and looks like an organisation's.
func (r *reading) openOrg(s *sentence, i int) bool {
	for i < len(s.toks) && s.toks[i].is("the", "a", "an") {
		i++
	}
	if i >= len(s.toks) || s.titleCase && s.src.in != "title" {
		return false
	}
	t := &s.toks[i]
	return t.capital() && !r.x.has(t, functionWord|monthOrDay) && (s.spanAt(i) == nil || s.spanAt(i).class == companyName) && !(r.x.has(t, ordinaryWord) && r.orgEnd(s, i) == i+1)
}

// roleSoon reports whether "founder of", "former CPO at" begins at i rather than a name.
func (r *reading) roleSoon(s *sentence, i int) bool {
	for j := i; j < len(s.toks) && j < i+4; j++ {
		if r.x.has(&s.toks[j], roleHead) {
			return true
		}
		if s.spanAt(j) != nil {
			return false
		}
	}
	return false
}

// inBrackets reports whether token i stands between round brackets of its sentence, or in a title's last part.
func (r *reading) inBrackets(s *sentence, i int) bool {
	for j := i - 1; j >= 0 && j >= i-14; j-- {
		if s.toks[j].is("(") {
			return true
		}
		if s.toks[j].is(")") {
			return false
		}
	}
	return false
}

// ownerBefore reads "former Uber engineer", "Neon's founder", "Turso CEO".
func (r *reading) ownerBefore(s *sentence, ro role) (claim, bool) {
	i := ro.from
	possessive := false
	if i >= 2 && s.toks[i-1].is("s") && s.toks[i-2].is("'") {
		i -= 2
		possessive = true
	}
	if i == 0 {
		return claim{}, false
	}
	sp := s.spanAt(i - 1)
	if sp == nil && (ro.founder || ro.text == "ceo" || ro.text == "cto" || r.listGoes(s, i) || r.formerOwner(s, i)) && !possessive {
		sp = r.openOwner(s, i)
	}
	if sp == nil || sp.to != i || sp.class != companyName && sp.class != bothName {
		return claim{}, false
	}
	if s.toks[ro.to-1].letters == lowerCase && strings.HasSuffix(s.toks[ro.to-1].lower, "s") && !ro.founder {
		return claim{}, false
	}
	if ro.to < len(s.toks) && s.toks[ro.to].is("'", "-") && s.toks[ro.to].glued && !possessive {
		return claim{}, false
	}
	if sp.weak && !possessive || creates(ro.text) {
		return claim{}, false
	}
	if possessive && ro.field {
		ro.text += ownField(s, ro.to)
	}
	return claim{s: s, roles: []string{ro.text}, founder: ro.founder, status: r.statusBefore(s, sp.from), org: *sp, at: sp.from, end: ro.to, rule: "org-role", conf: 0.85}, true
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
	if from == i || i-from == 1 && (r.x.has(&s.toks[from], ordinaryWord|roleModifier|givenName) || s.toks[from].letters == upperCase || from == 0) {
		return nil
	}
	return &span{from: from, to: i, class: companyName, name: s.text(from, i), rule: "slot", conf: 0.7}
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
