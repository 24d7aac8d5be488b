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
	fallback bool // counts only for the person of a biography
}

// employ finds who works or worked where.
func (r *reading) employ() {
	var claims []claim
	for i := range r.sents {
		s := &r.sents[i]
		claims = append(claims, r.plateClaims(i)...)
		switch s.kind {
		case prose, heading, chapter:
			claims = append(claims, r.roleClaims(s)...)
			claims = append(claims, r.verbClaims(s)...)
			claims = append(claims, r.fromClaims(s)...)
			claims = append(claims, r.titleClaims(s)...)
			claims = append(claims, r.alumClaims(s)...)
			claims = append(claims, r.headlineClaims(s)...)
			claims = append(claims, r.nameOrgs(s)...)
			r.bossOf(s)
			r.deals(s)
		case linkLine:
			claims = append(claims, r.nameOrgs(s)...)
			claims = append(claims, r.labelClaims(s)...)
			for _, c := range r.roleClaims(s) {
				if before := r.personBefore(s, c.at); before != nil && before.to-before.from > 1 && c.at-before.to < 4 {
					c.person = []string{before.name}
					claims = append(claims, c)
				}
			}
		}
	}
	for i := range claims {
		if !denied(claims[i].s, claims[i].at) {
			r.settleClaim(&claims[i])
		}
	}
	r.blockClaims()
	r.rolesApart()
}

var formerWords = map[string]bool{"former": true, "formerly": true, "ex": true, "previously": true, "previous": true, "past": true, "prior": true, "early": true, "earlier": true, "original": true, "retired": true, "once": true, "long-time": true}

var pastVerbs = map[string]bool{"was": true, "were": true, "served": true, "spent": true, "led": true, "worked": true, "started": true, "held": true, "came": true, "ran": true, "became": true, "began": true, "including": true, "being": true, "after": true, "before": true, "left": true}

// statusBefore tells from the words before a phrase whether it holds at the time of the episode.
func (r *reading) statusBefore(s *sentence, i int) Status {
	for j := i - 1; j >= 0; j-- {
		t := &s.toks[j]
		near := i-j <= 4
		switch {
		case formerWords[t.lower] && (near || t.is("previously", "formerly", "prior") || r.listGoesOn(s, j, i)):
			return Former
		case t.is("joining") && j > 0 && r.opensInPast(s, i):
			return Former // "Before joining X, she wrote manuals, working as …"
		case t.is("then") && i-j <= 2 && j > 0:
			return Former
		case t.is("now", "currently", "current", "today", "is", "'m", "joins", "joining", "turned"):
			return Current
		case t.is("worked", "served", "been") && s.tokAt(j-1).is("has") && r.untilNow(s):
			return Current
		case pastVerbs[t.lower] && !r.passive(s, j):
			return Former
		}
		if sp := s.spanAt(j); sp != nil && sp.class == personName && sp.to-sp.from > 1 {
			break
		}
	}
	if r.opensInPast(s, i) {
		return Former
	}
	return Current
}

// untilNow reports whether a sentence tells of a time that goes on: "for the last three years", "since 2015".
func (r *reading) untilNow(s *sentence) bool {
	for j := range s.toks {
		if s.toks[j].is("since") || s.toks[j].is("last", "past") && s.tokAt(j-1).is("the") && s.tokAt(j-2).is("for") {
			return true
		}
	}
	return false
}

// opensInPast reports whether token i stands after an opening clause that puts the sentence into the past: "Before joining
// X, she was …".
func (r *reading) opensInPast(s *sentence, i int) bool {
	if !s.toks[0].is("before", "prior", "previously", "formerly", "earlier") {
		return false
	}
	for j := 1; j < i; j++ {
		if s.toks[j].is(",") {
			return true
		}
	}
	return s.toks[0].is("previously", "formerly")
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
		full := sp.to-sp.from > 1 || t.is("from") && (r.resolveShort(sp.name).last != "" || sp.rule == "guest-subject")
		switch {
		case t.is(",") && s.src.in == "title" && full && (r.companyAt(s, sp.to+1) || r.titleEmployers(s, sp.to+1)):
			for i := sp.to + 1; i < len(s.toks); {
				o, ok := r.orgAt(s, i)
				if !ok || o.class == techName {
					break
				}
				out = append(out, claim{s: s, status: Unknown, org: o, at: sp.to, end: o.to, person: []string{sp.name}, rule: "person-from"})
				i = o.to
				if i < len(s.toks) && s.toks[i].is(",", "and", "&") {
					i++
					continue
				}
				break
			}
		case t.is("from", "at", "of", "@") && full || t.is("(") && full && s.src.in == "title":
			o, ok := r.orgAt(s, sp.to+1)
			if t.is("(") && (!ok || o.class == techName || !s.tokAt(o.to).is(")", ",", "&", "/")) {
				out = append(out, r.bracketRest(s, &sp)...)
			}
			if !ok || o.class == techName && !t.is("from") && !o.unit() && !(t.is("(") && !o.common()) || t.is("of") && o.entry == nil && !strings.Contains(o.name, ".") && !r.introducedOf(s, &sp, &o) || t.is("(") && (o.to < len(s.toks) && !s.toks[o.to].is(")", ",", "&", "/") || r.x.has(&s.toks[sp.to+1], roleHead)) {
				continue
			}
			if o.entry == nil && o.class == companyName && r.x.has(&s.toks[o.from], ordinaryWord) && o.to-o.from == 1 && s.titleCase {
				continue
			}
			if eventYear(s, &o) || inPlace(s, &o) || o.entry == nil && s.tokAt(o.to).is("of") && s.tokAt(o.to+1).capital() || o.class == techName && s.tokAt(o.to).is("team", "core", "project", "community", "world", "ecosystem") {
				continue
			}
			status := Current
			if t.is("(") {
				status = Unknown
			}
			if t.is("(") && s.toks[sp.to+1].is("ex", "former", "formerly") {
				status = Former
			}
			out = append(out, claim{s: s, roles: nil, status: status, org: o, at: sp.to, end: o.to, person: []string{sp.name}, rule: "person-from"})
			for t.is("(") && o.to+1 < len(s.toks) && s.toks[o.to].is(",", "&", "and", "/") {
				next, ok := r.orgAt(s, o.to+1)
				if !ok || next.class == techName && next.common() {
					break
				}
				o = next
				out = append(out, claim{s: s, status: status, org: o, at: sp.to, end: o.to, person: []string{sp.name}, rule: "person-from"})
			}
		}
	}
	return out
}

// titleEmployers reports whether a title ends with the employers listed from token i on, which no list need hold:
// "Ada Long, Heapworks and Inkwell".
func (r *reading) titleEmployers(s *sentence, i int) bool {
	for i < len(s.toks) {
		to := r.orgEnd(s, i)
		if to == i || to > i+3 || r.plainWords(s, i, to) || s.spanAt(i) != nil && s.spanAt(i).class != companyName && s.spanAt(i).class != bothName || r.x.has(&s.toks[i], givenName) {
			return false
		}
		if to == len(s.toks) {
			return true
		}
		if i = to; !s.toks[i].is(",", "and", "&") {
			return false
		}
		i++
	}
	return false
}

// labelClaims reads the titles of talks and articles that end with "Ada Long from Heapworks".
func (r *reading) labelClaims(s *sentence) []claim {
	var out []claim
	for _, c := range r.fromClaims(s) {
		if t := s.tokAt(c.at); !t.is("from") {
			continue
		}
		for _, l := range s.src.linksIn(s.start, s.end) {
			if !l.bare && l.end == s.toks[c.org.to-1].end {
				out = append(out, c)
			}
		}
	}
	return out
}

// personBefore returns the last person named before token i.
func (r *reading) personBefore(s *sentence, i int) *span {
	var found *span
	for k := range s.spans {
		if sp := &s.spans[k]; sp.class == personName && sp.to <= i {
			found = sp
		}
	}
	return found
}

// bracketRest reads the listed companies of a title's "NAME (All the Hacks, Wealthfront, Google)" whose first name is none.
func (r *reading) bracketRest(s *sentence, sp *span) []claim {
	var out []claim
	for i := sp.to + 2; i < len(s.toks) && !s.toks[i].is(")"); i++ {
		if s.toks[i-1].is(",") && r.companyAt(s, i) {
			if o, ok := r.orgAt(s, i); ok && s.tokAt(o.to).is(",", ")") {
				out = append(out, claim{s: s, status: Unknown, org: o, at: sp.to, end: o.to, person: []string{sp.name}, rule: "person-from"})
			}
		}
	}
	return out
}

// unit reports whether a listed product is a part of its maker that employs people: Google Cloud.
func (sp *span) unit() bool {
	return sp.entry != nil && sp.kind == "service" && sp.entry.maker != "" && strings.HasPrefix(sp.name, sp.entry.maker+" ") && strings.HasSuffix(sp.name, "Cloud")
}

// eventYear reports whether a year ends a name or follows it: "a talk by X from CodeMash 2012".
func eventYear(s *sentence, o *span) bool {
	return s.toks[o.to-1].kind == number && s.toks[o.to-1].end-s.toks[o.to-1].start == 4 || s.tokAt(o.to).kind == number && s.tokAt(o.to).end-s.tokAt(o.to).start == 4
}

// inPlace reports whether a name no list holds is a place's, as a known one follows: "from Ballarat, Australia".
func inPlace(s *sentence, o *span) bool {
	if o.entry != nil || !s.tokAt(o.to).is(",", "(") {
		return false
	}
	sp := s.spanAt(o.to + 1)
	return sp != nil && sp.class == otherName && sp.kind == "place" && !s.tokAt(sp.to).is("'")
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

// introducedOf reports whether a name that no list holds is the employer in an introduction: "with Ada Long of Garden Works,".
// A dictionary word or a place alone is not.
func (r *reading) introducedOf(s *sentence, sp, o *span) bool {
	if sp.to-sp.from < 2 || !s.tokAt(sp.from-1).is("with", "guest", "host") || o.from != sp.to+1 || o.class != companyName {
		return false
	}
	if o.to-o.from == 1 && r.x.has(&s.toks[o.from], ordinaryWord|givenName) || inPlace(s, o) {
		return false
	}
	return o.to >= len(s.toks) || s.toks[o.to].is(",", ".", ":", "for", "to", "about", "on")
}
