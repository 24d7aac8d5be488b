package extract

import "strings"

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
		if !r.employs(s, ro, t, &o, employed, paren) {
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

// employs reports whether the name after a role and the word t is an employer's, no product, field or place.
func (r *reading) employs(s *sentence, ro role, t *token, o *span, employed, paren bool) bool {
	if o.class == techName && (o.common() && !(o.kind == "os" && t.is("at", "@")) || !t.is("at", "@") && (!employed && !ro.founder && !strings.HasPrefix(ro.text, "c") || !t.is("of"))) {
		return false
	}
	if ro.field && t.is("of") && o.entry == nil && o.to-o.from == 1 && r.x.has(&s.toks[o.from], ordinaryWord) {
		return false
	}
	if o.entry == nil && (r.inField(s, ro, t, *o) || t.is("from") && inPlace(s, o) || paren && o.to-o.from == 1 && r.x.has(&s.toks[o.from], ordinaryWord) || s.tokAt(o.to).is("concept", "movement", "method", "podcast", "newsletter", "blog", "conference", "festival", "book", "course", "category")) {
		return false
	}
	if !employed && r.authorish(ro.text) && (o.entry == nil && t.is("of") || o.class == techName) {
		return false
	}
	return true
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

// inField reports whether plain words in a title are what somebody is head of, no employer: "Head of Podcast Product".
func (r *reading) inField(s *sentence, ro role, t *token, o span) bool {
	return ro.field && t.is("of") && s.src.in == "title" && r.plainWords(s, o.from, o.to) && !orgHeads[s.toks[o.from].lower] && !orgTails[s.toks[o.to-1].lower]
}
