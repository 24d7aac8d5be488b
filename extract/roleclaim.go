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
		c := r.roleChain(s, ro)
		i = max(i, c.head)
		roles, founder, begin, next, over := c.roles, c.founder, ro.from, c.next, c.over
		ro = c.last
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
			out = append(out, r.chainStatus(c, ro, over, len(orgs)))
			i = max(i, o.to-1)
		}
	}
	return out
}

// A chain is a list of roles before one employer: "co-founder, CTO and head of design".
type chain struct {
	roles   []string
	founder bool
	over    bool // a later role is told as former, the first not
	last    role
	head    int // token of the last role's noun
	next    int // token after the last role
}

// roleChain reads the roles that follow one.
func (r *reading) roleChain(s *sentence, ro role) chain {
	begin := ro.from
	c := chain{}
	c.last, c.next = r.fieldAfter(s, ro)
	c.roles, c.founder = append(c.roles, c.last.text), c.last.founder
	for !c.over && c.next+1 < len(s.toks) && s.toks[c.next].is(",", "and", "&", "/", "+") {
		j := r.nextHead(s, c.next+1)
		if j >= len(s.toks) || j-c.next > 5 {
			break
		}
		more, ok := r.roleAt(s, j)
		if !ok || more.from > c.next+3 {
			break
		}
		c.over = formerWords[s.toks[more.from-1].lower] && !formerWords[s.tokAt(begin-1).lower]
		c.last, c.next = r.fieldAfter(s, more)
		c.roles, c.founder, c.head = append(c.roles, c.last.text), c.founder || c.last.founder, j
	}
	return c
}

// chainStatus corrects what the words before a chain tell of when it held; ro is its last role.
func (r *reading) chainStatus(c claim, ro role, over bool, orgs int) claim {
	begin := c.at
	if over || orgs > 1 && c.s.tokAt(begin-1).is("been") && !r.untilNow(c.s) {
		c.status = Former
	} else if c.founder && c.status == Former && c.s.tokAt(begin-1).is("and", "&") {
		c.status = Current // "former Acme engineer and founder of X"
	}
	if c.org.to < begin {
		c.at, c.end = c.org.from, ro.to
	}
	return c
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

// creates reports whether a role says what somebody made.
func creates(role string) bool {
	return strings.HasSuffix(role, "creator") || strings.HasSuffix(role, "author")
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
