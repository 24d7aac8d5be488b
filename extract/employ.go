package extract

import "strings"

// A claim is what one passage says about somebody's employment, before it is known who is meant.
type claim struct {
	s        *sentence
	roles    []string
	founder  bool
	status   Status
	org      span
	at       int // token where the phrase begins
	end      int // token where it ends
	person   []string
	rule     string
	conf     float64
	fallback bool // counts only for the person of a biography
}

// employ finds who works or worked where.
func (r *reading) employ() {
	var claims []claim
	for i := range r.sents {
		s := &r.sents[i]
		switch s.kind {
		case prose, heading, chapter:
			claims = append(claims, r.roleClaims(s)...)
			claims = append(claims, r.verbClaims(s)...)
			claims = append(claims, r.fromClaims(s)...)
			claims = append(claims, r.titleClaims(s)...)
			r.bossOf(s)
			r.deals(s)
		}
	}
	for i := range claims {
		if !denied(claims[i].s, claims[i].at) {
			r.settleClaim(&claims[i])
		}
	}
	r.blockClaims()
}

// denied reports whether the words before token i negate or suppose what follows: "never joined", "if he left".
func denied(s *sentence, i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		t := &s.toks[j]
		if t.is("never", "not", "nearly", "almost", "would", "could", "if", "instead") || t.is("t") && j > 0 && s.toks[j-1].is("'") {
			return true
		}
		if t.kind == punct && !t.is("-", "'") {
			return false
		}
	}
	return false
}

// roleClaims finds "ROLE of ORG", "ORG's ROLE" and "ORG ROLE".
func (r *reading) roleClaims(s *sentence) []claim {
	var out []claim
	for i := 0; i < len(s.toks); i++ {
		ro, ok := r.roleAt(s, i)
		if !ok {
			continue
		}
		if r.covered(s, ro) {
			continue
		}
		if c, ok := r.ownerBefore(s, ro); ok {
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
			for j < len(s.toks) && (r.x.has(&s.toks[j], roleModifier) || s.toks[j].is("-", "and", "the", "a", "former", "ex")) && !r.headAt(s, j) {
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
		if !strings.HasSuffix(ro, "creator") && !strings.HasSuffix(ro, "author") {
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
	strong := t.is("of", "at", "@", "for", "with", "from", "behind", "in")
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
		if !ok {
			break
		}
		if o.class == techName && (o.common() || !t.is("at", "@") && (!employed && !ro.founder && !strings.HasPrefix(ro.text, "c") || !t.is("of"))) {
			break
		}
		if ro.field && t.is("of") && o.entry == nil && o.to-o.from == 1 && r.x.has(&s.toks[o.from], ordinaryWord) {
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
	if sp == nil && (ro.founder || ro.text == "ceo" || ro.text == "cto" || r.listGoes(s, i)) && !possessive {
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
	if sp.weak && !possessive {
		return claim{}, false
	}
	return claim{s: s, roles: []string{ro.text}, founder: ro.founder, status: r.statusBefore(s, sp.from), org: *sp, at: sp.from, end: ro.to, rule: "org-role", conf: 0.85}, true
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

var formerWords = map[string]bool{"former": true, "formerly": true, "ex": true, "previously": true, "previous": true, "past": true, "prior": true, "early": true, "earlier": true, "original": true, "retired": true, "once": true, "long-time": true}

var pastVerbs = map[string]bool{"was": true, "were": true, "served": true, "spent": true, "led": true, "worked": true, "started": true, "held": true, "ran": true, "became": true, "began": true, "including": true, "being": true, "after": true, "before": true, "left": true}

// statusBefore tells from the words before a phrase whether it holds at the time of the episode.
func (r *reading) statusBefore(s *sentence, i int) Status {
	for j := i - 1; j >= 0; j-- {
		t := &s.toks[j]
		near := i-j <= 4
		switch {
		case formerWords[t.lower] && (near || t.is("previously", "formerly", "prior") || r.listGoesOn(s, j, i)):
			return Former
		case t.is("now", "currently", "current", "today", "is", "'m", "joins", "joining", "turned"):
			return Current
		case pastVerbs[t.lower] && !r.passive(s, j):
			return Former
		}
		if sp := s.spanAt(j); sp != nil && sp.class == personName && sp.to-sp.from > 1 {
			return Current
		}
	}
	return Current
}

// listGoesOn reports whether "former" at j governs the phrase at i: "former Google data scientist and Product Director at …".
func (r *reading) listGoesOn(s *sentence, j, i int) bool {
	for k := j + 1; k < i; k++ {
		if s.toks[k].is(",", ";", ".", "(", ")") || s.spanAt(k) != nil && s.spanAt(k).class == personName {
			return false
		}
	}
	return i-j < 14
}

// passive reports whether a past form only describes: "joined by", "founder of X, was acquired".
func (r *reading) passive(s *sentence, j int) bool {
	return j+1 < len(s.toks) && s.toks[j+1].is("by", "born", "acquired")
}

// fromClaims finds "PERSON from ORG", "PERSON at ORG", "PERSON (ORG)".
func (r *reading) fromClaims(s *sentence) []claim {
	var out []claim
	for k := range s.spans {
		sp := s.spans[k]
		if sp.class != personName || sp.to+1 >= len(s.toks) {
			continue
		}
		t := &s.toks[sp.to]
		full := sp.to-sp.from > 1 || t.is("from") && r.resolveShort(sp.name).last != ""
		switch {
		case t.is(",") && s.src.in == "title" && full && r.companyAt(s, sp.to+1):
			for i := sp.to + 1; i < len(s.toks); {
				o, ok := r.orgAt(s, i)
				if !ok || o.class == techName {
					break
				}
				out = append(out, claim{s: s, status: Unknown, org: o, at: sp.to, end: o.to, person: []string{sp.name}, rule: "person-from", conf: 0.7})
				i = o.to
				if i < len(s.toks) && s.toks[i].is(",", "and", "&") {
					i++
					continue
				}
				break
			}
		case t.is("from", "at", "of") && full || t.is("(") && full && s.src.in == "title":
			o, ok := r.orgAt(s, sp.to+1)
			if !ok || o.class == techName && !t.is("from") && !(t.is("(") && !o.common()) || t.is("of") && o.entry == nil && !strings.Contains(o.name, ".") || t.is("(") && (o.to < len(s.toks) && !s.toks[o.to].is(")", ",", "&", "/") || r.x.has(&s.toks[sp.to+1], roleHead)) {
				continue
			}
			if o.entry == nil && o.class == companyName && r.x.has(&s.toks[o.from], ordinaryWord) && o.to-o.from == 1 && s.titleCase {
				continue
			}
			status := Current
			if t.is("(") {
				status = Unknown
			}
			if t.is("(") && s.toks[sp.to+1].is("ex", "former", "formerly") {
				status = Former
			}
			out = append(out, claim{s: s, roles: nil, status: status, org: o, at: sp.to, end: o.to, person: []string{sp.name}, rule: "person-from", conf: 0.85})
			for t.is("(") && o.to+1 < len(s.toks) && s.toks[o.to].is(",", "&", "and", "/") {
				next, ok := r.orgAt(s, o.to+1)
				if !ok || next.class == techName && next.common() {
					break
				}
				o = next
				out = append(out, claim{s: s, status: status, org: o, at: sp.to, end: o.to, person: []string{sp.name}, rule: "person-from", conf: 0.7})
			}
		}
	}
	return out
}

// verbClaims finds employment told by verbs and nouns of working.
func (r *reading) verbClaims(s *sentence) []claim {
	var out []claim
	add := func(i, from int, status Status, founder bool, rule string, conf float64) {
		for i < len(s.toks) {
			o, ok := r.orgAt(s, i)
			if !ok || o.class == techName && (!founder && rule != "works-at" || o.common()) {
				return
			}
			c := claim{s: s, status: status, org: o, at: from, end: o.to, founder: founder, rule: rule, conf: conf}
			if founder {
				c.roles = []string{"founder"}
				if strings.HasPrefix(s.toks[from].lower, "co") || s.toks[from].is("founded", "founding") && from > 1 && s.toks[from-1].is("-") {
					c.roles = []string{"co-founder"}
				}
			}
			out = append(out, c)
			i = o.to
			if j := r.listNext(s, i); j > i && !founder && rule != "joins" {
				i = j
				continue
			}
			if i+1 < len(s.toks) && s.toks[i].is(",", "and", "&") && s.spanAt(i+1) != nil && !s.spanAt(i+1).weak && (s.spanAt(i+1).class == companyName || s.spanAt(i+1).class == bothName) && !founder {
				i++
				continue
			}
			if i+2 < len(s.toks) && s.toks[i].is(",") && s.toks[i+1].is("and") && s.spanAt(i+2) != nil && !founder {
				i += 2
				continue
			}
			return
		}
	}
	for i := range s.toks {
		t := &s.toks[i]
		if t.kind != word || s.spanAt(i) != nil {
			continue
		}
		next := func(k int) *token {
			if i+k < len(s.toks) {
				return &s.toks[i+k]
			}
			return &token{}
		}
		switch {
		case t.is("joins", "joining") && !next(1).is("us", "me", "wes", "in", "the"):
			if r.openOrg(s, i+1) || r.companyAt(s, i+1) {
				add(i+1, i, Current, false, "joins", 0.85)
			}
		case t.is("joined", "join") && !next(1).is("by", "us", "me", "in") && r.companyAt(s, i+1):
			add(i+1, i, Current, false, "joins", 0.75)
		case t.is("left", "leaving", "leave", "quit", "quitting") && r.companyAt(s, i+1):
			add(i+1, i, Former, false, "left", 0.85)
		case t.is("founded", "founding", "cofounded", "cofounding") && (r.companyAt(s, i+1) || next(1).capital() && !s.titleCase || next(1).is("of") && next(2).capital() && (!s.titleCase || i == 0)):
			status := Unknown
			if t.is("founding", "cofounding") {
				status = Current
			} else if r.priorTo(s, i) {
				status = Former
			}
			j := i + 1
			if next(1).is("of") {
				j++
			}
			add(j, i, status, true, "founded", 0.85)
			if n := len(out); n > 0 && out[n-1].rule == "founded" && out[n-1].end+1 < len(s.toks) && s.toks[out[n-1].end].is("with") {
				if sp := s.spanAt(out[n-1].end + 1); sp != nil && sp.class == personName {
					more := out[n-1]
					more.person, more.roles = []string{sp.name}, []string{"co-founder"}
					out = append(out, more)
				}
			}
		case t.is("working", "works", "work", "worked", "employed") && next(1).is("at", "for", "with") && (r.companyAt(s, i+2) || r.openOrg(s, i+2) || next(2).is("companies") && next(3).is("like")):
			status := Former
			if t.is("works", "work", "employed") || t.is("working") && !r.priorTo(s, i) {
				status = Current
			}
			if next(1).is("with") && (t.is("work", "worked", "working") || !t.is("works")) {
				continue
			}
			if next(2).is("companies") {
				add(i+4, i, status, false, "works-at", 0.75)
				continue
			}
			add(i+2, i, status, false, "works-at", 0.8)
		case t.is("boards", "board") && next(1).is("of") && next(2).capital():
			n := len(out)
			add(i+2, i, Current, false, "board", 0.8)
			for k := n; k < len(out); k++ {
				out[k].roles = []string{"board member"}
			}
		case t.is("owns") && r.openOrg(s, i+1) && !s.titleCase:
			n := len(out)
			add(i+1, i, Current, false, "owns", 0.75)
			for k := n; k < len(out); k++ {
				out[k].roles = []string{"owner"}
			}
		case t.is("leads", "runs") && r.openOrg(s, i+1) && r.orgEnd(s, i+1) > i+2 && !s.titleCase:
			add(i+1, i, Current, false, "leads", 0.65)
		case t.is("at") && i > 0 && (r.companyAt(s, i+1) || r.openOrg(s, i+1)):
			status, rule, ok := r.atBefore(s, i)
			if ok {
				add(i+1, i, status, false, rule, 0.75)
			} else if (r.companyAt(s, i+1) || r.placedOrg(s, i+1)) && !r.eventAfter(s, i+1) {
				o, _ := r.orgAt(s, i+1)
				st := r.tense(s, i)
				out = append(out, claim{s: s, status: st, org: o, at: i, end: o.to, rule: "at", conf: 0.55, fallback: true})
			}
		case t.is("from") && (r.companyAt(s, i+1) || i > 0 && s.toks[i-1].is("transitioned") && r.openOrg(s, i+1)) && i > 0 && s.toks[i-1].is("transitioned", "journey", "experience", "experiences", "career", "path", "transition", "move", "background", "moved", "went"):
			o, _ := r.orgAt(s, i+1)
			out = append(out, claim{s: s, status: Former, org: o, at: i, end: o.to, rule: "journey", conf: 0.75})
			if o.to+1 < len(s.toks) && s.toks[o.to].is("to") && r.companyAt(s, o.to+1) {
				n, _ := r.orgAt(s, o.to+1)
				out = append(out, claim{s: s, status: Current, org: n, at: i, end: n.to, rule: "journey", conf: 0.75})
			}
		case t.is("scaling", "building", "running", "leading", "scaled", "built", "led") && r.companyAt(s, i+1):
			sp := s.spanAt(i + 1)
			for j := i - 1; j >= 0 && j >= i-4; j-- {
				if s.toks[j].is("time", "years", "experience", "career", "days") && sp.to+1 < len(s.toks) && s.toks[sp.to].is("'") {
					out = append(out, claim{s: s, status: Former, org: *sp, at: i, end: sp.to, rule: "scaling", conf: 0.75})
				}
			}
		}
	}
	return out
}

// listNext returns where the next name of a list of organisations begins, or i: ", Rekki," and ", and Medely".
func (r *reading) listNext(s *sentence, i int) int {
	j := i
	for j < len(s.toks) && s.toks[j].is(",", "and", "&") {
		j++
	}
	if j == i || j >= len(s.toks) || !s.toks[j].capital() || !r.openOrg(s, j) || r.isPerson(s, j) || r.roleSoon(s, j) || r.x.has(&s.toks[j], ordinaryWord) && s.spanAt(j) == nil {
		return i
	}
	end := r.orgEnd(s, j)
	if end < len(s.toks) && !s.toks[end].is(",", ".", "and", "&", ")", ";") && s.toks[end].kind != urlToken {
		return i
	}
	return j
}

// placedOrg reports whether the unlisted name after "at" is an employer's by its looks: no dictionary word, the end of
// a clause after it, and no talk given there.
func (r *reading) placedOrg(s *sentence, i int) bool {
	if s.kind != prose || !r.openOrg(s, i) || r.x.has(&s.toks[i], ordinaryWord|givenName) && r.orgEnd(s, i) == i+1 {
		return false
	}
	end := r.orgEnd(s, i)
	if end < len(s.toks) && !s.toks[end].is(",", ".", "and", "&", ")", ";", "(", "-", "–", "—", "where", "to") {
		return false
	}
	for j := 0; j < len(s.toks); j++ {
		if s.toks[j].is("talk", "talks", "conference", "conferences", "keynote", "speaker", "presented", "speaking", "spoke", "meetup", "meetups", "degree", "student", "studied", "phd") {
			return false
		}
	}
	return true
}

// companyAt reports whether a listed or already recognised company stands at token i.
func (r *reading) companyAt(s *sentence, i int) bool {
	for i < len(s.toks) && s.toks[i].is("the") {
		i++
	}
	sp := s.spanAt(i)
	return sp != nil && sp.from == i && (sp.class == companyName || sp.class == bothName) && (!sp.weak || !s.titleCase || i == 1 && s.toks[0].is("founding", "joining", "leaving"))
}

// atBefore looks for what makes "at X" employment: years at, time at, job at, led … at.
func (r *reading) atBefore(s *sentence, i int) (Status, string, bool) {
	for j := i - 1; j >= 0 && j >= i-7; j-- {
		t := &s.toks[j]
		if sp := s.spanAt(j); sp != nil && sp.class == personName {
			break
		}
		switch {
		case t.is("years", "time", "tenure", "stint", "decade", "days", "spent", "formerly", "previously", "internship", "internships", "experience", "experiences", "roles", "career") && (i-j <= 4 || t.is("spent", "roles", "previously", "formerly")):
			return Former, "time-at", true
		case t.is("job", "position", "role") && i-j <= 3:
			return r.tense(s, i), "job-at", true
		case t.is("led", "ran", "managed", "headed", "helped", "scaled", "oversaw", "built", "launched", "worked"):
			return Former, "led-at", true
		case t.is("leads", "runs", "manages", "heads", "oversees", "works"):
			return Current, "leads-at", true
		case t.is("leading", "managing", "heading", "running") && i-j <= 5:
			return r.tense(s, i), "led-at", true
		}
		if t.kind == punct && t.is(",", ".", ";", "(", ")", ":") && i-j > 1 {
			break
		}
	}
	return "", "", false
}

// tense guesses from the verbs before token i whether what is told is over.
func (r *reading) tense(s *sentence, i int) Status {
	for j := i - 1; j >= 0; j-- {
		t := &s.toks[j]
		switch {
		case t.is("is", "currently", "now", "today", "works", "leads", "'s", "are"):
			return Current
		case formerWords[t.lower] || pastVerbs[t.lower] && !r.passive(s, j) || t.is("from", "journey", "scaling", "building"):
			return Former
		}
	}
	if s.kind == prose {
		return Current
	}
	return Former
}

// priorTo reports whether the words before token i put what follows into the past.
func (r *reading) priorTo(s *sentence, i int) bool {
	for j := 0; j < i; j++ {
		if s.toks[j].is("prior", "previously", "before", "formerly", "earlier") {
			return true
		}
	}
	return false
}

// eventAfter tells conferences and addresses from employers: "at Google I/O", "at Apple Park".
func (r *reading) eventAfter(s *sentence, i int) bool {
	sp := s.spanAt(i)
	if sp == nil || sp.to >= len(s.toks) {
		return false
	}
	t := &s.toks[sp.to]
	return !t.glued && t.capital() && s.spanAt(sp.to) == nil && !s.titleCase
}
