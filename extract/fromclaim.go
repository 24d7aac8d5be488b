package extract

import "strings"

// fromClaims finds "PERSON from ORG", "PERSON at ORG", and in titles "PERSON, ORG" and "PERSON (ORG)".
func (r *reading) fromClaims(s *sentence) []claim {
	var out []claim
	for k := range s.spans {
		sp := s.spans[k]
		if sp.class != personName || sp.to+1 >= len(s.toks) {
			continue
		}
		at := pastHandle(s, sp.to)
		if at >= len(s.toks) {
			continue
		}
		if s.toks[at].is(",") && s.tokAt(at+1).is("both", "all") && s.tokAt(at+2).is("of", "from", "at") {
			at += 2
		}
		if s.toks[at].is(",") && s.tokAt(at+1).is("from", "of", "at") && s.tokAt(at+2).capital() {
			at++
		}
		t := s.tokAt(at)
		full := sp.to-sp.from > 1 || t.is("from") && (r.resolveShort(sp.name).last != "" || sp.rule == "guest-subject")
		title := s.src.in == "title"
		switch {
		case !full || t.is("@") && s.tokAt(at+1).glued: // a handle
		case title && (t.is(",") || t.is("-", "–", "—", "|") && !t.glued && (s.tokAt(sp.from-1).is("|", "-", "–", "—", ":") || t.is("|") && sp.from == 0)):
			if r.companyAt(s, at+1) || r.titleEmployers(s, at+1) {
				out = append(out, r.listFrom(s, &sp, at+1, Unknown)...)
			}
		case title && t.is("("):
			out = append(out, r.titleBracket(s, &sp)...)
		case t.is(",") && s.kind == prose && !s.titleCase && r.resolveShort(sp.name).guest:
			if o, ok := r.orgAt(s, at+1); ok && o.from == at+1 && s.tokAt(o.to).is(",") && visitVerbs[s.tokAt(o.to+1).lower] && o.class != techName && r.soundsFirm(s, &o) {
				out = append(out, claim{s: s, status: Current, org: o, at: sp.to, end: o.to, person: []string{sp.name}, rule: "person-from"})
			}
		case t.is("from", "at", "of", "@"):
			if o, ok := r.orgAt(s, at+1); ok && r.comesFrom(s, &sp, t, &o) && !(o.class == techName && s.toks[sp.to].is(",")) {
				out = append(out, claim{s: s, status: Current, org: o, at: sp.to, end: o.to, person: []string{sp.name}, rule: "person-from"})
			}
		}
	}
	return out
}

// listFrom makes a claim for each employer of the list at token i.
func (r *reading) listFrom(s *sentence, sp *span, i int, status Status) []claim {
	var out []claim
	for i < len(s.toks) {
		o, ok := r.orgAt(s, i)
		if !ok || o.class == techName && (o.common() || len(out) == 0) {
			break
		}
		out = append(out, claim{s: s, status: status, org: o, at: sp.to, end: o.to, person: []string{sp.name}, rule: "person-from"})
		if i = o.to; !s.tokAt(i).is(",", "and", "&", "/") {
			break
		}
		i++
	}
	return out
}

// titleBracket reads the employers in a title's "PERSON (ORG, ORG)".
func (r *reading) titleBracket(s *sentence, sp *span) []claim {
	i := sp.to + 1
	o, ok := r.orgAt(s, i)
	if !ok || o.class == techName && o.common() || o.to < len(s.toks) && !s.toks[o.to].is(")", ",", "&", "/") || r.x.has(&s.toks[i], roleHead) {
		return r.bracketRest(s, sp)
	}
	if numbered := s.toks[o.to-1].kind == number && r.x.has(&s.toks[o.from], ordinaryWord); numbered || eventYear(s, &o) || inPlace(s, &o) || o.entry == nil && r.x.has(&s.toks[o.from], ordinaryWord) && o.to-o.from == 1 && s.titleCase {
		return nil
	}
	status := Unknown
	if s.toks[i].is("ex", "former", "formerly") {
		status = Former
	}
	out := []claim{{s: s, status: status, org: o, at: sp.to, end: o.to, person: []string{sp.name}, rule: "person-from"}}
	if s.tokAt(o.to).is(",", "&", "and", "/") {
		out = append(out, r.listFrom(s, sp, o.to+1, status)...)
	}
	return out
}

// comesFrom reports whether the organisation after a name and "from", "at", "of" or "@" employs its bearer.
func (r *reading) comesFrom(s *sentence, sp *span, t *token, o *span) bool {
	switch {
	case o.class == techName && (!t.is("from") || o.common()) && !o.unit():
		return false
	case t.is("of") && o.entry == nil && !strings.Contains(o.name, ".") && !r.introducedOf(s, sp, o):
		return false
	case o.entry == nil && o.class == companyName && r.x.has(&s.toks[o.from], ordinaryWord) && o.to-o.from == 1 && s.titleCase:
		return false
	case eventYear(s, o) || inPlace(s, o) || o.entry == nil && s.tokAt(o.to).is("of") && s.tokAt(o.to+1).capital():
		return false
	}
	return o.class != techName || !s.tokAt(o.to).is("team", "core", "project", "community", "world", "ecosystem")
}

// introducedOf reports whether a name that no list holds is the employer in an introduction: "with Ada Long of Garden Works,",
// "Ada Long of Garden Works joins us". A dictionary word or a place alone is not.
func (r *reading) introducedOf(s *sentence, sp, o *span) bool {
	if sp.to-sp.from < 2 || !s.tokAt(sp.from-1).is("with", "guest", "host") && !r.resolveShort(sp.name).guest && !r.resolveShort(sp.name).host || o.class != companyName {
		return false
	}
	if o.to-o.from == 1 && r.x.has(&s.toks[o.from], ordinaryWord|givenName) || inPlace(s, o) {
		return false
	}
	return o.to >= len(s.toks) || s.toks[o.to].is(",", ".", ":", "for", "to", "about", "on", "and") || visitVerbs[s.toks[o.to].lower] || guestVerbs[s.toks[o.to].lower]
}

// titleEmployers reports whether a title ends with the employers listed from token i on, which no list need hold:
// "Ada Long, Heapworks and Inkwell".
func (r *reading) titleEmployers(s *sentence, i int) bool {
	for i < len(s.toks) {
		to := r.orgEnd(s, i)
		if to == i || to > i+3 || r.plainWords(s, i, to) || s.spanAt(i) != nil && s.spanAt(i).class != companyName && s.spanAt(i).class != bothName || r.x.has(&s.toks[i], givenName) {
			return false
		}
		if to == len(s.toks) || s.toks[to].is(")", "|") {
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
