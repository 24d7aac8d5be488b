package extract

import (
	"slices"
	"strings"
)

// tellJobs reads what speakers say of themselves ("I'm an engineer at X", "I worked at Y") and of people they name in
// the same breath ("Bo, who works at X"). The employer is listed, or known from the description.
func (t *talk) tellJobs(f *Facts) {
	companies := map[string]bool{}
	for i := range f.Companies {
		companies[f.Companies[i].Name] = true
	}
	for i := range t.sents {
		s := &t.sents[i]
		if !s.employing() {
			continue
		}
		claims := append(t.roleClaims(s), t.verbClaims(s)...)
		for k := range claims {
			c := &claims[k]
			if c.org.entry == nil && !companies[c.org.name] || c.org.class == techName || c.fallback || t.supposed(s, c.at) {
				continue
			}
			p, from := t.toldOf(s, c.at)
			if p == nil {
				continue
			}
			if used, _, ok := phrase(s, [][]string{{"used", "to"}}); ok && used < c.end {
				c.status = Former
			}
			t.markOrg(c)
			c.rule = saidRule + c.rule
			t.affiliate(p.name, c, c.status, t.quote(s, from, max(c.end, c.org.to)))
		}
	}
}

// employing reports whether a sentence may tell an employment: it names an organisation.
func (s *sentence) employing() bool {
	for k := range s.spans {
		if c := s.spans[k].class; c == companyName || c == bothName {
			return true
		}
	}
	return false
}

// toldOf finds whom a phrase at token i is about: the speaker after "I", or the person named right before it.
func (t *talk) toldOf(s *sentence, i int) (*person, int) {
	const near = 6
	for j := i - 1; j >= 0 && j >= i-near; j-- {
		if sp := s.spanAt(j); sp != nil && sp.class == personName {
			if p := t.resolveShort(sp.name); t.believed(p) && i-j <= 4 {
				return p, sp.from
			}
			return nil, 0
		}
		if s.toks[j].is("i") {
			if s.by == nil || s.by.person == nil {
				return nil, 0
			}
			return s.by.person, j
		}
		if s.toks[j].is("we", "you", "they", "he", "she", "who", "somebody", "someone", "people") && !(s.toks[j].is("who") && s.spanAt(j-1) != nil) || s.toks[j].is(".", ";", "?", "!") {
			return nil, 0
		}
	}
	return nil, 0
}

// supposed reports whether what is said at token i is no statement: a question, a condition, a wish.
func (t *talk) supposed(s *sentence, i int) bool {
	if s.toks[len(s.toks)-1].is("?") || denied(s, i) {
		return true
	}
	for j := i - 1; j >= 0 && j >= i-10; j-- {
		if s.toks[j].is("if", "like", "imagine", "pretend", "say", "suppose", "would", "should", "might", "maybe", "want", "wanted", "wish", "never", "not", "could", "d") {
			return true
		}
	}
	return false
}

// tellMakings reads "I created X", "I'm the creator of X", of a technology that is listed or known from the description.
func (t *talk) tellMakings() {
	for i := range t.sents {
		s := &t.sents[i]
		for k := range s.spans {
			sp := &s.spans[k]
			if sp.entry == nil || sp.weak || sp.class != techName && sp.class != bothName || sp.from < 2 || sp.entry.ambiguous {
				continue
			}
			at, role := madeBefore(s, sp.from)
			if role == "" || t.supposed(s, at) {
				continue
			}
			p, from := t.toldOf(s, at)
			if p == nil {
				continue
			}
			sp.asTech = true
			t.making(p, saidRule+role, Creation{Technology: sp.name, Role: role, Evidence: []Evidence{t.quote(s, from, sp.to)}})
		}
	}
}

// madeBefore finds what tells a creation right before token i: "created", "the creator of".
func madeBefore(s *sentence, i int) (at int, role string) {
	p, q := s.tokAt(i-1), s.tokAt(i-2)
	switch {
	case p.is("created", "invented"):
		return i - 1, "creator"
	case p.is("of") && q.is("creator", "author", "inventor"):
		at, role = i-2, q.lower
		if s.tokAt(at-1).is("-") && s.tokAt(at-2).is("co") {
			at, role = at-2, "co-"+role
		}
		if s.tokAt(at-1).is("the", "a", "original") {
			at--
		}
		return at, role
	}
	return 0, ""
}

// making records a creation once.
func (t *talk) making(p *person, rule string, c Creation) {
	for i := range t.creations {
		if m := &t.creations[i]; m.person == p && m.Technology == c.Technology {
			return
		}
	}
	t.creations = append(t.creations, making{person: p, rules: []string{rule}, Creation: c})
}

// surePerson is the score from which a name in speech is taken for a person's: names are often misheard.
const surePerson = 3.5

// surelyHeard is the support from which an ambiguous name counts in a transcript, which spells as it hears.
const surelyHeard = 3.5

// believed reports whether a person is told well enough for a transcript.
func (t *talk) believed(p *person) bool {
	return t.trusted[p] || p.last != "" && p.score >= surePerson
}

// spokenPlaces bounds the passages kept of one name: a transcript may say it two hundred times.
const spokenPlaces = 5

// merge adds what the transcript tells to the facts.
func (t *talk) merge(f *Facts, known map[*person]string) {
	for p, name := range known {
		if p.name != name {
			p.aliases[p.name] = true
			p.name = name
		}
	}
	people, companies, techs := t.newTally(fieldPeople), t.newTally(fieldCompanies), t.newTally(fieldTechnologies)
	for i := range t.sents {
		s := &t.sents[i]
		for k := range s.spans {
			sp := &s.spans[k]
			switch {
			case sp.class == personName:
				p := t.resolveShort(sp.name)
				sp.weak = !t.believed(p)
			case sp.entry == nil:
				sp.weak = sp.weak || !sp.asCompany
			case sp.entry.ambiguous:
				sp.weak = sp.weak || sp.rule != "listed" && sp.support < surelyHeard
			}
			t.count(s, sp, people, companies, techs)
		}
	}
	t.echo(f.Companies, companies)
	t.echo(f.Technologies, techs)
	for _, sp := range t.speakers {
		if sp.person != nil {
			people.add(sp.person.name, "", "speaker", sp.label, sp.evidence)
		}
	}
	f.People = t.together(fieldPeople, f.People, people.list())
	f.Companies = t.together(fieldCompanies, f.Companies, companies.list())
	f.Technologies = t.together(fieldTechnologies, f.Technologies, techs.list())
	f.Hosts = t.together(fieldHosts, f.Hosts, t.parts(fieldHosts, func(p *person) bool { return p.host }, "host"))
	f.Guests = t.together(fieldGuests, f.Guests, t.parts(fieldGuests, func(p *person) bool { return p.guest && !p.host }, "guest"))
	f.mergeAffiliations(t.affiliationFacts(companies))
	f.mergeCreations(t.creationFacts(techs))
}

// parts are those who have a part in the episode, with the words that tell it, and their label.
func (t *talk) parts(field string, is func(*person) bool, role string) []Mention {
	tally := t.newTally(field)
	for _, sp := range t.speakers {
		if sp.person != nil && is(sp.person) {
			tally.add(sp.person.name, "", "speaker", "", sp.evidence)
		}
	}
	for _, p := range t.people {
		if is(p) && t.trusted[p] {
			for _, e := range t.evidence[role+"\x00"+p.key()] {
				tally.add(p.name, "", e.rule, "", e.Evidence)
			}
		}
	}
	return tally.list()
}

// echo finds in the transcript the names that the description holds and no list does.
func (t *talk) echo(told []Mention, heard *tally) {
	text := t.body.text
	for i := range told {
		m := &told[i]
		if heard.byName[m.Name] != nil || len(m.Name) < 4 || t.x.is(m.Name, ordinaryWord) {
			continue
		}
		for at, n := 0, 0; n < spokenPlaces; n++ {
			k := strings.Index(text[at:], m.Name)
			if k < 0 {
				break
			}
			from, to := at+k, at+k+len(m.Name)
			at = to
			if from > 0 && wordByte(text[from-1]) || to < len(text) && wordByte(text[to]) {
				continue
			}
			heard.add(m.Name, m.Kind, m.Rule, "", t.spoken(t.body.rawRange(from, to)))
		}
	}
}

// together adds mentions of a field to those there are; the evidence of one name comes together.
func (t *talk) together(field string, told, heard []Mention) []Mention {
	at := make(map[string]int, len(told))
	for i := range told {
		at[told[i].Name] = i
	}
	for _, m := range heard {
		m.Evidence = m.Evidence[:min(len(m.Evidence), spokenPlaces)]
		i, ok := at[m.Name]
		if !ok {
			told = append(told, m)
			continue
		}
		have := &told[i]
		have.Evidence = orderEvidence(append(have.Evidence, m.Evidence...))
		var rules []string
		for _, rule := range slices.Concat(have.Also, m.Also, []string{have.Rule, m.Rule}) {
			rules = withRule(rules, rule)
		}
		have.Confidence, have.Rule, have.Also = t.trust.judge(field, rules)
		for _, a := range m.Aliases {
			if !contains(have.Aliases, a) {
				have.Aliases = append(have.Aliases, a)
			}
		}
	}
	return told
}

// mergeAffiliations adds what was said of jobs. The description keeps the last word on status and roles.
func (f *Facts) mergeAffiliations(said []Affiliation) {
	f.Affiliations = merged(f.Affiliations, said,
		func(a, b *Affiliation) bool { return a.Person == b.Person && a.Company == b.Company },
		func(into, from *Affiliation) {
			into.Evidence = orderEvidence(append(into.Evidence, from.Evidence...))
			if len(into.Roles) == 0 {
				into.Roles = from.Roles
			}
			if into.Status == Unknown {
				into.Status = from.Status
			}
		})
}

func (f *Facts) mergeCreations(said []Creation) {
	f.Creations = merged(f.Creations, said,
		func(a, b *Creation) bool { return a.Person == b.Person && a.Technology == b.Technology },
		func(into, from *Creation) { into.Evidence = orderEvidence(append(into.Evidence, from.Evidence...)) })
}

// merged joins each fact of said to the first of list that is the same, and adds those that are new.
func merged[T any](list, said []T, same func(a, b *T) bool, join func(into, from *T)) []T {
	for i := range said {
		at := slices.IndexFunc(list, func(have T) bool { return same(&have, &said[i]) })
		if at < 0 {
			list = append(list, said[i])
			continue
		}
		join(&list[at], &said[i])
	}
	return list
}
