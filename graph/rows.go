package graph

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"guestgraph/extract"
)

// rows are what a batch writes: for each writing statement of the library, by name, the rows it takes.
type rows map[string][]map[string]any

func (r rows) add(statement string, row map[string]any) { r[statement] = append(r[statement], row) }

// merge adds the rows of another document. A show of both is added once.
func (r rows) merge(o rows) {
	for statement, list := range o {
		for _, row := range list {
			if statement != "load/shows" || !slices.ContainsFunc(r[statement], func(old map[string]any) bool { return old["id"] == row["id"] }) {
				r.add(statement, row)
			}
		}
	}
}

// A naming is what one episode calls one entity, and how it has been told so far.
type naming struct {
	key
	name    string
	aliases []string
	urls    []string
	former  []string // ids that decisions led here
	kind    string
	said    bool            // an edge carries the names already
	parts   map[string]bool // statements of the episode itself that are made already
}

// A draft is what one document is going to be in the graph.
type draft struct {
	rows    rows
	namings []*naming // in order of first mention
	rules   *ruling
}

// A writer turns one document into rows.
type writer struct {
	rows
	rules    *ruling
	episode  string
	asOf     string
	doc      *Document
	chapters []map[string]any
	namings  map[key]*naming
	called   map[key]*naming // by label and name as the facts have it; nil where it is left out
	order    []key
}

// write drafts a document under rules, which it tells the episode.
func (d *Document) write(id, hash string, rules *ruling) *draft {
	rules.episode, rules.showName = id, d.Episode.Show
	if rules.showName != "" {
		rules.show = Slug(rules.showName)
	}
	w := &writer{rows: rows{}, rules: rules, episode: id, asOf: d.published(), doc: d, namings: map[key]*naming{}, called: map[key]*naming{}}
	w.collectNames()
	w.node(hash)
	f := &d.Facts
	w.mentions(labelPerson, f.People)
	w.mentions(labelCompany, f.Companies)
	w.mentions(labelTechnology, f.Technologies)
	w.parts(f)
	w.relations(f)
	var said []*naming
	for _, k := range w.order {
		if n := w.namings[k]; n.said {
			said = append(said, n)
		}
	}
	// Which decisions took effect is known only now.
	if stored := rules.stored(); stored != nil {
		w.rows["load/episodes"][0]["props"].(map[string]any)["decided"] = stored
	}
	return &draft{w.rows, said, rules}
}

// node adds the episode, its show and its chapters.
func (w *writer) node(hash string) {
	ep := &w.doc.Episode
	title := w.doc.title()
	p := map[string]any{
		"id": w.episode, "title": title, "text": ep.Text, "hash": hash,
		"searchName": fold(title), "searchText": searchText(title, nil),
	}
	put(p, "url", ep.URL)
	put(p, "audioUrl", ep.AudioURL)
	put(p, "guid", ep.GUID)
	if ep.GUID == "" {
		put(p, "guid", ep.ID)
	}
	put(p, "published", w.asOf)
	if ep.Duration > 0 {
		p["duration"] = ep.Duration.Seconds()
	}
	row := map[string]any{"id": w.episode, "props": p}
	if ep.Show != "" {
		row["show"] = w.rules.show
		w.add("load/shows", map[string]any{"id": w.rules.show, "props": map[string]any{
			"name": ep.Show, "searchName": fold(ep.Show), "searchText": searchText(ep.Show, nil)}})
	}
	w.add("load/episodes", row)
	for i, c := range w.doc.Facts.Chapters {
		p := map[string]any{"id": fmt.Sprintf("%s#%d", w.episode, i+1), "position": i + 1, "start": c.Start, "title": c.Title}
		put(p, "url", c.URL)
		w.chapters = append(w.chapters, p)
		w.add("load/chapters", map[string]any{"episode": w.episode, "props": p})
	}
}

func put(p map[string]any, key, value string) {
	if value != "" {
		p[key] = value
	}
}

// collectNames gathers what the episode calls each entity, and the links it says are its own.
func (w *writer) collectNames() {
	byName := map[string][]string{}
	for _, l := range w.doc.Facts.Links {
		if l.Of != "" && !slices.Contains(byName[l.Of], l.URL) {
			byName[l.Of] = append(byName[l.Of], l.URL)
		}
	}
	for _, list := range []struct {
		label    string
		mentions []extract.Mention
	}{
		{labelPerson, w.doc.Facts.People}, {labelPerson, w.doc.Facts.Hosts}, {labelPerson, w.doc.Facts.Guests},
		{labelCompany, w.doc.Facts.Companies}, {labelCompany, w.doc.Facts.Sponsors}, {labelTechnology, w.doc.Facts.Technologies},
	} {
		for _, m := range list.mentions {
			n := w.name(list.label, m.Name)
			if n == nil {
				continue
			}
			n.aliases = union(n.aliases, slices.DeleteFunc(slices.Clone(m.Aliases), func(s string) bool { return s == n.name }))
			n.urls = union(n.urls, byName[m.Name])
			if m.Kind != "" && list.label == labelTechnology {
				n.kind = m.Kind
			}
		}
	}
}

func union(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}

// rawKey is what an entity is when nothing is decided: the slug of its name. A person whom an episode calls by a given
// name alone is a person of that show: the Alex of one show is not the Alex of another.
func (r *ruling) rawKey(label, name string) key {
	if label == labelPerson && r.showName != "" && isGivenName(name) {
		return key{label, Slug(name + " " + r.showName)}
	}
	return key{label, Slug(name)}
}

// isGivenName tells "Alex" from a full name, and from a name people go by, such as "ThePrimeagen" or "tef".
func isGivenName(name string) bool {
	for i, r := range name {
		if !unicode.IsLetter(r) || unicode.IsUpper(r) != (i == 0) {
			return false
		}
	}
	return name != ""
}

// name returns the naming of an entity, new or known; nil when it is not to be in the graph. Two spellings with one
// slug are one entity, and so are two ids that decisions merge.
func (w *writer) name(label, name string) *naming {
	asked := key{label, name}
	n, known := w.called[asked]
	if !known {
		n = w.decide(w.rules.entity(w.rules.rawKey(label, name)), name)
		w.called[asked] = n
	}
	return n
}

func (w *writer) decide(v verdict, name string) *naming {
	if v.hidden {
		return nil
	}
	names := []string{name}
	if v.name != "" && v.name != name {
		names = []string{v.name, name}
	}
	n, ok := w.namings[v.key]
	if !ok {
		n = &naming{key: v.key, name: names[0]}
		w.namings[v.key] = n
		w.order = append(w.order, v.key)
	}
	if len(n.former) > 0 && Slug(n.name) != n.id && len(v.former) == 0 {
		// What is merged goes by the name of the one that remains.
		n.name, names = name, append(names, n.name)
	}
	n.former = union(n.former, v.former)
	for _, s := range names {
		if s != n.name {
			n.aliases = union(n.aliases, []string{s})
		}
	}
	return n
}

// mentions adds an edge for each passage that names an entity, best first: prose before chapter titles before the
// episode's title. The chapter whose title it is has an edge of its own.
func (w *writer) mentions(label string, list []extract.Mention) {
	for _, m := range list {
		n := w.name(label, m.Name)
		if n == nil {
			continue
		}
		for _, e := range bestFirst(m.Evidence) {
			w.mention(n, e, m.Confidence, m.Rule)
			if chapter := w.chapterOf(e); chapter != "" {
				w.add("load/chapter-mentions", map[string]any{"from": chapter, "label": label, "to": n.id,
					"props": w.said(e, m.Confidence, m.Rule)})
			}
		}
	}
}

// mention adds one edge. The first of an entity in an episode also carries what the episode calls it.
func (w *writer) mention(n *naming, e extract.Evidence, confidence float64, rule string) {
	p := w.said(e, confidence, rule)
	w.sayName(n, p)
	w.add("load/mentions", map[string]any{"from": w.episode, "label": n.label, "to": n.id, "props": p})
}

func (w *writer) sayName(n *naming, p map[string]any) {
	if n.said {
		return
	}
	n.said = true
	p["name"] = n.name
	if len(n.aliases) > 0 {
		p["aliases"] = n.aliases
	}
	if len(n.urls) > 0 {
		p["urls"] = n.urls
	}
	if len(n.former) > 0 {
		p["former"] = n.former
	}
	put(p, "kind", n.kind)
}

// said are the properties of an edge that a passage supports.
func (w *writer) said(e extract.Evidence, confidence float64, rule string) map[string]any {
	p := map[string]any{"episode": w.episode, "quote": e.Quote, "start": e.Start, "end": e.End,
		"confidence": confidence, "rule": rule}
	if at, ok := clock(e.At); ok {
		p["at"] = at
	}
	put(p, "in", e.In)
	put(p, "context", e.Context)
	return p
}

// parts adds hosts, guests and sponsors.
func (w *writer) parts(f *extract.Facts) {
	for _, part := range []struct {
		statement, label, says string
		list                   []extract.Mention
	}{
		{"load/hosted", labelPerson, "hosted", f.Hosts}, {"load/guests", labelPerson, "guest-on", f.Guests},
		{"load/sponsored", labelCompany, "sponsored", f.Sponsors},
	} {
		for _, m := range part.list {
			n := w.name(part.label, m.Name)
			if n == nil || n.parts[part.says] || w.rules.drop(part.says, n.key, "") {
				continue
			}
			if n.parts == nil {
				n.parts = map[string]bool{}
			}
			n.parts[part.says] = true
			e := bestFirst(m.Evidence)[0]
			if part.label == labelPerson && !n.said {
				w.mention(n, e, m.Confidence, m.Rule)
			}
			p := w.said(e, m.Confidence, m.Rule)
			w.sayName(n, p)
			w.add(part.statement, map[string]any{"from": n.id, "to": w.episode, "props": p})
		}
	}
}

// relations adds one edge for each statement that ties two entities. Both ends are mentioned in the episode: where
// the facts do not list one, the statement's own passage is its mention. Deleting an episode relies on it.
func (w *writer) relations(f *extract.Facts) {
	for _, a := range f.Affiliations {
		w.relation(statement{"load/worked-at", "worked-at", a.Evidence, a.Confidence, a.Rule}, labelPerson, a.Person, labelCompany, a.Company,
			func(p map[string]any) {
				p["roles"] = append([]string{}, a.Roles...)
				p["status"] = string(a.Status)
				put(p, "asOf", w.asOf)
			})
	}
	for _, c := range f.Creations {
		w.relation(statement{"load/created", "created", c.Evidence, c.Confidence, c.Rule}, labelPerson, c.Person, labelTechnology, c.Technology,
			func(p map[string]any) { put(p, "role", c.Role) })
	}
	for _, m := range f.Makers {
		w.relation(statement{"load/makes", "makes", m.Evidence, m.Confidence, m.Rule}, labelCompany, m.Company, labelTechnology, m.Technology, nil)
	}
}

// A statement is what ties two entities: the query that writes it, the word that decisions have for it, what supports it.
type statement struct {
	query, says string
	evidence    []extract.Evidence
	confidence  float64
	rule        string
}

func (w *writer) relation(s statement, fromLabel, from, toLabel, to string, more func(map[string]any)) {
	ends := [2]*naming{w.name(fromLabel, from), w.name(toLabel, to)}
	if ends[0] == nil || ends[1] == nil || w.rules.drop(s.says, ends[0].key, ends[1].id) {
		return
	}
	e := bestFirst(s.evidence)[0]
	for _, n := range ends {
		if !n.said {
			w.mention(n, e, s.confidence, s.rule)
		}
	}
	p := w.said(e, s.confidence, s.rule)
	if more != nil {
		more(p)
	}
	w.add(s.query, map[string]any{"from": ends[0].id, "to": ends[1].id, "props": p})
}

// bestFirst orders passages by how much they tell: prose, chapter titles, the title, what is said, credits; else as they
// come.
func bestFirst(evidence []extract.Evidence) []extract.Evidence {
	rank := func(e extract.Evidence) int {
		switch {
		case e.In == "" && e.At == "":
			return 0
		case e.In == "":
			return 1
		case e.In == "title":
			return 2
		case e.In == "transcript":
			return 3
		}
		return 4
	}
	best := slices.Clone(evidence)
	slices.SortStableFunc(best, func(a, b extract.Evidence) int { return rank(a) - rank(b) })
	return best
}

// chapterOf finds the chapter in whose title a passage stands, by its time; of two at one time, by its words.
func (w *writer) chapterOf(e extract.Evidence) string {
	at, ok := clock(e.At)
	if !ok || e.In != "" {
		return ""
	}
	found := ""
	for _, c := range w.chapters {
		if int(c["start"].(float64)) != int(at) {
			continue
		}
		if strings.Contains(c["title"].(string), e.Quote) {
			return c["id"].(string)
		}
		if found == "" {
			found = c["id"].(string)
		}
	}
	return found
}

// clock reads HH:MM:SS (or MM:SS) as seconds.
func clock(s string) (float64, bool) {
	if s == "" {
		return 0, false
	}
	seconds := 0.0
	for part := range strings.SplitSeq(s, ":") {
		n, err := strconv.ParseFloat(part, 64)
		if err != nil || n < 0 {
			return 0, false
		}
		seconds = seconds*60 + n
	}
	return seconds, true
}
