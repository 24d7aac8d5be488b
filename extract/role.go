package extract

import "strings"

// A role is a phrase that names what somebody is at an organisation: "co-founder", "VP of Product".
type role struct {
	from, to int    // tokens
	text     string // lower case and short
	founder  bool
	field    bool // its head is usually followed by "of" and a field of work, not an employer
	plural   bool // several people share it
}

// fieldHeads are followed by a field as often as by an employer: "head of product".
var fieldHeads = map[string]bool{"head": true, "vp": true, "president": true, "director": true, "chief": true, "lead": true, "gm": true, "manager": true,
	"pm": true, "professor": true, "chair": true, "student": true, "svp": true, "evp": true, "avp": true, "member": true, "leader": true}

// inTitle reports whether token i is one of the capitalised words between a person's name, a comma and what somebody is:
// "Jane Rowe, Senior Learning Experience Manager".
func (r *reading) inTitle(s *sentence, i int) bool {
	for k := i; k > 1 && k > i-6; k-- {
		t := &s.toks[k]
		if t.is(",") {
			return k < i && s.spanAt(k-1) != nil && s.spanAt(k-1).class == personName
		}
		if t.kind != word || t.letters != titleCase || !r.x.has(t, ordinaryWord|roleModifier) {
			return false
		}
	}
	return false
}

// roleAt reads the role whose head noun is at token i, with the words before it that belong to it.
func (r *reading) roleAt(s *sentence, i int) (role, bool) {
	t := &s.toks[i]
	plural := t.kind == word && !r.x.has(t, roleHead) && r.x.has(t, rolePlural) && r.shared(s, i)
	if !plural && !r.x.has(t, roleHead) || t.kind != word {
		return role{}, false
	}
	if sp := s.spanAt(i - 1); sp != nil && sp.class == techName && r.x.has(t, techNoun) {
		return role{}, false // "the Atom editor"
	}
	from := i
	for from > 0 {
		p := &s.toks[from-1]
		switch {
		case p.kind == word && (r.x.has(p, roleModifier) || r.x.has(p, roleHead) && from == i && !p.is("founder", "ceo", "creator", "author", "cto")):
			from--
			continue
		case (p.is("-") || p.is("/")) && s.toks[from].glued && from > 1 && s.toks[from-1].glued && r.x.has(&s.toks[from-2], roleModifier):
			from -= 2
			continue
		case p.is("and", "&") && from < i && r.x.has(s.tokAt(from-2), roleModifier) && !r.x.has(s.tokAt(from-2), roleHead) && !r.fieldBefore(s, from-2):
			from -= 2
			continue
		case p.is("end") && p.glued && s.tokAt(from-2).is("-") && s.tokAt(from-3).is("back", "front"):
			from -= 3
			continue
		case p.is(".") && p.glued && s.tokAt(from-2).is("sr"):
			from -= 2
			continue
		case t.letters == titleCase && r.inTitle(s, from-1):
			from--
			continue
		}
		break
	}
	if sp := s.spanAt(from); sp != nil && sp.from < from {
		from = sp.to
	}
	if from > i {
		return role{}, false
	}
	to := i + 1
	if t.is("vice") || t.is("chief") && !s.tokAt(i+1).is("of") {
		return role{}, false
	}
	text := strings.ToLower(strings.Join(strings.Fields(s.text(from, to)), " "))
	head := t.lower
	if plural {
		text, head = strings.TrimSuffix(text, "s"), strings.TrimSuffix(head, "s")
	}
	if head != "hire" {
		text = strings.TrimPrefix(text, "first ")
	}
	if head == "employee" && to+1 < len(s.toks) && s.toks[to].is("#", "number") {
		to += 2
		text = strings.TrimSuffix("employee "+strings.ToLower(s.text(to-2, to-1)), " ") + " " + s.text(to-1, to)
		text = strings.Replace(text, "# ", "#", 1)
	}
	out := role{from: from, to: to, text: shortRole(text), founder: head == "founder" || head == "cofounder", field: fieldHeads[head], plural: plural}
	if sp := s.spanAt(from - 1); sp != nil && sp.to == from && !sp.weak && t.letters == titleCase && sp.class == techName && (sp.kind == "language" || sp.kind == "framework") {
		out.from, out.text = sp.from, strings.ToLower(sp.name)+" "+out.text // "Elixir Developer"
	}
	if t.is("relations") && !strings.Contains(text, "developer") || t.is("hire") && from == i || t.is("chair", "lead", "leader", "member", "student", "dev", "writer", "hacker", "student", "manager", "operator", "creator") && from == i && to < len(s.toks) && !s.toks[to].is("of", "at", "for", ",", "@", "and") {
		return role{}, false
	}
	return out, true
}

// fieldBefore reports whether the modifiers that end at i are the field of an earlier role: "head of product and …".
func (r *reading) fieldBefore(s *sentence, i int) bool {
	for i > 0 && r.x.has(&s.toks[i], roleModifier) {
		i--
	}
	return s.toks[i].is("of", "in", "for", "with") || r.x.has(&s.toks[i], roleHead)
}

// shortRole gives long forms their short one.
func shortRole(s string) string {
	for _, p := range [...][2]string{{"cofounder", "co-founder"}, {"co founder", "co-founder"}, {"chief executive officer", "ceo"}, {"chief technology officer", "cto"},
		{"chief technical officer", "cto"}, {"chief product officer", "cpo"}, {"chief operating officer", "coo"}, {"chief financial officer", "cfo"}, {"chief marketing officer", "cmo"},
		{"chief information officer", "cio"}, {"chief information security officer", "ciso"}, {"chief data officer", "cdo"},
		{"chief revenue officer", "cro"}, {"general manager", "gm"}, {"pm", "product manager"}, {"board", "board member"}} {
		if s == p[0] {
			return p[1]
		}
	}
	if rest, ok := strings.CutPrefix(s, "sr. "); ok {
		return "senior " + rest
	}
	return s
}

// fieldAfter reads "of product", "of Data and AI" after a role when an employer follows it; it returns the end of the
// field and the role with it.
func (r *reading) fieldAfter(s *sentence, ro role) (role, int) {
	ro = r.capitalField(s, ro)
	i := ro.to
	if i+1 >= len(s.toks) || !s.toks[i].is("of", "for") || s.toks[i+1].is("this", "that", "his", "her", "their", "my") {
		return ro, i
	}
	end := 0
	for j := i + 1; j < len(s.toks) && j < i+9; j++ {
		t := &s.toks[j]
		if t.is("of") && ro.field && j > i+1 && s.tokAt(j+1).capital() && s.toks[i].is("of") && !orgHeads[s.toks[j-1].lower] {
			end = j // "VP of Technology Strategy of Heapworks"
			break
		}
		if t.is("at", "@", "for", "with") || t.is(",", "(") {
			if end == 0 || t.is("at", "@") {
				end = j
			}
			if !t.is("for") {
				break
			}
			continue
		}
		if sp := s.spanAt(j); sp != nil && (sp.class == personName || sp.class == companyName && (j == i+1 || j == i+2 && s.toks[i+1].is("the")) && !r.fieldName(s, sp)) || t.kind == punct && !t.is("-", "/", "&") {
			break
		}
	}
	if end == 0 {
		j := i + 1
		for j < len(s.toks) && (s.toks[j].letters == lowerCase || r.x.has(&s.toks[j], roleModifier)) && !r.x.has(&s.toks[j], functionWord) || j < len(s.toks) && j > i+1 && s.toks[j].is("and", "&") && j+1 < len(s.toks) && (s.toks[j+1].letters == lowerCase || ro.field && s.spanAt(j+1) == nil && s.tokAt(j+2).is(".", ",") && r.x.has(s.tokAt(j+1), ordinaryWord)) && !r.x.has(&s.toks[j+1], roleHead|functionWord) {
			j++
			if s.toks[j-1].is("and", "&") && s.toks[j].letters != lowerCase {
				j++ // "Product and Platforms."
				break
			}
		}
		if j == i+1 {
			return ro, i
		}
		end = j
	}
	if end-i > 8 || end == i+1 {
		return ro, i
	}
	if sp := s.spanAt(i + 1); sp != nil && sp.class != otherName && sp.class != techName && !r.fieldName(s, sp) {
		return ro, i
	}
	if (strings.HasSuffix(ro.text, "professor") || s.toks[i+1].is("the")) && end > i {
		ro.to = end
		return ro, end
	}
	if !ro.field && s.toks[i].is("of") && s.toks[i+1].capital() && (ro.founder || r.chiefly(ro) || !r.x.has(&s.toks[i+1], roleModifier)) {
		return ro, i
	}
	if ro.field && s.tokAt(end).is(",", "(") && s.toks[i+1].capital() && !r.x.has(&s.toks[i+1], roleModifier|ordinaryWord) {
		return ro, i
	}
	if s.toks[i].is("for") && !s.tokAt(end).is("at", "@", "with") {
		first := i + 1
		if s.toks[first].is("the") {
			first++
		}
		if s.tokAt(first).capital() && !r.x.has(s.tokAt(first), roleModifier) {
			return ro, i // the employer
		}
	}
	if s.toks[i].is("for") {
		ro.to = end // "product lead for Jira at Atlassian"
		return ro, end
	}
	field, _, _ := strings.Cut(strings.ToLower(strings.Join(strings.Fields(s.text(i+1, end)), " ")), " for ")
	if ro.text == "product manager" && s.toks[i-1].is("pm") {
		ro.text = "pm"
	}
	ro.text = shortRole(ro.text) + " of " + field
	ro.to = end
	return ro, end
}

// capitalField lengthens a role by the capitalised field right after it: "VP Engineering at", "Director Product Management, ".
func (r *reading) capitalField(s *sentence, ro role) role {
	if !ro.field || s.toks[ro.from].letters == lowerCase || s.titleCase && s.src.in != "title" {
		return ro
	}
	j := ro.to
	for j < ro.to+3 && j < len(s.toks) && s.toks[j].capital() && !s.toks[j].glued && r.x.has(&s.toks[j], roleModifier) && !r.headAt(s, j) {
		j++
	}
	if j == ro.to || j < len(s.toks) && !s.toks[j].is("at", "@", "of", ",", "(", "for", "–", "—", "|") {
		return ro
	}
	ro.text, ro.to = shortRole(ro.text)+" "+lowerText(s, ro.to, j), j
	return ro
}

// fieldName reports whether a listed name is used as a field of work ("Developer Relations", "AI").
func (r *reading) fieldName(s *sentence, sp *span) bool {
	return sp.class == otherName || sp.to-sp.from == 1 && r.x.has(&s.toks[sp.from], roleModifier)
}

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
