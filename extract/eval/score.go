package eval

import (
	"slices"
	"strings"

	"guestgraph/extract"
)

// The fields, in the order of reports.
const (
	Hosts        = "hosts"
	Guests       = "guests"
	People       = "people"
	Companies    = "companies"
	Technologies = "technologies"
	Affiliations = "affiliations"
	Creations    = "creations"
	Sponsors     = "sponsors"
	Status       = "status" // of the affiliations found: an accuracy
	Roles        = "roles"  // the same
)

// Fields returns the fields that have precision and recall, in order.
func Fields() []string {
	return []string{Hosts, Guests, People, Companies, Technologies, Affiliations, Creations, Sponsors}
}

// An Error is one item that is wrong or missing.
type Error struct {
	Field   string `json:"field"`
	Kind    Kind   `json:"kind"`
	Episode string `json:"episode"`
	Item    string `json:"item"` // as compared; pairs with an arrow between
}

// A Result is what Score counted.
type Result struct {
	episodes   []Judged
	judgements map[string][]judgement
	errors     []Error
	missing    int
}

// Score compares facts with labels; facts are aligned with gold, nil where an episode has none.
func Score(gold []Gold, facts []*extract.Facts, names Names) *Result {
	r := &Result{judgements: map[string][]judgement{}}
	for i := range gold {
		f := facts[i]
		if f == nil {
			r.missing++
			f = &extract.Facts{}
		}
		e := episode{names: names, gold: &gold[i], result: r, judged: Judged{gold[i].ID, gold[i].Show, map[string]*Verdicts{}}, taken: map[string]*items{}}
		e.score(f)
		r.episodes = append(r.episodes, e.judged)
	}
	return r
}

// An episode is being scored.
type episode struct {
	names  Names
	gold   *Gold
	result *Result
	judged Judged
	taken  map[string]*items // by field
}

// items are the sets of one field, by what names are compared by.
type items struct {
	gold, open map[string]bool
	found      map[string]*finding
}

// A finding is one found item; names that mean the same are one.
type finding struct {
	confidence float64 // the highest
	rules      []string
}

func (e *episode) score(f *extract.Facts) {
	g := e.gold
	if g.Hosts != nil {
		e.mentions(Hosts, *g.Hosts, g.HostsOK, f.Hosts)
	}
	e.mentions(Guests, g.Guests, g.GuestsOK, f.Guests)
	e.mentions(People, g.People, g.PeopleOK, f.People)
	// A name may be right both as a company and as a technology; one that is a sponsor is left open as either.
	e.mentions(Companies, g.Companies, slices.Concat(g.CompaniesOK, g.Sponsors), f.Companies)
	e.mentions(Technologies, g.Technologies, slices.Concat(g.TechnologiesOK, g.Sponsors), f.Technologies)
	e.mentions(Sponsors, g.Sponsors, g.SponsorsOK, f.Sponsors)
	e.affiliations(f.Affiliations)
	found := map[string]*finding{}
	for _, c := range f.Creations {
		keep(found, e.pair(c.Person, c.Technology), c.Confidence, c.Rule, c.Also)
	}
	e.take(Creations, &items{gold: e.pairs(g.Created), open: e.pairs(g.CreatedOK), found: found})
	e.explain()
}

func keep(found map[string]*finding, key string, confidence float64, rule string, also []string) {
	if found[key] == nil {
		found[key] = &finding{}
	}
	f := found[key]
	f.confidence = max(f.confidence, confidence)
	for _, r := range append([]string{rule}, also...) {
		if !slices.Contains(f.rules, r) {
			f.rules = append(f.rules, r)
		}
	}
}

func (e *episode) mentions(field string, gold, open []string, found []extract.Mention) {
	s := &items{gold: e.set(gold), open: e.set(open), found: map[string]*finding{}}
	for _, m := range found {
		if m.Name != "" {
			keep(s.found, e.names.Of(m.Name), m.Confidence, m.Rule, m.Also)
		}
	}
	e.take(field, s)
}

func (e *episode) set(list []string) map[string]bool {
	out := map[string]bool{}
	for _, name := range list {
		if name != "" {
			out[e.names.Of(name)] = true
		}
	}
	return out
}

// arrow divides the two names of a pair; no compared name holds it.
const arrow = " → "

func (e *episode) pair(a, b string) string { return e.names.Of(a) + arrow + e.names.Of(b) }

func (e *episode) pairs(list [][2]string) map[string]bool {
	out := map[string]bool{}
	for _, p := range list {
		out[e.pair(p[0], p[1])] = true
	}
	return out
}

// take counts one field.
func (e *episode) take(field string, s *items) {
	e.taken[field] = s
	v := &Verdicts{}
	for _, item := range sorted(s.found) {
		switch {
		case s.gold[item]:
			v.Right = append(v.Right, item)
		case s.open[item]:
			continue
		default:
			v.Wrong = append(v.Wrong, item)
		}
		f := s.found[item]
		e.result.judgements[field] = append(e.result.judgements[field], judgement{e.gold.Show, f.confidence, f.rules, s.gold[item]})
	}
	for _, item := range sorted(s.gold) {
		if s.found[item] == nil {
			v.Missing = append(v.Missing, item)
		}
	}
	if len(v.Right)+len(v.Wrong)+len(v.Missing) > 0 {
		e.judged.Fields[field] = v
	}
}

// affiliations counts pairs, and of the pairs found, statuses and roles that are labelled.
func (e *episode) affiliations(list []extract.Affiliation) {
	type told struct {
		roles  map[string]bool
		status map[string]bool
	}
	byPair := map[string]*told{}
	found := map[string]*finding{}
	for _, a := range list {
		key := e.pair(a.Person, a.Company)
		keep(found, key, a.Confidence, a.Rule, a.Also)
		if byPair[key] == nil {
			byPair[key] = &told{map[string]bool{}, map[string]bool{}}
		}
		for role := range roleWords(a.Roles) {
			byPair[key].roles[role] = true
		}
		status := string(a.Status)
		if status == "" {
			status = string(extract.Unknown)
		}
		byPair[key].status[status] = true
	}
	labelled := map[string]Affiliation{}
	gold := map[string]bool{}
	for _, a := range e.gold.Affiliations {
		labelled[e.pair(a.Person, a.Company)] = a
		gold[e.pair(a.Person, a.Company)] = true
	}
	e.take(Affiliations, &items{gold: gold, open: e.pairs(e.gold.AffiliationsOK), found: found})
	for _, key := range sorted(gold) {
		have, want := byPair[key], labelled[key]
		if have == nil {
			continue
		}
		if want.Status != string(extract.Unknown) {
			item := key + ": " + want.Status
			e.detail(Status, WrongStatus, have.status[want.Status], item, item)
		}
		if len(want.Roles) > 0 {
			roles := roleWords(want.Roles)
			e.detail(Roles, MissingRole, contains(withoutCo(have.roles), withoutCo(roles)), key, key+": "+strings.Join(without(roles, have.roles), ", "))
		}
	}
}

// detail counts what is told of an affiliation that was found; fault says what is wrong with it.
func (e *episode) detail(field string, kind Kind, right bool, item, fault string) {
	v := e.judged.Fields[field]
	if v == nil {
		v = &Verdicts{}
		e.judged.Fields[field] = v
	}
	if right {
		v.Right = append(v.Right, item)
		return
	}
	v.Missing = append(v.Missing, item)
	e.fault(field, kind, fault)
}

func (e *episode) fault(field string, kind Kind, item string) {
	e.result.errors = append(e.result.errors, Error{field, kind, e.gold.ID, item})
}

func without(set, other map[string]bool) []string {
	var out []string
	for _, item := range sorted(set) {
		if !other[item] {
			out = append(out, item)
		}
	}
	return out
}

func sorted[V any](set map[string]V) []string {
	out := make([]string, 0, len(set))
	for item := range set {
		out = append(out, item)
	}
	slices.Sort(out)
	return out
}
