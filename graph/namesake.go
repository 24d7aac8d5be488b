package graph

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// Two people of one full name are one until profiles tell them apart: each has a handle on one site, the handles differ,
// and nothing ties them: no show, employer or handle. The first to appear keeps the plain id, and with it every episode
// that gives no handle; another goes by the name with the handle ("David Brown (dbrown)", david-brown-dbrown). Who is
// who follows from the episodes in the graph, not from their order. It is carried out as splits of single episodes:
// curated splits go before, and a curated merge of the two ids makes them one again.
//
// Who is hidden leaves nothing to tell others by: then those told apart before stay as they are.

// namesakeMark begins what an episode keeps of such a split.
const namesakeMark = "namesake: "

// A trace is one episode in which a person of a name appears.
type trace struct {
	episode, published, show string
	name                     string
	handles                  map[string][]string // by site
	ties                     []string            // what makes two traces one person's: show, employers, handles
	split                    string              // the name by which the graph tells it apart now
}

// namesakes adds to curated decisions the splits that tell people of one name apart.
func (g *Graph) namesakes(ctx context.Context, curated *Decisions) (*Decisions, error) {
	traces := map[string][]*trace{}
	var splits []*Decision
	err := g.read(ctx, func(t tx) error {
		clear(traces)
		var err error
		if splits, err = t.hiddenNamesakes(ctx, curated); err != nil {
			return err
		}
		refs, err := t.suspects(ctx)
		if err != nil || len(refs) == 0 {
			return err
		}
		return t.run(ctx, "load/traces", map[string]any{"refs": refs}, func(r record) {
			raw := r.str("raw")
			if tr := traceOf(r, raw); tr != nil {
				traces[raw] = append(traces[raw], tr)
			}
		})
	})
	if err != nil {
		return nil, fmt.Errorf("tell namesakes apart: %w", err)
	}
	for raw, list := range traces {
		names := tellApart(list)
		if curated.hides(raw) {
			names = map[*trace]string{}
			for _, tr := range list {
				names[tr] = tr.split
			}
		}
		for _, tr := range list {
			if name := names[tr]; name != "" {
				splits = append(splits, &Decision{Verb: Split, Kind: KindPerson, ID: raw, In: Scope{KindEpisode, tr.episode}, Name: name, told: true})
			}
		}
	}
	return curated.with(splits), nil
}

// hiddenNamesakes are the splits that told apart who is hidden now: of these no trace is left.
func (t tx) hiddenNamesakes(ctx context.Context, curated *Decisions) (splits []*Decision, err error) {
	err = t.run(ctx, "load/told-apart", map[string]any{"mark": namesakeMark}, func(r record) {
		d, err := parseDecision(strings.TrimPrefix(r.str("text"), namesakeMark))
		if err == nil && curated.hides(Slug(d.Name)) {
			d.told = true
			splits = append(splits, &d)
		}
	})
	return splits, err
}

// suspects lists, as rows of node and raw id, where people of a name stand that has two handles on one site, or is
// told apart or merged already.
func (t tx) suspects(ctx context.Context) ([]map[string]any, error) {
	nodes := map[string][]string{}
	err := t.run(ctx, "load/suspects", nil, func(r record) {
		id := r.str("id")
		for _, handles := range handlesOf(r.strings("urls")) {
			if len(handles) > 1 {
				nodes[id] = union(nodes[id], []string{id})
			}
		}
		for _, raw := range r.strings("former") {
			nodes[raw] = union(nodes[raw], []string{id, raw})
		}
	})
	var refs []map[string]any
	for raw, list := range nodes {
		for _, node := range list {
			refs = append(refs, map[string]any{"node": node, "raw": raw})
		}
	}
	return refs, err
}

// traceOf reads a row of traces; nil when the episode calls the person by another name.
func traceOf(r record, raw string) *trace {
	tr := &trace{episode: r.str("episode"), published: r.str("published"), show: r.str("show"), handles: handlesOf(r.strings("urls"))}
	for _, s := range append(r.strings("aliases"), r.str("name")) {
		if Slug(s) == raw && (tr.name == "" || s < tr.name) {
			tr.name = s
		}
	}
	if tr.name == "" {
		return nil
	}
	if tr.show != "" {
		tr.ties = append(tr.ties, "show "+tr.show)
	}
	for _, employer := range r.strings("employers") {
		tr.ties = append(tr.ties, "employer "+employer)
	}
	for site, handles := range tr.handles {
		for _, h := range handles {
			tr.ties = append(tr.ties, site+" "+h)
		}
	}
	for _, text := range r.strings("decided") {
		if line, ok := strings.CutPrefix(text, namesakeMark); ok {
			if d, err := parseDecision(line); err == nil && d.ID == raw {
				tr.split = d.Name
			}
		}
	}
	return tr
}

// tellApart gives the traces of all but the first of the people of one name the name that tells them apart.
func tellApart(list []*trace) map[*trace]string {
	slices.SortFunc(list, func(a, b *trace) int {
		return cmp.Or(cmp.Compare(a.published, b.published), cmp.Compare(a.episode, b.episode))
	})
	var people []*person
	for _, p := range tied(list) {
		at := slices.IndexFunc(people, func(o *person) bool { return !o.conflicts(p) })
		if at < 0 {
			people = append(people, p)
			continue
		}
		for _, tr := range p.traces {
			people[at].take(tr)
		}
	}
	names := map[*trace]string{}
	for i, p := range people {
		for _, tr := range p.traces {
			if i > 0 {
				names[tr] = fmt.Sprintf("%s (%s)", p.traces[0].name, p.handle)
			}
		}
	}
	return names
}

// A person is traces that belong together.
type person struct {
	traces  []*trace
	handles map[string][]string // by site
	handle  string              // the first: by it the person is told apart
}

func (p *person) take(tr *trace) {
	p.traces = append(p.traces, tr)
	for _, site := range profileSites() {
		p.handles[site] = union(p.handles[site], tr.handles[site])
		if p.handle == "" && len(tr.handles[site]) > 0 {
			p.handle = tr.handles[site][0]
		}
	}
}

// conflicts tells whether two have handles on one site and share none there.
func (p *person) conflicts(o *person) bool {
	for site, handles := range p.handles {
		shared := slices.ContainsFunc(handles, func(h string) bool { return slices.Contains(o.handles[site], h) })
		if len(handles) > 0 && len(o.handles[site]) > 0 && !shared {
			return true
		}
	}
	return false
}

// tied joins traces that a show, an employer or a handle ties, directly or by others, in order of their first.
func tied(list []*trace) []*person {
	root := make([]int, len(list))
	find := func(i int) int {
		for root[i] != i {
			i = root[i]
		}
		return i
	}
	first := map[string]int{}
	for i, tr := range list {
		root[i] = i
		for _, tie := range tr.ties {
			if j, ok := first[tie]; ok {
				a, b := find(i), find(j)
				root[max(a, b)] = min(a, b)
			} else {
				first[tie] = i
			}
		}
	}
	var people []*person
	at := map[int]*person{}
	for i, tr := range list {
		p := at[find(i)]
		if p == nil {
			p = &person{handles: map[string][]string{}}
			at[i] = p // the root is the first of its traces
			people = append(people, p)
		}
		p.take(tr)
	}
	return people
}

// profileSites lists the sites on which a handle is one person's, in the order in which handles tell people apart.
func profileSites() []string { return []string{"github.com", "linkedin.com", "x.com", "bsky.app"} }

// handlesOf finds the handles of profiles among addresses, sorted, by site. Other pages of these sites tell nothing.
func handlesOf(urls []string) map[string][]string {
	handles := map[string][]string{}
	for _, address := range urls {
		u, err := url.Parse(address)
		if err != nil {
			continue
		}
		host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
		parts := strings.Split(strings.ToLower(strings.Trim(u.Path, "/")), "/")
		switch {
		case host == "twitter.com" || host == "mobile.twitter.com":
			host = "x.com"
		case strings.HasSuffix(host, ".linkedin.com"):
			host = "linkedin.com"
		}
		switch {
		case host == "linkedin.com" && len(parts) == 2 && parts[0] == "in", host == "bsky.app" && len(parts) == 2 && parts[0] == "profile":
			parts = parts[1:]
		case (host == "x.com" || host == "github.com") && len(parts) == 1 && !slices.Contains([]string{"search", "home", "explore", "hashtag"}, parts[0]):
		default:
			continue
		}
		if h := strings.TrimPrefix(parts[0], "@"); h != "" && strings.Trim(h, "abcdefghijklmnopqrstuvwxyz0123456789_-.") == "" {
			handles[host] = union(handles[host], []string{h})
		}
	}
	for _, list := range handles {
		slices.Sort(list)
	}
	return handles
}
