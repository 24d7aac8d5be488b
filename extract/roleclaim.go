package extract

import "strings"

// roleClaims finds "ROLE of ORG", "ORG's ROLE" and "ORG ROLE".
func (r *reading) roleClaims(s *sentence) []claim {
	var out []claim
	var open *bareRole
	for i := 0; i < len(s.toks); i++ {
		ro, ok := r.roleAt(s, i)
		if !ok || r.covered(s, ro) || ro.from > 1 && s.toks[ro.from-1].is("the") && (objectOf[s.toks[ro.from-2].lower] || s.toks[ro.from-2].is("on") && s.tokAt(ro.from-3).is("work", "works", "worked", "working")) {
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
			out = append(append(out, c), r.sameOwner(s, &c)...)
			continue
		}
		roles, founder, over := []string{}, false, false
		begin := ro.from
		ro, next := r.fieldAfter(s, ro)
		roles, founder = append(roles, ro.text), ro.founder
		for next+1 < len(s.toks) && s.toks[next].is(",", "and", "&", "/", "+") {
			if over {
				break
			}
			j := r.nextHead(s, next+1)
			if j >= len(s.toks) || j-next > 5 {
				break
			}
			ro2, ok := r.roleAt(s, j)
			if !ok || ro2.from > next+3 {
				break
			}
			over = over || formerWords[s.toks[ro2.from-1].lower] && !formerWords[s.tokAt(begin-1).lower]
			ro2, next = r.fieldAfter(s, ro2)
			roles = append(roles, ro2.text)
			founder = founder || ro2.founder
			ro = ro2
			i = j
		}
		if len(roles) > 1 && !over && begin > 1 && s.toks[begin-1].capital() && s.tokAt(begin-2).is("former", "ex") {
			roles, founder, begin = roles[len(roles)-1:], ro.founder, ro.from // "former Acme GM and founder of X": the first has an owner
		}
		roles = withoutCreators(roles)
		orgs := r.employers(s, next, ro, len(roles) > 0 && roles[len(roles)-1] != ro.text)
		if len(orgs) == 0 {
			orgs = r.employerBefore(s, begin)
		}
		if len(orgs) == 0 {
			open = r.bare(s, roles, founder, begin, next)
			continue
		}
		if open != nil && open.leadsTo(s, begin) {
			out = append(out, claim{s: s, roles: open.roles, founder: open.founder, status: r.statusBefore(s, open.from), org: orgs[0], at: open.from, end: orgs[0].to,
				person: []string{open.person}, rule: "role-of"})
		}
		open = nil
		for _, o := range orgs {
			c := claim{s: s, roles: roles, founder: founder, status: r.statusBefore(s, begin), org: o, at: begin, end: o.to, rule: "role-of"}
			if over || len(orgs) > 1 && s.tokAt(begin-1).is("been") && !r.untilNow(s) {
				c.status = Former
			} else if founder && c.status == Former && s.tokAt(begin-1).is("and", "&") {
				c.status = Current // "former Acme engineer and founder of X"
			}
			if o.to < begin {
				c.at, c.end = o.from, ro.to
			}
			out = append(out, c)
			i = max(i, o.to-1)
		}
	}
	return out
}

// objectOf words put "the CEO of X" for somebody other than the subject: "criticises the CEO of Google".
var objectOf = map[string]bool{"about": true, "against": true, "criticises": true, "criticizes": true, "criticised": true, "criticized": true, "meets": true, "met": true,
	"blames": true, "quotes": true, "emails": true, "advises": true, "interviewed": true, "told": true, "asked": true, "like": true}

// nextHead returns where the head of the next role of a list stands: past "a former senior".
func (r *reading) nextHead(s *sentence, j int) int {
	for j < len(s.toks) && (r.x.has(&s.toks[j], roleModifier) || s.toks[j].is("-", "and", "the", "a", "former", "ex", "longtime")) && !r.headAt(s, j) {
		j++
	}
	for j+1 < len(s.toks) && r.x.has(&s.toks[j], roleModifier) && r.x.has(&s.toks[j+1], roleHead|roleModifier) {
		j++
	}
	return j
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
		if k > 0 && s.toks[k-1].is("at", "joined", "to", "for", "from", "left", "joining", "leaving") {
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
	i, t := r.toEmployer(s, i)
	strong := t.is("of", "at", "@", "for", "with", "from", "behind", "in") || t.is("on") && r.ownedAt(s, i+1)
	if !employed && creates(ro.text) && !t.is("at", "@", "(", ",") {
		return nil // who created a product is no member of it
	}
	paren := t.is(",") && r.inBrackets(s, i) || t.is("(") && !s.titleCase
	if !strong && !paren {
		return nil
	}
	i++
	if t.is("at", "for", "from", "of", "with") {
		i = r.likeThese(s, i)
	}
	if t.is("in") || t.is("behind") || t.is("for", "with", "from") {
		if sp := s.spanAt(i); sp == nil || sp.class != companyName && sp.class != bothName {
			if !t.is("for", "with", "from", "behind") || !r.openOrg(s, i) {
				return nil
			}
		}
	}
	var out []span
	for i < len(s.toks) {
		o, ok := r.orgAt(s, i)
		if !ok && t.is("at", "@") && r.lowName(s, i) && s.spanAt(i) == nil && (i+1 == len(s.toks) || s.toks[i+1].is(",", ".", ";", ")", "and", "where")) {
			o, ok = span{from: i, to: i + 1, class: companyName, name: s.text(i, i+1), rule: "slot"}, true
		}
		if !ok {
			break
		}
		if o.class == techName && (o.common() && !(o.kind == "os" && t.is("at", "@")) || !t.is("at", "@") && (!employed && !ro.founder && !strings.HasPrefix(ro.text, "c") || !t.is("of"))) {
			break
		}
		if ro.field && t.is("of") && o.entry == nil && o.to-o.from == 1 && r.x.has(&s.toks[o.from], ordinaryWord) {
			break
		}
		if o.entry == nil && (r.inField(s, ro, t, o) || t.is("from") && inPlace(s, &o) || paren && o.to-o.from == 1 && r.x.has(&s.toks[o.from], ordinaryWord) || s.tokAt(o.to).is("concept", "movement", "method", "podcast", "newsletter", "blog", "conference", "festival", "book", "course", "category")) {
			break
		}
		if !employed && r.authorish(ro.text) && (o.entry == nil && t.is("of") || o.class == techName) {
			break
		}
		o = r.runsOn(s, o)
		// "CPO at Salesforce's MuleSoft": the unit, not its parent
		if o.to+2 < len(s.toks) && s.toks[o.to].is("'") && s.toks[o.to+1].is("s") && s.toks[o.to+2].capital() {
			if inner, ok := r.orgAt(s, o.to+2); ok && (inner.entry != nil && inner.class != techName) {
				o = inner
			}
		}
		out = append(out, o)
		i = o.to
		j, ok := r.nextEmployer(s, i, len(out))
		if !ok {
			break
		}
		i = j
	}
	return out
}

// ownedAt reads "Google's Chrome browser" after "tech lead on": a listed company that owns what one works on.
func (r *reading) ownedAt(s *sentence, i int) bool {
	sp := s.spanAt(i)
	return sp != nil && sp.from == i && (sp.class == companyName || sp.class == bothName) && s.tokAt(sp.to).is("'") && s.tokAt(sp.to+1).is("s")
}

// nextEmployer returns where the next name of a list of employers begins, of which some are found.
func (r *reading) nextEmployer(s *sentence, i, found int) (int, bool) {
	j := i
	for j < len(s.toks) && s.toks[j].is(",", "and", "&", "at", "then", "of", "/") {
		j++
	}
	if j == i || j >= len(s.toks) || !s.toks[j].capital() || r.isPerson(s, j) || r.roleSoon(s, j) {
		return j, false
	}
	if sp := s.spanAt(j); sp == nil || sp.class != companyName && sp.class != bothName {
		if s.toks[j-1].is("at") && r.openOrg(s, j) {
			return j, true
		}
		if s.toks[i].is("and") || !s.toks[j-1].is("at", "of") {
			if sp != nil || !s.toks[j-1].is("and", "&") || !r.openOrg(s, j) || s.toks[i].is(",") && (found < 2 || !r.clauseEnds(s, r.orgEnd(s, j))) {
				return j, false
			}
		}
	}
	return j, true
}

// clauseEnds reports whether a clause ends at token i.
func (r *reading) clauseEnds(s *sentence, i int) bool {
	return i >= len(s.toks) || s.toks[i].is(".", ",", ";", ")", "!")
}

// toEmployer skips what may stand between a role and its employer: "developer currently working for X", "engineer on the
// Windows team at X".
func (r *reading) toEmployer(s *sentence, i int) (int, *token) {
	t := &s.toks[i]
	j := i
	for j < i+3 && s.tokAt(j).is(")", ",", "both", "all") {
		j++
	}
	if j > i && (s.tokAt(j-1).is(")", "both", "all") && s.tokAt(j).is("of", "at", "from") || s.tokAt(j-1).is(",") && s.tokAt(j).is("of")) {
		return j, s.tokAt(j)
	}
	if t.is("to") && s.tokAt(i-1).is("advisor", "adviser", "consultant", "contractor") {
		return i, &token{kind: word, lower: "at", id: -1}
	}
	j = i
	for j < i+3 && s.tokAt(j).is("currently", "now", "working", "who", "works") {
		j++
	}
	if j > i && s.tokAt(j).is("at", "for") {
		return j, s.tokAt(j)
	}
	if t.is("in") && s.tokAt(i+1).is("the", "its") && orgHeads[s.tokAt(i+2).lower] {
		for j := i + 3; j < i+16 && j < len(s.toks) && (s.toks[j].capital() || s.toks[j].is("of", "and", ",", "&", "for", "at")); j++ {
			if s.toks[j].is("at") {
				return j, &s.toks[j]
			}
		}
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
	for _, w := range [...]string{"author", "creator", "maintainer", "contributor", "committer", "producer", "hacker", "developer", "user", "product owner"} {
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
	if sp := s.spanAt(i); sp != nil && sp.class == techName && r.extended(s, *sp).to > sp.to {
		return true // the Node.js Foundation
	}
	return t.capital() && !r.x.has(t, functionWord|monthOrDay) && (s.spanAt(i) == nil || s.spanAt(i).class == companyName) && !(r.x.has(t, ordinaryWord) && s.spanAt(i) == nil && r.orgEnd(s, i) == i+1)
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
