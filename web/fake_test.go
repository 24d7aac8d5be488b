package web

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"guestgraph/graph"
)

// A fakeGraph answers with invented people, companies and technologies.
type fakeGraph struct {
	home         *graph.HomePage
	persons      map[string]*graph.PersonPage
	companies    map[string]*graph.CompanyPage
	technologies map[string]*graph.TechnologyPage
	shows        map[string]*graph.ShowPage
	episodes     map[string]*graph.EpisodePage
	related      map[string][]graph.Related
	query        func(ctx context.Context, statement string, params map[string]any, opts graph.QueryOptions) (*graph.Table, error)
	paths        *graph.Paths // what Paths answers when set, and so
	moves        *graph.Flow
	piece        *graph.Piece // what every picture holds when set
	stream       func(ctx context.Context, head func([]string) error, row func([]any) error) error
	ready        error
	broken       error // what every page answers when set
}

func find[T any](f *fakeGraph, in map[string]*T, id string) (*T, error) {
	if f.broken != nil {
		return nil, f.broken
	}
	if page, ok := in[id]; ok {
		return page, nil
	}
	return nil, fmt.Errorf("find %s: %w", id, graph.ErrNotFound)
}

func (f *fakeGraph) Home(context.Context) (*graph.HomePage, error) { return f.home, f.broken }

func (f *fakeGraph) Person(_ context.Context, id string, _ graph.Window) (*graph.PersonPage, error) {
	return find(f, f.persons, id)
}

func (f *fakeGraph) Company(_ context.Context, id string, _ graph.Window) (*graph.CompanyPage, error) {
	return find(f, f.companies, id)
}

func (f *fakeGraph) Technology(_ context.Context, id string, _ graph.Window) (*graph.TechnologyPage, error) {
	return find(f, f.technologies, id)
}

func (f *fakeGraph) Show(_ context.Context, id string, _ graph.Window) (*graph.ShowPage, error) {
	return find(f, f.shows, id)
}

func (f *fakeGraph) Episode(_ context.Context, id string) (*graph.EpisodePage, error) {
	return find(f, f.episodes, id)
}

func (f *fakeGraph) Related(_ context.Context, id string, limit int) ([]graph.Related, error) {
	if f.broken != nil {
		return nil, f.broken
	}
	all := f.related[id]
	return all[:min(limit, len(all))], nil
}

func (f *fakeGraph) RelatedToEach(ctx context.Context, ids []string, limit int) (map[string][]graph.Related, error) {
	found := map[string][]graph.Related{}
	for _, id := range ids {
		list, err := f.Related(ctx, id, limit)
		if err != nil {
			return nil, err
		}
		found[id] = list
	}
	return found, nil
}

func (f *fakeGraph) Credits(_ context.Context, show string, offset, limit int) (*graph.Credits, error) {
	page, err := find(f, f.shows, show)
	if err != nil {
		return nil, err
	}
	c := &graph.Credits{Show: page.Ref, Total: len(page.Episodes)}
	for _, e := range page.Episodes[min(offset, len(page.Episodes)):min(offset+limit, len(page.Episodes))] {
		credits := graph.EpisodeCredits{EpisodeRef: e, GUID: "guid:" + e.ID}
		for _, p := range page.Hosts {
			credits.Hosts = append(credits.Hosts, p.Entity)
		}
		for _, p := range page.Guests {
			credits.Guests = append(credits.Guests, p.Entity)
		}
		c.Episodes = append(c.Episodes, credits)
	}
	return c, nil
}

func (f *fakeGraph) FindEpisode(_ context.Context, ref string) (graph.EpisodeRef, error) {
	for id, page := range f.episodes {
		if ref == id || ref == page.ID || ref == page.URL {
			e := page.EpisodeRef
			e.ID = id
			return e, f.broken
		}
	}
	_, err := find(f, f.episodes, ref)
	return graph.EpisodeRef{}, err
}

func (f *fakeGraph) Search(_ context.Context, q string, opts graph.SearchOptions) (*graph.Found, error) {
	if f.broken != nil {
		return nil, f.broken
	}
	found := &graph.Found{Hits: []graph.Hit{}, ByKind: map[graph.Kind]int{}}
	add := func(ref graph.Ref, detail, match string) {
		name := ref.Name + "\n" + match
		if strings.ToLower(q) == "mraen" {
			found.Meant, name = maren.Name, strings.ReplaceAll(name, "Maren", "Mraen")
		}
		if !strings.Contains(strings.ToLower(name), strings.ToLower(q)) {
			return
		}
		found.ByKind[ref.Kind]++
		if len(opts.Kinds) > 0 && !slices.Contains(opts.Kinds, ref.Kind) {
			return
		}
		if strings.EqualFold(name, q+"\n") {
			found.Exact++
		}
		if found.Total >= opts.Offset && len(found.Hits) < opts.Limit {
			found.Hits = append(found.Hits, graph.Hit{Ref: ref, Detail: detail, Match: match, Alike: found.Meant != ""})
		}
		found.Total++
	}
	for _, ref := range f.refs() {
		switch ref.Kind {
		case graph.KindPerson:
			add(ref, "said to work or have worked at Tidewater Systems", map[bool]string{true: "Mo"}[q == "mo" && ref == maren])
		case graph.KindCompany:
			add(ref, "2 people, 3 episodes", "")
		default:
			add(ref, "", "")
		}
	}
	return found, nil
}

func (f *fakeGraph) Named(_ context.Context, refs []graph.Ref) ([]graph.Ref, error) {
	var named []graph.Ref
	for _, ref := range refs {
		for _, known := range f.refs() {
			if known.ID == ref.ID && (known.Kind == ref.Kind || ref.Kind == "") {
				named = append(named, known)
			}
		}
	}
	return named, f.broken
}

func (f *fakeGraph) Called(_ context.Context, callings []graph.Calling) (map[graph.Calling]graph.Called, error) {
	found := map[graph.Calling]graph.Called{}
	for _, c := range callings {
		for _, known := range f.refs() {
			if known.Kind == c.Kind && (known.Name == c.Name || known.Kind == graph.KindEpisode && known.ID == c.Name) {
				found[c] = graph.Called{Ref: known}
			}
		}
	}
	return found, f.broken
}

func (f *fakeGraph) refs() []graph.Ref {
	refs := []graph.Ref{maren, idris, wen, paula, tidewater, harbor, quarry, kelp, sqlite, rust, deepWater}
	for _, e := range f.home.Episodes {
		refs = append(refs, graph.Ref{Kind: graph.KindEpisode, ID: e.ID, Name: e.Title})
	}
	return refs
}

func (f *fakeGraph) Query(ctx context.Context, statement string, params map[string]any, opts graph.QueryOptions) (*graph.Table, error) {
	return f.query(ctx, statement, params, opts)
}

// Piece knows the nodes below, and what is said of jobs between them.
func (f *fakeGraph) Piece(_ context.Context, refs []graph.Ref) (*graph.Piece, error) {
	if f.piece != nil || f.broken != nil {
		return f.piece, f.broken
	}
	piece := &graph.Piece{Edges: []graph.PieceEdge{}}
	has := map[graph.Ref]bool{}
	for _, known := range []graph.Ref{maren, idris, wen, tidewater, harbor, quarry, kelp, {Kind: graph.KindEpisode, ID: epKelp.ID, Name: epKelp.Title}, deepWater} {
		for _, ref := range refs {
			if ref.ID == known.ID && (ref.Kind == known.Kind || ref.Kind == "") {
				has[known] = true
				piece.Nodes = append(piece.Nodes, graph.PieceNode{Ref: known, Counts: map[graph.Kind]int{graph.KindEpisode: 2, graph.KindCompany: 1}})
			}
		}
	}
	piece.Total = len(piece.Nodes)
	for _, jobs := range [][]graph.Job{{marenCEO}, {marenFormer, marenThen}, {marenQuarry}, {wenCurrent}} {
		if edge := (graph.PieceEdge{From: jobs[0].Person, To: jobs[0].Company, Type: "WORKED_AT", Date: jobs[0].AsOf, Total: len(jobs)}); has[edge.From] && has[edge.To] {
			for _, j := range jobs {
				edge.Said = append(edge.Said, graph.Tie{Roles: j.Roles, Status: j.Status, AsOf: j.AsOf, Said: j.Said})
			}
			piece.Edges = append(piece.Edges, edge)
		}
	}
	if episode := (graph.Ref{Kind: graph.KindEpisode, ID: epKelp.ID, Name: epKelp.Title}); has[episode] && has[deepWater] {
		piece.Edges = append(piece.Edges, graph.PieceEdge{From: episode, To: deepWater, Type: "PART_OF", Date: epKelp.Published, Said: []graph.Tie{}})
	}
	return piece, nil
}

// Neighbours are those of Piece, of the kind.
func (f *fakeGraph) Neighbours(ctx context.Context, q graph.NeighbourQuery) (*graph.Piece, error) {
	if f.broken != nil {
		return nil, f.broken
	}
	if of, err := f.Piece(ctx, []graph.Ref{q.Of}); err != nil || len(of.Nodes) == 0 {
		return nil, fmt.Errorf("neighbours of %s: %w", q.Of, graph.ErrNotFound)
	}
	piece, err := f.Piece(ctx, append(q.With, q.Of, tidewater, harbor, quarry))
	if err != nil || f.piece != nil {
		return f.piece, err
	}
	piece.Nodes = slices.DeleteFunc(piece.Nodes, func(n graph.PieceNode) bool {
		return n.Kind != q.Kind || slices.Contains(q.With, graph.Ref{Kind: n.Kind, ID: n.ID})
	})
	piece.Total = 3
	piece.Nodes = piece.Nodes[:min(len(piece.Nodes), q.Limit)]
	return piece, nil
}

func (f *fakeGraph) Ready(context.Context) error { return f.ready }

var (
	maren = graph.Ref{Kind: graph.KindPerson, ID: "maren-oskarsson", Name: "Maren Oskarsson"}
	idris = graph.Ref{Kind: graph.KindPerson, ID: "idris-vale", Name: "Idris Vale"}
	wen   = graph.Ref{Kind: graph.KindPerson, ID: "wen-abara", Name: "Wen Abara"}
	paula = graph.Ref{Kind: graph.KindPerson, ID: "paula-quist", Name: "Paula Quist"}

	tidewater = graph.Ref{Kind: graph.KindCompany, ID: "tidewater-systems", Name: "Tidewater Systems"}
	harbor    = graph.Ref{Kind: graph.KindCompany, ID: "harbor-grid", Name: "Harbor & Grid"}
	quarry    = graph.Ref{Kind: graph.KindCompany, ID: "quarry-labs", Name: "Quarry Labs"}

	kelp   = graph.Ref{Kind: graph.KindTechnology, ID: "kelpdb", Name: "KelpDB"}
	sqlite = graph.Ref{Kind: graph.KindTechnology, ID: "sqlite", Name: "SQLite"}
	rust   = graph.Ref{Kind: graph.KindTechnology, ID: "rust", Name: "Rust"}

	deepWater = graph.Ref{Kind: graph.KindShow, ID: "deep-water", Name: "Deep Water"}
	nightOps  = graph.Ref{Kind: graph.KindShow, ID: "night-ops", Name: "Night Ops Radio"}
)

var (
	epKelp = graph.EpisodeRef{ID: "deep-water-41", Title: "Building KelpDB at the edge of the sea", Show: deepWater,
		Published: "2025-11-06T06:00:00Z", URL: "https://deepwater.example/41"}
	epMove = graph.EpisodeRef{ID: "night-ops-7", Title: "From pagers to products with Maren Oskarsson", Show: nightOps,
		Published: "2023-02-14T06:00:00Z"}
	epRust = graph.EpisodeRef{ID: "deep-water-38", Title: "Rewriting a storage engine in Rust", Show: deepWater,
		Published: "2025-08-21T06:00:00Z"}
)

const kelpText = `Paula talks with Maren Oskarsson, co-founder and CEO of Tidewater Systems and former Harbor & Grid engineer, about KelpDB, the database she created on a research ship. They also speak of Idris Vale, who left Harbor & Grid the same year.

Follow Maren:
Blog: https://maren.example/notes (new!)
Tidewater: https://tidewater.example

Chapters:
00:00 - Who is Maren?
03:00 - Leaving Harbor & Grid
12:30 - KelpDB and why not SQLite
48:10 - What is next for Tidewater Systems`

// said makes the evidence that quotes an episode's text.
func said(ep graph.EpisodeRef, text, quote, context string) graph.Statement {
	start := strings.Index(text, context) + strings.Index(context, quote)
	return graph.Statement{Episode: ep, Quote: quote, Start: start, End: start + len(quote), Context: context, Confidence: 0.98, Rule: "appositive"}
}

const kelpIntro = "Paula talks with Maren Oskarsson, co-founder and CEO of Tidewater Systems and former Harbor & Grid engineer, about KelpDB, the database she created on a research ship."

func inKelp(quote string) graph.Statement { return said(epKelp, kelpText, quote, kelpIntro) }

func inMove(quote, context string) graph.Statement { return said(epMove, context, quote, context) }

// at puts a statement into a chapter line.
func at(st graph.Statement, seconds float64) graph.Statement {
	st.At = &seconds
	return st
}

var (
	marenCEO = graph.Job{Person: maren, Company: tidewater, Roles: []string{"co-founder", "ceo"}, Status: "current", AsOf: epKelp.Published,
		Said: inKelp("Maren Oskarsson, co-founder and CEO of Tidewater Systems")}
	marenFormer = graph.Job{Person: maren, Company: harbor, Roles: []string{"engineer"}, Status: "former", AsOf: epKelp.Published,
		Said: inKelp("former Harbor & Grid engineer")}
	marenThen = graph.Job{Person: maren, Company: harbor, Roles: []string{"site reliability engineer"}, Status: "current", AsOf: epMove.Published,
		Said: inMove("Maren Oskarsson keeps the lights on at Harbor & Grid", "Site reliability engineer Maren Oskarsson keeps the lights on at Harbor & Grid, and tells how.")}
	marenQuarry = graph.Job{Person: maren, Company: quarry, Roles: []string{}, Status: "unknown", AsOf: epMove.Published,
		Said: func() graph.Statement {
			st := at(inMove("Quarry Labs years", "Maren's Quarry Labs years"), 754)
			st.Confidence = 0.62
			return st
		}()}
	idrisFormer = graph.Job{Person: idris, Company: harbor, Roles: []string{}, Status: "former", AsOf: epKelp.Published,
		Said: said(epKelp, kelpText, "Idris Vale, who left Harbor & Grid", "They also speak of Idris Vale, who left Harbor & Grid the same year.")}
	wenCurrent = graph.Job{Person: wen, Company: harbor, Roles: []string{"vp", "head of storage"}, Status: "current", AsOf: epRust.Published,
		Said: said(epRust, "Wen Abara, VP and head of storage at Harbor & Grid, joins.", "Wen Abara, VP and head of storage at Harbor & Grid", "Wen Abara, VP and head of storage at Harbor & Grid, joins.")}
	marenMade = graph.Making{Maker: maren, Technology: kelp, Role: "creator", Said: inKelp("KelpDB, the database she created")}
)

func newFake() *fakeGraph {
	return &fakeGraph{
		home:         fakeHome(),
		persons:      fakePersons(),
		companies:    fakeCompanies(),
		technologies: fakeTechnologies(),
		shows:        fakeShows(),
		episodes:     fakeEpisodes(),
		related:      fakeRelated(),
		query: func(context.Context, string, map[string]any, graph.QueryOptions) (*graph.Table, error) {
			return &graph.Table{Columns: []string{"n"}, Rows: [][]any{{int64(1)}}, Millis: 3}, nil
		},
	}
}

// fakeCounted is enough entries to fold the end of a list.
func fakeCounted(first graph.Ref, word string) []graph.Counted {
	out := []graph.Counted{{Entity: first, N: 14}}
	for i := range 12 {
		name := fmt.Sprintf("%s %c", word, 'A'+i)
		out = append(out, graph.Counted{Entity: graph.Ref{Kind: first.Kind, ID: strings.ToLower(strings.ReplaceAll(name, " ", "-")), Name: name}, N: 12 - i})
	}
	return out
}

func fakeHome() *graph.HomePage {
	episodes := []graph.EpisodeRef{epKelp, epRust, epMove}
	for i := range 11 {
		episodes = append(episodes, graph.EpisodeRef{ID: fmt.Sprintf("deep-water-%d", 30-i), Title: fmt.Sprintf("What the tide left behind, part %d", 11-i), Show: deepWater, Published: fmt.Sprintf("2025-%02d-02T06:00:00Z", max(1, 7-i/2))})
	}
	return &graph.HomePage{
		Counts:   graph.Counts{Shows: 2, Episodes: 1204, People: 861, Companies: 412, Technologies: 377, Statements: 15230},
		Episodes: episodes,
		Shows:    []graph.Counted{{Entity: deepWater, N: 1130}, {Entity: nightOps, N: 74}},
		People:   fakeCounted(maren, "Person"), Companies: fakeCounted(harbor, "Company"), Techs: fakeCounted(kelp, "Technology"),
	}
}

func fakePersons() map[string]*graph.PersonPage {
	return map[string]*graph.PersonPage{
		maren.ID: {
			Ref: maren, Aliases: []string{"Maren", "M. Oskarsson"}, URLs: []string{"https://maren.example/notes", "javascript:alert(1)"},
			Jobs:    []graph.Job{marenThen, marenQuarry, marenCEO, marenFormer},
			Created: []graph.Making{marenMade},
			Coworkers: []graph.Coworker{
				{Person: idris, Company: harbor, Mine: []graph.Job{marenFormer, marenThen}, Theirs: []graph.Job{idrisFormer}},
				{Person: wen, Company: harbor, Mine: []graph.Job{marenFormer, marenThen}, Theirs: []graph.Job{wenCurrent}},
			},
			Episodes: []graph.Appearance{
				{Person: maren, Episode: epKelp, Part: "guest", Said: inKelp("Maren Oskarsson")},
				{Person: maren, Episode: epMove, Part: "guest", Said: inMove("Maren Oskarsson", "Site reliability engineer Maren Oskarsson keeps the lights on at Harbor & Grid, and tells how.")}},
			Timeline: fakeTimeline(), Dates: fakeDates(),
			Totals: graph.Totals{"jobs": 3, "created": 1, "coworkers": 1204, "guest": 2, "host": 0, "mentions": 1, "timeline": 3},
			MentionsIn: []graph.Statement{
				at(said(epRust, "x 24:00 - Maren Oskarsson's advice", "Maren Oskarsson", "24:00 - Maren Oskarsson's advice"), 1440),
				said(epRust, "What Maren said about fsync", "Maren", "What Maren said about fsync"),
			},
		},
		paula.ID: {Ref: paula, Jobs: []graph.Job{}, Created: []graph.Making{}, Coworkers: []graph.Coworker{}, MentionsIn: []graph.Statement{},
			Episodes: []graph.Appearance{{Person: paula, Episode: epKelp, Part: "host", Said: inKelp("Paula")}},
			Timeline: []graph.Told{{Episode: epKelp, Parts: []string{"host"}, Jobs: []graph.Job{}, Created: []graph.Making{}}},
			Dates:    []graph.Dated{{Part: "host", Month: "2025-11", N: 1}},
			Totals:   graph.Totals{"host": 1, "timeline": 1}},
	}
}

func fakeTimeline() []graph.Told {
	named := at(said(epRust, "x 24:00 - Maren Oskarsson's advice", "Maren Oskarsson", "24:00 - Maren Oskarsson's advice"), 1440)
	return []graph.Told{
		{Episode: epKelp, Parts: []string{"guest"}, Jobs: []graph.Job{marenCEO, marenFormer}, Created: []graph.Making{marenMade}},
		{Episode: epRust, Parts: []string{}, Jobs: []graph.Job{}, Created: []graph.Making{}, Named: &named},
		{Episode: epMove, Parts: []string{"guest"}, Jobs: []graph.Job{marenThen, marenQuarry}, Created: []graph.Making{}},
	}
}

func fakeDates() []graph.Dated {
	return []graph.Dated{
		{Part: "created", Month: "2025-11", N: 1}, {Part: "guest", Month: "2023-02", N: 1}, {Part: "guest", Month: "2025-11", N: 1},
		{Part: "job", Company: &harbor, Status: "current", Month: "2023-02", N: 1}, {Part: "job", Company: &harbor, Status: "former", Month: "2025-11", N: 1},
		{Part: "job", Company: &quarry, Status: "unknown", Month: "2023-02", N: 1}, {Part: "job", Company: &tidewater, Status: "current", Month: "2025-11", N: 1},
		{Part: "mention", Month: "2025-08", N: 1},
	}
}

func fakeShowYears() []graph.ShowYear {
	return []graph.ShowYear{
		{Year: "2024", Episodes: 1, Top: []graph.Counted{}},
		{Year: "2025", Episodes: 39, Guests: 2, Companies: 13, Technologies: 13, Top: []graph.Counted{{Entity: maren, N: 1}, {Entity: harbor, N: 14}, {Entity: kelp, N: 14}}},
		{Episodes: 1, Top: []graph.Counted{}},
	}
}

func fakeCompanies() map[string]*graph.CompanyPage {
	return map[string]*graph.CompanyPage{
		harbor.ID: {Ref: harbor, Aliases: []string{"H&G"}, URLs: []string{"https://harborgrid.example"},
			Jobs:       []graph.Job{marenThen, marenFormer, idrisFormer, wenCurrent},
			Went:       []graph.Mover{{Person: maren, Left: marenFormer, Joined: marenCEO}},
			Came:       []graph.Mover{{Person: wen, Left: graph.Job{Person: wen, Company: quarry, Roles: []string{}, Status: "former", AsOf: epRust.Published, Said: wenCurrent.Said}, Joined: wenCurrent}},
			Years:      []graph.YearCount{{Part: "sponsored", Year: "2023", N: 12}, {Part: "mentions", Year: "2024", N: 3}, {Part: "mentions", Year: "2025", N: 9}, {Part: "mentions", N: 1}},
			Totals:     graph.Totals{"current": 1, "former": 31, "unknown": 0, "went": 1, "came": 1, "makes": 1, "sponsored": 12, "mentions": 13},
			Makes:      []graph.Making{{Maker: harbor, Technology: sqlite, Said: inMove("Harbor & Grid's SQLite fork", "They ship Harbor & Grid's SQLite fork to every buoy.")}},
			Sponsored:  []graph.Statement{inMove("Harbor & Grid", "They ship Harbor & Grid's SQLite fork to every buoy.")},
			MentionsIn: []graph.Statement{at(said(epKelp, kelpText, "Harbor & Grid", "03:00 - Leaving Harbor & Grid"), 180)}},
		quarry.ID: {Ref: quarry, Totals: graph.Totals{}},
	}
}

func fakeTechnologies() map[string]*graph.TechnologyPage {
	return map[string]*graph.TechnologyPage{
		kelp.ID: {Ref: kelp, Class: "database", Aliases: []string{"Kelp"},
			MadeBy:     []graph.Making{marenMade, {Maker: tidewater, Technology: kelp, Said: inKelp("KelpDB")}},
			Guests:     []graph.Talker{{Person: maren, N: 1, Said: inKelp("KelpDB")}},
			Hosts:      []graph.Talker{{Person: paula, N: 1, Said: inKelp("KelpDB")}},
			SeenWith:   []graph.Counted{{Entity: sqlite, N: 3}, {Entity: rust, N: 1}},
			Companies:  []graph.Counted{{Entity: tidewater, N: 1}},
			CountedIn:  300,
			Years:      []graph.YearCount{{Part: "mentions", Year: "2024", N: 2}, {Part: "mentions", Year: "2025", N: 14}},
			Totals:     graph.Totals{"makers": 2, "guests": 1, "hosts": 1, "technologies": 2, "companies": 1, "mentions": 16},
			MentionsIn: []graph.Statement{inKelp("KelpDB"), at(said(epKelp, kelpText, "KelpDB", "12:30 - KelpDB and why not SQLite"), 750)}},
	}
}

func fakeShows() map[string]*graph.ShowPage {
	return map[string]*graph.ShowPage{
		deepWater.ID: {Ref: deepWater, Totals: graph.Totals{"episodes": 41, "hosts": 1, "guests": 2, "companies": 13, "technologies": 13}, Years: fakeShowYears(), Hosts: []graph.Counted{{Entity: paula, N: 41}},
			Guests: []graph.Counted{{Entity: maren, N: 1}, {Entity: wen, N: 1}}, Companies: fakeCounted(harbor, "Company"), Technologies: fakeCounted(kelp, "Technology"),
			Episodes: append(fakeHome().Episodes, graph.EpisodeRef{ID: "deep-water-1", Title: "Hello, water", Show: deepWater, Published: "2024-12-01T06:00:00Z"}, graph.EpisodeRef{ID: "deep-water-0", Title: "Trailer", Show: deepWater})},
	}
}

func fakeEpisodes() map[string]*graph.EpisodePage {
	return map[string]*graph.EpisodePage{
		epKelp.ID: {EpisodeRef: epKelp, Text: kelpText, AudioURL: "https://deepwater.example/41.mp3",
			Hosts: []graph.Mentioned{{Entity: paula, Said: []graph.Statement{inKelp("Paula")}}}, Guests: []graph.Mentioned{{Entity: maren, Said: []graph.Statement{inKelp("Maren Oskarsson")}}},
			People: []graph.Mentioned{
				{Entity: maren, Said: []graph.Statement{inKelp("Maren Oskarsson")}},
				{Entity: idris, Said: []graph.Statement{said(epKelp, kelpText, "Idris Vale", "They also speak of Idris Vale, who left Harbor & Grid the same year.")}},
				{Entity: paula, Said: []graph.Statement{inKelp("Paula")}},
			},
			Companies: []graph.Mentioned{
				{Entity: tidewater, Said: []graph.Statement{inKelp("Tidewater Systems"), at(said(epKelp, kelpText, "Tidewater Systems", "48:10 - What is next for Tidewater Systems"), 2890)}},
				{Entity: harbor, Said: []graph.Statement{inKelp("Harbor & Grid"), at(said(epKelp, kelpText, "Harbor & Grid", "03:00 - Leaving Harbor & Grid"), 180)}},
			},
			Technologies: []graph.Mentioned{
				{Entity: kelp, Said: []graph.Statement{inKelp("KelpDB"), at(said(epKelp, kelpText, "KelpDB", "12:30 - KelpDB and why not SQLite"), 750)}},
				{Entity: sqlite, Said: []graph.Statement{at(said(epKelp, kelpText, "SQLite", "12:30 - KelpDB and why not SQLite"), 750)}},
			},
			Jobs: []graph.Job{marenCEO, marenFormer, idrisFormer}, Makings: []graph.Making{marenMade}, Sponsors: []graph.Mentioned{{Entity: quarry, Said: []graph.Statement{inKelp("Paula")}}},
			Chapters: []graph.ChapterLine{
				{Start: 0, Title: "Who is Maren?", Entities: []graph.Ref{maren}},
				{Start: 180, Title: "Leaving Harbor & Grid", Entities: []graph.Ref{harbor}},
				{Start: 750, Title: "KelpDB and why not SQLite", Entities: []graph.Ref{kelp, sqlite}},
				{Start: 2890, Title: "What is next for Tidewater Systems", Entities: []graph.Ref{tidewater}},
			}},
		epMove.ID: {EpisodeRef: epMove},
	}
}

func fakeRelated() map[string][]graph.Related {
	return map[string][]graph.Related{epKelp.ID: {
		{Episode: epMove, Score: 9.1, Reasons: []graph.Reason{
			{Kind: "guest", Entity: maren, Text: "Both have Maren Oskarsson as a guest", Score: 8, Parts: graph.ScoreParts{Weight: 8, Rarity: 1, Appearance: 1, Rank: 1, Episodes: 2}},
			{Kind: "mention", Entity: sqlite, Text: "Both speak of SQLite", Score: 1.1, Parts: graph.ScoreParts{Weight: 4, Rarity: .55, Appearance: 1, Rank: 2, Episodes: 3}}}},
		{Episode: epRust, Score: 3.2, Reasons: []graph.Reason{
			{Kind: "employer", Entity: harbor, Text: "Maren Oskarsson and Wen Abara both worked at Harbor & Grid", Score: 3.2, Parts: graph.ScoreParts{Weight: 4, Rarity: .8, Appearance: 1, Rank: 1, Episodes: 3}}}},
	}}
}
