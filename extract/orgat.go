package extract

import "strings"

// orgHeads begin names that go on after "of" or "for": University of Toronto.
var orgHeads = map[string]bool{"university": true, "institute": true, "center": true, "centre": true, "college": true, "school": true, "department": true, "ministry": true,
	"bank": true, "academy": true, "laboratory": true, "lab": true, "museum": true, "society": true, "association": true, "council": true, "office": true, "faculty": true}

// orgTails end the names of organisations.
var orgTails = map[string]bool{"inc": true, "ltd": true, "llc": true, "gmbh": true, "corp": true, "labs": true, "foundation": true, "university": true, "institute": true,
	"studios": true, "studio": true, "games": true, "technologies": true, "capital": true, "software": true, "robotics": true, "entertainment": true,
	"bank": true, "industries": true, "laboratory": true, "laboratories": true, "college": true, "consulting": true, "solutions": true, "group": true, "partners": true, "networks": true, "energy": true, "space": true, "interactive": true, "semiconductor": true, "aerospace": true, "therapeutics": true, "analytics": true, "research": true, "corporation": true, "systems": true, "digital": true, "security": true, "media": true, "ventures": true}

// orgAt reads the name of an organisation at token i: a listed one, or any capitalised name in a place only an
// organisation can fill.
func (r *reading) orgAt(s *sentence, i int) (span, bool) {
	for i < len(s.toks) && (s.toks[i].is("the", "a", "an", "company", "startup", "agency", "firm", "called", "named", "@") || s.toks[i].is("new") && s.toks[i].letters == lowerCase || s.toks[i].is("\"", "'") && i+1 < len(s.toks) && s.toks[i+1].capital()) {
		i++
	}
	i = pastDescription(s, i)
	if i >= len(s.toks) {
		return span{}, false
	}
	if sp := s.spanAt(i); sp != nil && sp.from == i {
		switch sp.class {
		case companyName, bothName:
			return r.extended(s, *sp), true
		case techName:
			return r.extended(s, *sp), true
		case otherName:
			if sp.kind == "place" && !s.titleCase && sp.to < len(s.toks) && s.toks[sp.to].capital() && !s.toks[sp.to].glued {
				if end := r.orgEnd(s, sp.to); end > sp.to && orgTails[s.toks[end-1].lower] {
					return span{from: i, to: end, class: companyName, name: s.text(i, end), rule: "slot"}, true // "Berlin Robotics"
				}
			}
			if sp.kind != "concept" || sp.to >= len(s.toks) || !s.toks[sp.to].capital() || s.toks[sp.to].glued || s.titleCase {
				return span{}, false
			}
		case personName:
			if p := r.resolveShort(sp.name); p.score >= 3.5 || p.guest || p.host {
				return span{}, false
			}
		}
	}
	to := r.orgEnd(s, i)
	if to == i {
		return span{}, false
	}
	name := strings.Join(strings.Fields(s.text(i, to)), " ")
	if len(strings.TrimRight(name, ".")) < 2 || r.x.has(&s.toks[i], functionWord|monthOrDay) {
		return span{}, false
	}
	return span{from: i, to: to, class: companyName, name: strings.TrimRight(name, "."), rule: "slot"}, true
}

// pastDescription skips "Denver-based startup" and "consulting agency called" before an organisation's name.
func pastDescription(s *sentence, i int) int {
	if s.tokAt(i).capital() && s.tokAt(i+1).is("-") && s.tokAt(i+2).is("based") {
		j := i + 3
		for j < i+7 && s.tokAt(j).letters == lowerCase {
			j++
		}
		return j
	}
	if s.tokAt(i).letters != lowerCase {
		return i
	}
	for j := i; j < i+7 && s.tokAt(j).kind == word; j++ {
		if companyNouns[s.toks[j].lower] && s.tokAt(j+1).capital() && !s.tokAt(j+1).glued {
			return j + 1 // "the tree company Heapworks"
		}
		if s.toks[j].is("called", "named") && s.tokAt(j-1).is("agency", "company", "startup", "firm", "consultancy", "studio", "nonprofit", "business", "organization", "organisation") {
			return j + 1
		}
	}
	return i
}

// extended lengthens a listed name by the word that makes it an organisation's: Bosch Research, Modal Labs, Evidently AI.
func (r *reading) extended(s *sentence, sp span) span {
	if sp.to < len(s.toks) && !s.toks[sp.to].glued && (orgTails[s.toks[sp.to].lower] && s.toks[sp.to].letters == titleCase && !s.titleCase || s.toks[sp.to].is("ai") && s.toks[sp.to].letters == upperCase) {
		sp.to++
		sp.name = sp.name + " " + s.text(sp.to-1, sp.to)
		sp.entry = nil
		sp.rule = "slot"
		sp.class = companyName
	}
	return sp
}

// orgEnd returns where the capitalised name that begins at i ends, or i.
func (r *reading) orgEnd(s *sentence, i int) int {
	t := &s.toks[i]
	if t.kind != word && t.kind != number || t.letters == lowerCase && !r.domainAt(s, i) || t.kind == number && (i+1 >= len(s.toks) || !s.toks[i+1].capital() && s.toks[i+1].letters != lowerCase || !s.toks[i+1].glued) {
		return i
	}
	j := i
	for j < len(s.toks) && j-i < 9 {
		t := &s.toks[j]
		if j > i && t.glued && t.kind == punct && !t.is("+") {
			if d := r.dottedEnd(s, j); d > j {
				j = d
				continue
			}
			if t.is("'") && j+1 < len(s.toks) && s.toks[j+1].glued && s.toks[j+1].capital() {
				j += 2
				continue
			}
			if t.is("-") && j+1 < len(s.toks) && s.toks[j+1].glued && s.toks[j+1].kind == word {
				j += 2
				continue
			}
			if t.is(".") && s.toks[j-1].is("inc", "ltd", "corp") {
				j++
			}
			break
		}
		if t.is("+") && t.glued && j > i {
			for j < len(s.toks) && s.toks[j].is("+") && s.toks[j].glued {
				j++
			}
			if j < len(s.toks) && orgTails[s.toks[j].lower] && s.toks[j].capital() {
				continue // "DoubleWise C++ Consulting"
			}
			break
		}
		if t.is("&") && j > i && j+1 < len(s.toks) && s.toks[j+1].capital() && !r.companyAt(s, j+1) {
			j++
			continue
		}
		if t.is("of", "for", "and", "in", "de") && j > i && j+1 < len(s.toks) && s.toks[j+1].capital() && r.connects(s, i, j) {
			j++
			continue
		}
		if t.kind != word && !(t.kind == number && j > i && !t.glued) || t.letters == lowerCase && j > i || t.kind == word && t.letters == noCase {
			break
		}
		if j > i && (r.x.has(t, roleHead) && !orgTails[t.lower] && !t.is("partners") || r.isPerson(s, j)) {
			break
		}
		if sp := s.spanAt(j); sp != nil && j > i && (sp.class == otherName && sp.kind != "concept" || sp.class == personName) {
			break
		}
		j++
	}
	return j
}

func (r *reading) isPerson(s *sentence, j int) bool {
	sp := s.spanAt(j)
	return sp != nil && sp.class == personName && sp.from == j && sp.to-sp.from > 1
}

// connects reports whether a small word belongs to the name that began at i: after "University", or within a short
// name that ends the clause.
func (r *reading) connects(s *sentence, i, j int) bool {
	for k := i; k < j; k++ {
		if orgHeads[s.toks[k].lower] {
			return true
		}
	}
	if s.toks[j].is("and") {
		return bodyEnds(s, j+1) && s.spanAt(i) == nil
	}
	if s.toks[j].is("de") {
		return false
	}
	if sp := s.spanAt(j + 1); sp != nil {
		return false
	}
	return s.toks[j].is("in", "of") && j == i+1 && j+2 < len(s.toks) && s.toks[j+2].is(".", ",") && r.x.has(&s.toks[i], ordinaryWord)
}

// bodyEnds reports whether the capitals from token i on end with what a public body is: "Infrastructure Security Agency".
func bodyEnds(s *sentence, i int) bool {
	for ; i < len(s.toks) && s.toks[i].kind == word && s.toks[i].letters == titleCase && !s.toks[i].glued; i++ {
		if s.toks[i].is("agency", "administration", "authority", "association", "commission", "bureau", "institute", "society", "trust", "council", "ministry", "foundation", "museum") {
			return true
		}
	}
	return false
}

// dottedEnd reads ".io" and its like after a name.
func (r *reading) dottedEnd(s *sentence, j int) int {
	if s.toks[j].glued && s.toks[j].is(".") && j+1 < len(s.toks) && s.toks[j+1].glued && s.toks[j+1].kind == word && domains[s.toks[j+1].lower] {
		if s.toks[j+1].is("com", "co", "org", "net") && s.tokAt(j+2).is(".") && s.tokAt(j+2).glued && s.tokAt(j+3).glued && s.tokAt(j+3).letters == lowerCase && s.tokAt(j+3).end-s.tokAt(j+3).start == 2 {
			return j + 4 // heapworks.com.au
		}
		return j + 2
	}
	return j
}

func (r *reading) domainAt(s *sentence, i int) bool {
	return i+1 < len(s.toks) && s.toks[i+1].glued && r.dottedEnd(s, i+1) > i+1
}

// domains are the endings that names keep: Fly.io, Cal.com.
var domains = map[string]bool{"io": true, "com": true, "dev": true, "ai": true, "app": true, "co": true, "org": true, "net": true, "town": true, "sh": true, "so": true, "fm": true, "tv": true, "club": true, "tech": true, "run": true, "cloud": true, "build": true, "me": true, "xyz": true}
