package extract

import (
	"slices"
	"sort"
	"strings"
	"time"
)

// quote returns tokens [from, to) of a sentence as evidence.
func (r *reading) quote(s *sentence, from, to int) Evidence {
	start, end := s.src.rawRange(s.toks[from].start, s.toks[to-1].end)
	if r.script != nil {
		return r.spoken(start, end)
	}
	return Evidence{Quote: s.src.raw[start:end], Start: start, End: end, At: s.at, In: s.src.in}
}

// farApart is the number of tokens beyond which a fact's quote is its whole sentence.
const farApart = 28

// passage quotes what tells a fact about a person: from the person's nearest name to the phrase at tokens [from, to),
// whichever comes first; the whole sentence when it does not name the person, or names it far off.
func (r *reading) passage(s *sentence, p *person, from, to int) Evidence {
	best, start, end := farApart, 0, len(s.toks)
	for k := range s.spans {
		sp := &s.spans[k]
		if sp.class != personName || r.resolveShort(sp.name) != p {
			continue
		}
		gap := from - sp.to
		if sp.from >= to {
			gap = sp.from - to
		}
		if gap < best {
			best, start, end = gap, min(sp.from, from), max(sp.to, to)
		}
	}
	return r.quote(s, start, min(end, len(s.toks)))
}

// A tally gathers the mentions of one kind.
type tally struct {
	field  string
	trust  *Confidences
	byName map[string]*Mention
	rules  map[string][]string
	spell  map[string]map[string]bool
}

func (r *reading) newTally(field string) *tally {
	return &tally{field: field, trust: r.trust, byName: map[string]*Mention{}, rules: map[string][]string{}, spell: map[string]map[string]bool{}}
}

func (t *tally) add(name, kind, rule, surface string, e Evidence) {
	m := t.byName[name]
	if m == nil {
		m = &Mention{Name: name, Kind: kind}
		t.byName[name] = m
		t.spell[name] = map[string]bool{}
	}
	t.rules[name] = withRule(t.rules[name], rule)
	if surface != "" && surface != name {
		t.spell[name][surface] = true
	}
	m.Evidence = append(m.Evidence, e)
}

// list returns the mentions in order of their first evidence.
func (t *tally) list() []Mention {
	out := make([]Mention, 0, len(t.byName))
	for name, m := range t.byName {
		m.Evidence = orderEvidence(m.Evidence)
		for a := range t.spell[name] {
			m.Aliases = append(m.Aliases, a)
		}
		sort.Strings(m.Aliases)
		m.Confidence, m.Rule, m.Also = t.trust.judge(t.field, t.rules[name])
		out = append(out, *m)
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i].Evidence[0], out[j].Evidence[0]
		if a.In != b.In {
			return a.In < b.In
		}
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return out[i].Name < out[j].Name
	})
	return out
}

func round(f float64) float64 { return float64(int(f*100+0.5)) / 100 }

// orderEvidence sorts evidence by place, the description first, and drops repetitions.
func orderEvidence(list []Evidence) []Evidence {
	sort.SliceStable(list, func(i, j int) bool {
		if list[i].In != list[j].In {
			return list[i].In < list[j].In
		}
		if list[i].Start != list[j].Start {
			return list[i].Start < list[j].Start
		}
		return list[i].End < list[j].End
	})
	out := list[:0]
	for i, e := range list {
		if i == 0 || e.Start != out[len(out)-1].Start || e.End != out[len(out)-1].End || e.In != out[len(out)-1].In {
			out = append(out, e)
		}
	}
	return out
}

// facts assembles the output.
func (r *reading) facts() *Facts {
	f := &Facts{ID: r.ep.ID, Show: r.ep.Show, Title: r.ep.Title, URL: r.ep.URL}
	if !r.ep.Published.IsZero() {
		f.Published = r.ep.Published.UTC().Format(time.RFC3339)
	}
	people, companies, techs := r.newTally(fieldPeople), r.newTally(fieldCompanies), r.newTally(fieldTechnologies)
	for i := range r.sents {
		s := &r.sents[i]
		for k := range s.spans {
			r.count(s, &s.spans[k], people, companies, techs)
		}
	}
	for _, sp := range r.sponsors {
		if !sp.listed {
			for _, e := range sp.evidence {
				companies.add(sp.name, "", e.rule, e.Quote, e.Evidence)
			}
		}
	}
	for key, ev := range r.evidence {
		for _, p := range r.people {
			if role, k, _ := strings.Cut(key, "\x00"); k == p.key() && (p.emitted() || role == "person") {
				for _, e := range ev {
					people.add(p.name, "", e.rule, e.Quote, e.Evidence)
				}
			}
		}
	}
	f.People = people.list()
	f.Companies = companies.list()
	f.Technologies = techs.list()
	f.Hosts = r.part(fieldHosts, "host", func(p *person) bool { return p.host })
	f.Guests = r.part(fieldGuests, "guest", func(p *person) bool { return p.guest && !p.host })
	f.Affiliations = r.affiliationFacts(companies)
	f.Creations = r.creationFacts(techs)
	f.Makers = r.makers(companies, techs)
	f.Sponsors = r.sponsorFacts()
	f.Links = r.links(f)
	f.Chapters = r.chapters()
	return f
}

// emitted reports whether a person is told well enough to be a fact: in full, or as a host or guest.
func (p *person) emitted() bool { return p.last != "" || p.host || p.guest }

// count adds a span to the mentions it stands for.
func (r *reading) count(s *sentence, sp *span, people, companies, techs *tally) {
	if sp.weak || sp.class == otherName {
		return
	}
	surface := strings.Join(strings.Fields(s.text(sp.from, sp.to)), " ")
	e := r.quote(s, sp.from, sp.to)
	if sp.class == personName {
		if p := r.resolveShort(sp.name); p.emitted() {
			people.add(p.name, "", sp.rule, surface, e)
		}
		return
	}
	if s.kind == hostLine && !sp.asCompany || r.labelOnly(s, sp) || sp.entry != nil && sp.entry.social {
		return
	}
	company, tech := sp.asCompany, sp.asTech
	if !company && !tech {
		switch {
		case s.kind == sponsor && sp.entry != nil && r.advertised(sp):
			company, tech = sp.entry.class&isCompany != 0, sp.entry.class&isTechnology != 0
		case sp.entry != nil:
			company, tech = sp.entry.primary&isCompany != 0, sp.entry.primary&isTechnology != 0
			if sp.entry.primary == isCompany {
				tech = false
			}
		case sp.class == companyName:
			company = true
		default:
			tech = true
		}
	}
	if company {
		companies.add(sp.name, "", sp.rule, surface, e)
	}
	if tech {
		techs.add(sp.name, sp.kind, sp.rule, surface, e)
	}
}

// advertised reports whether a name in a promotional passage is the sponsor's.
func (r *reading) advertised(sp *span) bool { return r.sponsors[foldName(sp.name)] != nil }

func (r *reading) part(field, role string, is func(*person) bool) []Mention {
	t := r.newTally(field)
	for _, p := range r.people {
		if !is(p) {
			continue
		}
		for _, e := range r.evidence[role+"\x00"+p.key()] {
			t.add(p.name, "", e.rule, e.Quote, e.Evidence)
			if p.decoded {
				t.rules[p.name] = withRule(t.rules[p.name], ruleHandle)
			}
		}
	}
	return t.list()
}

func (r *reading) affiliationFacts(companies *tally) []Affiliation {
	out := make([]Affiliation, 0, len(r.affiliations))
	for _, a := range r.affiliations {
		if !a.person.emitted() || companies.byName[a.Company] == nil {
			continue
		}
		if a.Status == Current && onlyFounder(a.Roles) && r.elsewhere(&a) {
			a.Status = Unknown // a founder who now works elsewhere may have left
		}
		if a.Status == Unknown && onlyFounder(a.Roles) && strings.Contains(r.title.text, a.Company) && strings.Contains(r.title.text, a.person.name) && !r.elsewhere(&a) {
			a.Status = Current // what the founder came to talk about
		}
		a.Affiliation.Person = a.person.name
		a.Affiliation.Evidence = orderEvidence(a.Affiliation.Evidence)
		a.Affiliation.Confidence, a.Rule, a.Also = r.trust.judge(fieldAffiliations, a.rules)
		out = append(out, a.Affiliation)
	}
	return out
}

// onlyFounder reports whether no role but a founder's is told.
func onlyFounder(roles []string) bool {
	for _, ro := range roles {
		if ro != "founder" && ro != "co-founder" {
			return false
		}
	}
	return len(roles) > 0
}

// elsewhere reports whether the person of a has a present job other than one founded.
func (r *reading) elsewhere(a *employment) bool {
	for i := range r.affiliations {
		b := &r.affiliations[i]
		if b.person == a.person && b.Company != a.Company && b.Status == Current && !onlyFounder(b.Roles) {
			return true
		}
	}
	return false
}

func (r *reading) creationFacts(techs *tally) []Creation {
	out := make([]Creation, 0, len(r.creations))
	for _, m := range r.creations {
		if !m.person.emitted() || techs.byName[m.Technology] == nil {
			continue
		}
		m.Creation.Person = m.person.name
		m.Creation.Evidence = orderEvidence(m.Creation.Evidence)
		m.Confidence, m.Rule, m.Also = r.trust.judge(fieldCreations, m.rules)
		out = append(out, m.Creation)
	}
	return out
}

func (r *reading) sponsorFacts() []Mention {
	t := r.newTally(fieldSponsors)
	for _, sp := range r.sponsors {
		for _, e := range sp.evidence {
			t.add(sp.name, "", e.rule, e.Quote, e.Evidence)
		}
	}
	return t.list()
}

// makers tells which company makes which technology, where the text puts the two together: "Cloudflare's Durable
// Objects", or the company's name within the product's.
func (r *reading) makers(companies, techs *tally) []Maker {
	var out []Maker
	seen := map[string]bool{}
	for i := range r.sents {
		s := &r.sents[i]
		for k := range s.spans {
			sp := &s.spans[k]
			if sp.entry == nil || sp.entry.maker == "" || sp.weak || techs.byName[sp.name] == nil || seen[sp.name] {
				continue
			}
			maker := sp.entry.maker
			surface := s.text(sp.from, sp.to)
			from := sp.from
			if !strings.HasPrefix(surface, maker+" ") {
				if k == 0 || s.spans[k-1].name != maker || sp.from-s.spans[k-1].to > 2 || sp.from == s.spans[k-1].to {
					continue
				}
				if !s.toks[s.spans[k-1].to].is("'") {
					continue
				}
				from = s.spans[k-1].from
			}
			if companies.byName[maker] == nil || sp.name == maker {
				continue
			}
			seen[sp.name] = true
			out = append(out, Maker{Company: maker, Technology: sp.name, Confidence: r.trust.of("makers", "made-by"), Rule: "made-by", Evidence: []Evidence{r.quote(s, from, sp.to)}})
		}
	}
	return out
}

// chapters returns the chapters of the text, or those told beside it.
func (r *reading) chapters() []Chapter {
	out := []Chapter{}
	for i := range r.pass {
		if p := &r.pass[i]; p.kind == chapter {
			out = append(out, Chapter{Start: float64(p.seconds), Title: strings.Join(strings.Fields(p.src.text[p.start:p.end]), " ")})
		}
	}
	if len(out) == 0 {
		out = append(out, r.ep.Chapters...)
	}
	return out
}

// links returns the URLs of the description, each with its label and with whose it is where the text tells.
func (r *reading) links(f *Facts) []Link {
	out := make([]Link, 0, len(r.body.links))
	owner := ""
	k := 0
	for i := range r.sents {
		s := &r.sents[i]
		if s.src.in != "" {
			continue
		}
		switch s.kind {
		case follow:
			owner = r.blockOwner(s)
		case linkLine:
		default:
			owner = ""
		}
		for k < len(r.body.links) && r.body.links[k].start < s.end {
			l := r.body.links[k]
			k++
			if l.start < s.start {
				continue
			}
			label := r.label(s, l)
			of := owner
			if of == "" {
				of = ownerOf(f, label, r.body.raw[l.rawStart:l.rawEnd])
			}
			out = append(out, Link{URL: r.body.raw[l.rawStart:l.rawEnd], Label: label, Of: of, Start: l.rawStart, End: l.rawEnd})
		}
	}
	return out
}

func (r *reading) label(s *sentence, l link) string {
	if !l.bare {
		return strings.Join(strings.Fields(s.src.text[l.start:l.end]), " ")
	}
	before := strings.TrimSpace(s.src.text[s.start:l.start])
	if i := strings.LastIndexAny(before, ".!?\n"); i >= 0 {
		before = before[i+1:]
	}
	before = strings.TrimSpace(strings.TrimRight(before, ": "))
	if len(before) > 80 {
		return ""
	}
	return before
}

// blockOwner returns the first person a "Follow" heading names.
func (r *reading) blockOwner(s *sentence) string {
	for k := range s.spans {
		if s.spans[k].class == personName {
			if p := r.resolveShort(s.spans[k].name); p.emitted() {
				return p.name
			}
		}
	}
	return ""
}

// ownerOf returns the company or person a link's label names: "Heapworks", "Ada Long (@ada) on GitHub", "Heapworks' website".
// What only begins with a name, as headlines do, is about it and not its own, unless it leads to a home that spells the name.
func ownerOf(f *Facts, label, url string) string {
	owns := func(name string) bool {
		rest, begins := strings.CutPrefix(label, name)
		return begins && (profileRest(rest) || homeOf(name, url))
	}
	for _, list := range [...][]Mention{f.People, f.Companies} {
		for i := range list {
			if m := &list[i]; owns(m.Name) || slices.ContainsFunc(m.Aliases, owns) {
				return m.Name
			}
		}
	}
	return ""
}

// profileWords follow a name in labels of its own pages, beside the names of sites.
var profileWords = map[string]bool{"website": true, "site": true, "web": true, "homepage": true, "home": true, "page": true, "blog": true, "newsletter": true,
	"profile": true, "personal": true, "official": true, "docs": true, "documentation": true, "channel": true, "server": true, "account": true, "github": true}

// profileRest reports whether what follows a name in a label names a page of its owner's, or nothing.
func profileRest(rest string) bool {
	rest = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(rest, "'s"), "’s"), "'")
	if rest != "" && !strings.ContainsRune(" :(,", rune(rest[0])) {
		return false
	}
	if before, after, ok := strings.Cut(rest, "("); ok { // a handle
		_, after, _ = strings.Cut(after, ")")
		rest = before + after
	}
	if site, ok := strings.CutPrefix(strings.TrimSpace(rest), "on "); ok {
		return len(strings.Fields(site)) <= 2
	}
	for _, w := range strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(" :/|,-–—·", r) }) {
		if !profileWords[strings.ToLower(w)] && !socialSites[w] && w[0] != '@' {
			return false
		}
	}
	return true
}

// homeOf reports whether an address is the first page of a site that spells the name.
func homeOf(name, url string) bool {
	site, _, _ := strings.Cut(siteOf(url), ".")
	return strings.EqualFold(site, strings.ReplaceAll(name, " ", "")) && strings.TrimSuffix(address(url), "/") == siteOf(url)
}
