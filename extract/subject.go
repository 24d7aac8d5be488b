package extract

import "strings"

// settleClaim decides whose employment a claim tells, and records it.
func (r *reading) settleClaim(c *claim) {
	people := c.person
	if people != nil {
		people = append(people, r.sharing(c)...)
	} else {
		people = r.subjects(c)
	}
	if len(people) == 0 {
		r.markOrg(c)
		return
	}
	status := c.status
	if status == Current && c.s.src.in == "title" && c.rule == "org-role" && r.statusBefore(c.s, c.at) == Former {
		status = Former
	}
	if status == Former && c.rule == "time-at" && endsPath(c.s, c.at) || status == Current && c.rule == "founded" && c.s.tokAt(c.at-1).is("from", "co", "-") && fromBefore(c.s, c.at) {
		status = Unknown
	}
	if status == Current && onlyFounder(c.roles) && soldAfter(c.s, max(c.end, c.org.to)) {
		status = Unknown
	}
	r.markOrg(c)
	for _, name := range people {
		if name == "" {
			continue
		}
		r.affiliate(name, c, status, r.passage(c.s, r.resolveShort(name), c.at, max(c.end, c.org.to)))
	}
}

// endsPath reports whether the phrase at token i ends a path that may lead to the present: "from founding X to roles at Y".
func endsPath(s *sentence, i int) bool {
	for j := i - 1; j > 0 && j >= i-6; j-- {
		if s.toks[j].is("to") {
			return fromBefore(s, j)
		}
	}
	return false
}

// fromBefore reports whether "from" begins a clause within the words before token i.
func fromBefore(s *sentence, i int) bool {
	for j := i - 1; j >= 0 && j >= i-7; j-- {
		if s.toks[j].is("from") {
			return j == 0 || s.toks[j-1].kind == punct || s.toks[j-1].is("journey", "career", "trajectory", "path")
		}
	}
	return false
}

// soldAfter reports whether "(acquired by X)" or ", which was sold to X" follows a company at token i.
func soldAfter(s *sentence, i int) bool {
	for j := i; j < i+5 && j < len(s.toks) && !s.toks[j].is(".", ";"); j++ {
		if s.toks[j].is("acquired", "sold", "bought", "acquisition") {
			return true
		}
	}
	return false
}

// sharing returns the people joined to the one a claim names: "Monica Sarbu and Tudor Golubenco from Xata".
func (r *reading) sharing(c *claim) []string {
	var out []string
	for k := range c.s.spans {
		if sp := &c.s.spans[k]; sp.class == personName && sp.to == c.at {
			for ; k > 0 && c.s.spans[k-1].class == personName && r.adjacent(c.s, c.s.spans[k-1].to, c.s.spans[k].from); k-- {
				out = append(out, c.s.spans[k-1].name)
			}
		}
	}
	return out
}

// adjacent reports whether only commas and conjunctions stand between two names.
func (r *reading) adjacent(s *sentence, from, to int) bool {
	if to <= from || to-from > 2 {
		return false
	}
	for i := from; i < to; i++ {
		if !s.toks[i].is("and", "&", ",") {
			return false
		}
	}
	return true
}

// subjects finds who a phrase is about: the person right after it ("Turso CEO Glauber Costa"), else the nearest one
// before it, else who the passage is about.
func (r *reading) subjects(c *claim) []string {
	s := c.s
	after, before := -1, -1
	for k := range s.spans {
		sp := &s.spans[k]
		if sp.class != personName {
			continue
		}
		if sp.from >= c.end && after < 0 {
			after = k
		}
		if sp.to <= c.at {
			before = k
		}
	}
	if after >= 0 && r.nameNext(s, c.end, s.spans[after].from) && (c.rule == "org-role" || c.rule == "role-of") {
		if c.rule == "org-role" || before < 0 {
			return r.conjoined(s, after)
		}
	}
	if after >= 0 && before >= 0 && s.spans[after].from-c.end < 12 && (c.rule == "org-role" || c.rule == "role-of") && r.meets(s, s.spans[before].to, c.at) && (r.nameNext(s, c.end, s.spans[after].from) || !r.sentenceBreak(s, c.end, s.spans[after].from)) {
		return r.conjoined(s, after)
	}
	if host := r.hostInLife(s); host != nil {
		return []string{host.name}
	}
	if before >= 0 {
		if c.fallback && !r.aboutPerson(s, before, c.at) {
			return nil
		}
		if r.otherSubject(s, before, c) {
			return nil
		}
		return r.conjoinedBack(s, before)
	}
	if after >= 0 && (c.rule == "role-of" || c.rule == "org-role") && s.spans[after].from-c.end <= 4 && !s.toks[s.spans[after].from-1].is("to", "with", "by") {
		return r.conjoined(s, after)
	}
	if after >= 0 && c.at <= 3 && s.toks[0].is("as") && c.rule == "role-of" {
		return r.conjoined(s, after)
	}
	if after >= 0 && s.kind == prose && s.toks[0].is("during", "before", "after", "prior", "since", "in", "with", "previously", "formerly", "drawing", "having", "while", "following", "once") && s.tokAt(s.spans[after].from-1).is(",") {
		return r.conjoined(s, after)
	}
	if after >= 0 && c.rule == "formerly" && s.toks[0].is("a", "an") && s.tokAt(s.spans[after].from-1).is(",") {
		return r.conjoined(s, after)
	}
	if s.src.in == "title" && after >= 0 && c.rule == "org-role" {
		return []string{s.spans[len(s.spans)-1].nameIfPerson()}
	}
	return r.topic(c)
}

// meets reports whether somebody is met between two tokens, and what follows introduces who: "joined by", "talks with".
func (r *reading) meets(s *sentence, from, to int) bool {
	for to > from && s.toks[to-1].is("the", "a", "an", "former", "our") {
		to--
	}
	return to > from+1 && to-from < 8 && s.toks[to-1].is("by", "with", "to", "interviews", "welcomes") && (talkVerbs[s.toks[to-2].lower] || s.toks[to-1].is("interviews", "welcomes"))
}

// sentenceBreak reports whether a comma, a verb of speech or a new clause stands between two tokens.
func (r *reading) sentenceBreak(s *sentence, from, to int) bool {
	for i := from; i < to; i++ {
		if s.toks[i].is(",", ".", ";", "who", "about", "on", "that", "to") {
			return true
		}
	}
	return false
}

func (sp *span) nameIfPerson() string {
	if sp.class == personName {
		return sp.name
	}
	return ""
}

// nameNext reports whether a name follows at once, or after a comma.
func (r *reading) nameNext(s *sentence, from, to int) bool {
	return to == from || to == from+1 && s.toks[from].is(",", "-", ":")
}

func (r *reading) conjoined(s *sentence, k int) []string {
	out := []string{s.spans[k].name}
	for k+1 < len(s.spans) && s.spans[k+1].class == personName && r.adjacent(s, pastBracket(s, s.spans[k].to), s.spans[k+1].from) {
		k++
		out = append(out, s.spans[k].name)
	}
	return out
}

func (r *reading) conjoinedBack(s *sentence, k int) []string {
	out := []string{s.spans[k].name}
	for k > 0 && s.spans[k-1].class == personName && r.adjacent(s, s.spans[k-1].to, s.spans[k].from) {
		k--
		out = append(out, s.spans[k].name)
	}
	visitors := out[:0:0]
	for _, n := range out {
		if p := r.resolveShort(n); !p.host || len(out) == 1 {
			visitors = append(visitors, n)
		}
	}
	if len(visitors) == 0 {
		return out
	}
	return visitors
}

// aboutPerson reports whether the words between a person and "at X" keep to the person.
func (r *reading) aboutPerson(s *sentence, k, at int) bool {
	return at-s.spans[k].to <= 25 && !r.labelled(s, s.spans[k].to, at)
}

// labelled reports whether token at stands in the label of a link that begins after token from: somebody's article.
func (r *reading) labelled(s *sentence, from, at int) bool {
	for _, l := range s.src.linksIn(s.start, s.end) {
		if !l.bare && l.start >= s.toks[from-1].end && l.start+4 < s.toks[at].start && s.toks[at].start < l.end {
			return true
		}
	}
	return false
}

// relations are people other than the one who has them: "Scott's partner works for".
var relations = map[string]bool{"partner": true, "wife": true, "husband": true, "friend": true, "friends": true, "brother": true, "sister": true, "father": true, "mother": true,
	"son": true, "daughter": true, "client": true, "clients": true, "customer": true, "customers": true, "student": true, "students": true, "team": true, "colleague": true, "colleagues": true}

// otherSubject reports whether a clause between the person and the phrase is about somebody else.
func (r *reading) otherSubject(s *sentence, k int, c *claim) bool {
	sp := &s.spans[k]
	p := r.resolveShort(sp.name)
	if p.host && c.rule != "boss" && !s.tokAt(sp.to).is("is", "are", "works", "work") {
		// "Aaron talks … about his time at X": hosts are hardly ever what a description is about
		return !c.s.toks[0].is("i") && c.rule != "role-of" && c.rule != "org-role" && !(c.rule == "leads" && sp.to == c.at)
	}
	if s.tokAt(sp.to).is("'") && s.tokAt(sp.to+1).is("s") && relations[s.tokAt(sp.to+2).lower] && sp.to < c.at {
		return true
	}
	for i := sp.to; i < c.at; i++ {
		if s.toks[i].is("including", "like", "whose") && c.rule == "role-of" {
			return true
		}
	}
	return false
}

// topic returns who a sentence without a name is about: its predecessor's subject, or the only guest.
func (r *reading) topic(c *claim) []string {
	s := c.s
	if s.kind == chapter && c.rule != "job-at" && c.rule != "time-at" && c.rule != "journey" && c.rule != "founded" && c.rule != "joins" && !c.fallback {
		return nil
	}
	var guests []string
	for _, p := range r.people {
		if p.guest {
			guests = append(guests, p.name)
		}
	}
	if s.kind == chapter {
		if len(guests) == 1 || c.rule == "founded" || c.rule == "journey" {
			return guests
		}
		return nil
	}
	if s.src.in == "title" {
		if c.rule == "role-of" || c.rule == "org-role" {
			if last := c.end == len(s.toks) && s.tokAt(c.at-1).is("|", "–", "—", "-"); len(guests) == 1 && (last || strings.Contains(s.src.text, "(")) {
				return guests
			}
		}
		return nil
	}
	pronoun := false
	for i := 0; i < len(s.toks) && i < c.at+1; i++ {
		if s.toks[i].is("he", "she", "his", "her", "they", "their", "who") {
			pronoun = true
		}
	}
	if prev := r.previousSubject(s); prev != "" && pronoun {
		return []string{prev}
	}
	if len(guests) == 1 && (pronoun || r.earlySentence(s) && !c.fallback) {
		return guests
	}
	if len(guests) > 1 && s.toks[0].is("they", "their") {
		return guests
	}
	return nil
}

// previousSubject returns who the sentences before one of the same paragraph or the one before are about: the last person
// that one of them names first, hosts apart. Whom a sentence about "him" or "her" names besides is somebody else.
func (r *reading) previousSubject(s *sentence) string {
	name := ""
	for i := range r.sents {
		t := &r.sents[i]
		if t == s {
			break
		}
		if t.src != s.src || t.kind != prose || s.start-t.start > 900 || name != "" && t.toks[0].is("he", "she") {
			continue
		}
		for k := range t.spans {
			if t.spans[k].class == personName && !r.resolveShort(t.spans[k].name).host {
				name = t.spans[k].name
				break
			}
		}
	}
	return name
}

// markOrg makes the claim's organisation a company mention of its sentence.
func (r *reading) markOrg(c *claim) {
	s := c.s
	for k := range s.spans {
		sp := &s.spans[k]
		if sp.from == c.org.from && sp.to == c.org.to {
			sp.weak = false
			sp.asCompany = true
			if sp.class == techName {
				sp.class = bothName
			}
			if sp.class == bothName && sp.entry != nil && !sp.asTech {
				sp.class = companyName
			}
			return
		}
	}
	o := c.org
	o.asCompany = true
	o.class = companyName
	s.put(o)
	r.openNames = append(r.openNames, openName{name: o.name, class: companyName, rule: c.rule})
}

// affiliate records one person's claim, merging what the episode says more than once.
func (r *reading) affiliate(name string, c *claim, status Status, ev Evidence) {
	p := r.resolveShort(name)
	if p.host && c.fallback {
		return
	}
	for i := range r.affiliations {
		a := &r.affiliations[i]
		if a.person != p || a.Company != c.org.name {
			continue
		}
		for _, ro := range c.roles {
			if !contains(a.Roles, ro) && !(len(a.Roles) > 0 && ro == "founder" && contains(a.Roles, "co-founder")) {
				a.Roles = append(a.Roles, ro)
			}
		}
		if firmness(c.rule) > a.firmness || a.Status == Unknown && c.rule != "own-link" && !c.fallback {
			a.Status = status
		}
		a.rules = withRule(a.rules, c.rule)
		a.firmness = max(a.firmness, firmness(c.rule))
		if len(a.Evidence) < 4 && !sameEvidence(a.Evidence, ev) {
			a.Evidence = append(a.Evidence, ev)
		}
		return
	}
	r.affiliations = append(r.affiliations, employment{person: p, rules: []string{c.rule}, firmness: firmness(c.rule), Affiliation: Affiliation{Company: c.org.name, Roles: append([]string{}, c.roles...),
		Status: status, Evidence: []Evidence{ev}}})
}

// An employment is an affiliation whose person may still get a fuller name.
type employment struct {
	person   *person
	rules    []string
	firmness int
	Affiliation
}

// firmness orders rules by how plainly they tell when somebody worked somewhere: what a firmer one says stands. That
// somebody did at all is another matter, and the confidence of the fact.
func firmness(rule string) int {
	switch rule {
	case "role-of":
		return 4
	case "org-role", "joins", "left", "founded", "person-from":
		return 3
	case "at", "own-link", "role-name", "leads", "boss":
		return 1
	}
	return 2
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func sameEvidence(list []Evidence, e Evidence) bool {
	for _, x := range list {
		if x.Start == e.Start && x.End == e.End && x.In == e.In {
			return true
		}
	}
	return false
}
