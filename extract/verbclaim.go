package extract

import "strings"

// verbClaims finds employment told by verbs and nouns of working.
func (r *reading) verbClaims(s *sentence) []claim {
	var out []claim
	for i := range s.toks {
		t := &s.toks[i]
		if t.kind != word || t.letters != lowerCase && i > 0 && !s.titleCase || s.spanAt(i) != nil {
			continue
		}
		if r.x.has(t, functionWord) && !t.is("at", "from", "been") {
			continue // half of all words, and none of a claim's
		}
		for _, read := range [...]func(*sentence, int) []claim{r.moves, r.foundings, r.works, r.inCharge, r.holdings, r.careers, r.placesAt, r.paths} {
			if found := read(s, i); found != nil {
				out = append(out, found...)
				break
			}
		}
	}
	return out
}

// tokAt returns the token at i, or an empty one past the end.
func (s *sentence) tokAt(i int) *token {
	if i >= 0 && i < len(s.toks) {
		return &s.toks[i]
	}
	return &token{id: -1}
}

// atOrgs makes one claim for each organisation of the list that begins at token i; c tells the rest.
func (r *reading) atOrgs(s *sentence, i int, c claim) []claim {
	var out []claim
	for i < len(s.toks) {
		o, ok := r.orgAt(s, i)
		if !ok || o.class == techName && (!c.founder && c.rule != "works-at" || o.common()) {
			break
		}
		c.s, c.org, c.end = s, o, o.to
		out = append(out, c)
		if ro, ok := r.roleAs(s, o.to); ok && len(c.roles) == 0 {
			out[len(out)-1].roles, out[len(out)-1].end = []string{ro.text}, ro.to
		}
		i = pastBracket(s, o.to)
		if c.founder {
			if j := r.listNext(s, i); i > o.to && j > i {
				i = j
				continue // "co-founded X (acquired by Y) and Z (now closed)"
			}
			break
		}
		if j := r.listNext(s, i); j > i && c.rule != "joins" {
			i = j
			continue
		}
		j := i
		for j < len(s.toks) && s.toks[j].is(",", "and", "&", "/") {
			j++
		}
		if j > i && s.tokAt(j).is("at") && s.tokAt(j-1).is("and") {
			j++
		}
		sp := s.spanAt(j)
		if j == i || j > i+3 || sp == nil || sp.weak && (c.rule != "time-at" && len(out) < 2 || s.toks[j].letters != titleCase) || sp.class != companyName && sp.class != bothName {
			break
		}
		i = j
	}
	return out
}

// roleAs reads "as a research engineer", "as head of design" after an employer.
func (r *reading) roleAs(s *sentence, i int) (role, bool) {
	if !s.tokAt(i).is("as") {
		return role{}, false
	}
	for i++; s.tokAt(i).is("a", "an", "the", "its", "their", "our"); {
		i++
	}
	for j := i; j < i+6 && j < len(s.toks); j++ {
		ro, ok := r.roleAt(s, j)
		if !ok || ro.from != i || headAfter(r, s, ro.to) && !ro.field {
			continue
		}
		if s.tokAt(ro.to).is("of") && ro.field {
			k := ro.to + 1
			for k < len(s.toks) && k < ro.to+4 && s.toks[k].kind == word && !s.toks[k].is("and", "in", "to", "where", "at", "from") {
				k++
			}
			if k > ro.to+1 {
				ro.text, ro.to = shortRole(ro.text)+" of "+lowerText(s, ro.to+1, k), k
			}
		}
		return ro, true
	}
	return role{}, false
}

// lowerText returns tokens [from, to) in lower case, one space between words.
func lowerText(s *sentence, from, to int) string {
	return strings.ToLower(strings.Join(strings.Fields(s.text(from, to)), " "))
}

// moves reads "joins X", "joined X", "left X".
func (r *reading) moves(s *sentence, i int) []claim {
	t, next := s.tokAt(i), s.tokAt(i+1)
	switch {
	case t.is("joins", "joining") && !next.is("us", "me", "in", "the") && !r.hostNamed(s, i+1) && (r.openOrg(s, i+1) || r.companyAt(s, i+1)):
		return r.atOrgs(s, i+1, claim{at: i, status: Current, rule: "joins"})
	case t.is("joined", "join") && s.tokAt(i-1).is("who", "that", "which") && companyNouns[s.tokAt(i-2).lower]:
		return nil // the company joined
	case t.is("joined", "join") && !next.is("by", "us", "me", "in") && (r.companyAt(s, i+1) || t.is("joined") && r.openOrg(s, i+1) && !r.hostNamed(s, i+1) && s.tokAt(r.orgEnd(s, i+1)).is("as")):
		c := claim{at: i, status: Current, rule: "joins"}
		for j := i + 2; j < len(s.toks); j++ {
			if s.toks[j].is("left", "leaving") {
				c.status = Former
			}
		}
		return r.atOrgs(s, i+1, c)
	case t.is("left", "leaving", "leave", "quit", "quitting") && r.companyAt(s, i+1):
		return r.atOrgs(s, i+1, claim{at: i, status: Former, rule: "left"})
	}
	return nil
}

// hostNamed reports whether a given name alone stands at i: "joins Scott".
func (r *reading) hostNamed(s *sentence, i int) bool {
	return r.x.has(s.tokAt(i), givenName) && !s.tokAt(i+1).capital() && !r.companyAt(s, i)
}

// works reads "works at X", "working for X", "worked at companies like X and Y".
func (r *reading) works(s *sentence, i int) []claim {
	t, next := s.tokAt(i), s.tokAt(i+1)
	if !t.is("working", "works", "work", "worked", "employed") || !next.is("at", "for", "with") || next.is("with") && (!t.is("works") || !r.personAtEnd(s, i)) || s.tokAt(i-1).is("people", "engineers", "developers") {
		return nil
	}
	c := claim{at: i, status: Former, rule: "works-at"}
	if !t.is("worked") && !(t.is("work") && (r.opensInPast(s, i) || r.nearAny(s, i, 5, "was", "were", "did"))) && !(t.is("working") && r.priorTo(s, i)) && !(t.is("work") && s.tokAt(i-1).is("to") && s.tokAt(i-2).is("used")) {
		c.status = Current
	}
	if j := r.likeThese(s, i+2); j > i+2 {
		return r.atOrgs(s, j, c)
	}
	if r.companyAt(s, i+2) || r.openOrg(s, i+2) {
		return r.withColleagues(s, r.atOrgs(s, i+2, c))
	}
	return nil
}

// withColleagues adds those somebody works with: "works at Heapworks with A and B".
func (r *reading) withColleagues(s *sentence, claims []claim) []claim {
	if len(claims) != 1 || claims[0].status != Current || !s.tokAt(claims[0].end).is("with", "alongside") {
		return claims
	}
	sp := r.personAt(s, claims[0].end+1)
	if sp == nil || sp.from != claims[0].end+1 || sp.to-sp.from < 2 {
		return claims
	}
	more := claims[0]
	more.person, more.roles, more.end = r.conjoinedFrom(s, sp), nil, sp.to
	return append(claims, more)
}

// personAtEnd reports whether a person, or a pronoun for one, stands right before token i.
func (r *reading) personAtEnd(s *sentence, i int) bool {
	if s.tokAt(i-1).is("he", "she", "they", "who", "currently", "now") {
		return true
	}
	return i > 0 && r.personAt(s, i-1) != nil
}

// holdings reads "on the boards of X and Y", "owns X", "leads X".
func (r *reading) holdings(s *sentence, i int) []claim {
	t := s.tokAt(i)
	switch {
	case t.is("boards", "board") && s.tokAt(i+1).is("of") && s.tokAt(i+2).capital():
		return r.atOrgs(s, i+2, claim{at: i, status: Current, roles: []string{"board member"}, rule: "board"})
	case t.is("owns") && r.openOrg(s, i+1) && !s.titleCase:
		return r.atOrgs(s, i+1, claim{at: i, status: Current, roles: []string{"owner"}, rule: "owns"})
	case t.is("leads", "runs", "heads", "directs", "manages", "oversees", "led", "ran", "headed", "managed") && s.tokAt(i+1).letters == lowerCase && r.forFirm(s, i+1) > 0:
		status := Current
		if t.is("led", "ran", "headed", "managed") {
			status = Former
		}
		return r.atOrgs(s, r.forFirm(s, i+1), claim{at: i, status: status, rule: "led-at"})
	case t.is("leads", "runs") && !s.titleCase:
		j := firmCalled(s, i+1)
		if o, ok := r.orgAt(s, j); ok && j == i+1 && r.openOrg(s, j) && o.to == j+1 && t.is("runs") && r.personAtEnd(s, i) && r.clauseEnds(s, o.to) && r.soundsFirm(s, &o) {
			return r.atOrgs(s, j, claim{at: i, status: Current, rule: "leads"})
		}
		if !r.openOrg(s, j) || r.orgEnd(s, j) <= j+1 || teamAfter(s, r.orgEnd(s, j)) {
			return nil
		}
		return r.atOrgs(s, j, claim{at: i, status: Current, rule: "leads"})
	}
	return nil
}

// forFirm returns where the employer in "design for Heapworks" begins, or 0: a company known or named at the clause's end.
func (r *reading) forFirm(s *sentence, i int) int {
	for j := i; j < i+5 && j < len(s.toks); j++ {
		if s.toks[j].is("for") && s.tokAt(j+1).capital() {
			if r.companyAt(s, j+1) || r.openOrg(s, j+1) && r.clauseEnds(s, r.orgEnd(s, j+1)) && !inPlace(s, &span{to: r.orgEnd(s, j+1)}) {
				return j + 1
			}
			return 0
		}
		if s.toks[j].letters != lowerCase && !s.toks[j].is("and", "&") {
			return 0
		}
	}
	return 0
}

// aimedAt are the words whose "at" tells no place: "looking at X". Colleagues at X are read by bossOf.
var aimedAt = map[string]bool{"look": true, "looks": true, "looking": true, "looked": true, "glance": true, "glancing": true, "peek": true, "peeking": true, "aimed": true, "aiming": true,
	"cap": true, "caps": true, "capped": true, "hint": true, "hints": true, "laugh": true, "laughing": true, "boss": true, "colleague": true, "coworker": true, "manager": true, "teammate": true}

// placesAt reads "at X": with what makes it employment before it, or as a hint in a biography.
func (r *reading) placesAt(s *sentence, i int) []claim {
	if s.toks[i].is("at") && i == 0 {
		return r.openingAt(s)
	}
	if !s.toks[i].is("at") || i == 0 || aimedAt[s.toks[i-1].lower] || r.visits(s, i) || !r.companyAt(s, r.likeThese(s, i+1)) && !r.openOrg(s, r.likeThese(s, i+1)) && !r.wordOrg(s, i+1) {
		return nil
	}
	if status, rule, ok := r.atBefore(s, i); ok {
		c := claim{at: i, status: status, rule: rule}
		if r.nearAny(s, i, 3, "internship", "internships") {
			c.roles = []string{"intern"}
		}
		return r.atOrgs(s, r.likeThese(s, i+1), c)
	}
	if (r.companyAt(s, i+1) || r.placedOrg(s, i+1)) && !r.eventAfter(s, i+1) {
		o, _ := r.orgAt(s, i+1)
		if n := s.tokAt(o.to); s.toks[i+1].is("the") && n.letters == lowerCase && !r.x.has(n, functionWord) {
			return nil // "at the GitHub repo level"
		}
		if s.toks[i-1].is("(") {
			if list := r.atOrgs(s, i+1, claim{at: i, status: Former, rule: "time-at"}); s.tokAt(list[len(list)-1].end).is(")") {
				return list
			}
		}
		if list := r.atOrgs(s, i+1, claim{at: i, status: Unknown, rule: "at", fallback: true}); len(list) > 2 {
			return list
		}
		return []claim{{s: s, status: r.tense(s, i), org: o, at: i, end: o.to, rule: "at", fallback: true}}
	}
	return nil
}

// wordOrg reports whether a capitalised dictionary word stands alone at token i, as an employer of such a name does after
// "experiences at": "Clerk", "Imply".
func (r *reading) wordOrg(s *sentence, i int) bool {
	t := s.tokAt(i)
	if s.kind != prose || s.titleCase || t.letters != titleCase || s.spanAt(i) != nil || orgHeads[t.lower] || !r.x.has(t, ordinaryWord) || r.x.has(t, functionWord|monthOrDay|roleHead|givenName|techNoun) {
		return false
	}
	end := s.tokAt(i + 1)
	return (i+1 == len(s.toks) || end.is(",", ".", "and", "where", "as")) && r.nearAny(s, i, 3, "experience", "experiences", "roles", "role", "years", "time", "tenure", "stint", "career", "position", "job", "works", "work", "worked", "working")
}

// openingAt reads "At Ericsson, Jane Doe was responsible for": what is told in the past is over.
func (r *reading) openingAt(s *sentence) []claim {
	o, ok := r.orgAt(s, 1)
	if !ok || o.class == techName || !s.tokAt(o.to).is(",") {
		return nil
	}
	sp := r.personAt(s, o.to+1)
	if sp == nil {
		return nil
	}
	status := Current
	if v := s.tokAt(sp.to); pastVerbs[v.lower] || strings.HasSuffix(v.lower, "ed") || v.is("built", "wrote") {
		status = Former
	}
	return []claim{{s: s, status: status, org: o, at: 0, end: o.to, person: []string{sp.name}, rule: "at"}}
}

// pastBracket skips a remark in brackets after a name.
func pastBracket(s *sentence, i int) int {
	if !s.tokAt(i).is("(") {
		return i
	}
	for j := i + 1; j < i+10 && j < len(s.toks); j++ {
		if s.toks[j].is(")") {
			return j + 1
		}
	}
	return i
}

// listNext returns where the next name of a list of organisations begins, or i: ", Rekki," and ", and Medely".
func (r *reading) listNext(s *sentence, i int) int {
	j := i
	for j < len(s.toks) && s.toks[j].is(",", "and", "&", "/") {
		j++
	}
	if j > i && s.tokAt(j).is("the") && s.toks[j-1].is("and", "&") {
		j++
	}
	if j == i || j >= len(s.toks) || !s.toks[j].capital() || !r.openOrg(s, j) || r.isPerson(s, j) || r.roleSoon(s, j) || r.x.has(&s.toks[j], ordinaryWord) && s.spanAt(j) == nil {
		return i
	}
	end := r.orgEnd(s, j)
	if end < len(s.toks) && !s.toks[end].is(",", ".", "and", "&", ")", ";", "/", "(") && s.toks[end].kind != urlToken {
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
		case t.is("spent") && s.tokAt(j-1).is("has", "have", "'ve", "s", "ve"), t.is("been") && s.tokAt(j-1).is("has", "have", "ve", "s"):
			return Current, "time-at", true
		case t.is("experience", "experiences") && s.tokAt(j-1).is("developer", "user", "customer"):
			continue
		case t.is("days", "time") && r.nearAny(s, j, 2, "spends"):
			return Current, "time-at", true
		case t.is("years", "decade", "decades") && r.stillThere(s, j):
			return Current, "time-at", true
		case t.is("years", "time", "tenure", "stint", "decade", "days", "spent", "formerly", "previously", "internship", "internships", "experience", "experiences", "roles", "career") && (i-j <= 4 || t.is("spent", "roles", "previously", "formerly")):
			return Former, "time-at", true
		case t.is("years", "time", "days") && j > 0 && s.toks[j-1].is("his", "her", "their", "my"):
			return Former, "time-at", true
		case t.is("job", "position", "role") && i-j <= 3 && s.tokAt(j-1).is("first", "last", "previous", "old"):
			return Former, "job-at", true
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

// stillThere reports whether "has spent the last" stands before "years" at j.
func (r *reading) stillThere(s *sentence, j int) bool {
	for k := j - 1; k > 0 && k >= j-6; k-- {
		if s.toks[k].is("spent") {
			return s.tokAt(k-1).is("has", "have", "s", "ve")
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
