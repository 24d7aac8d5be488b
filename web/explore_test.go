package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"guestgraph/graph"
)

// Without a script the picture grows and shrinks by forms.
func TestExploreWithoutScript(t *testing.T) {
	s := newSite(t, newFake())
	for _, step := range []struct{ name, query, want string }{
		{"expand", "ids=person:maren-oskarsson&expand=company,person:maren-oskarsson", "person:maren-oskarsson,company:tidewater-systems,company:harbor-grid,company:quarry-labs"},
		{"expand again", "ids=person:maren-oskarsson,company:harbor-grid&expand=company,person:maren-oskarsson", "person:maren-oskarsson,company:harbor-grid,company:tidewater-systems,company:quarry-labs"},
		{"drop", "ids=person:maren-oskarsson,company:harbor-grid&drop=person:maren-oskarsson", "company:harbor-grid"},
		{"name with one meaning", "ids=person:maren-oskarsson&add=Wen+Abara", "person:maren-oskarsson,person:wen-abara"},
		{"suggestion taken", "ids=person:maren-oskarsson&add=Wen&ref=person:wen-abara", "person:maren-oskarsson,person:wen-abara"},
		{"twice the same", "ids=maren-oskarsson,person:maren-oskarsson&add=Maren", "person:maren-oskarsson"},
	} {
		t.Run(step.name, func(t *testing.T) {
			res, body := get(t, s, "/explore?"+step.query)
			_, after, _ := strings.Cut(body, `id="canvas" data-ids="`)
			ids, _, _ := strings.Cut(after, `"`)
			got := map[string]bool{}
			for id := range strings.SplitSeq(ids, ",") {
				got[id] = true
			}
			for id := range strings.SplitSeq(step.want, ",") {
				if !got[id] {
					t.Errorf("status %d, ids %q lack %s", res.StatusCode, ids, id)
				}
				delete(got, id)
			}
			if len(got) > 0 {
				t.Errorf("ids %q, want %q", ids, step.want)
			}
		})
	}
}

func TestExploreRefuses(t *testing.T) {
	s := newSite(t, newFake())
	many := "person:a" + strings.Repeat(",x", 3)
	for i := range pieceMost {
		many += fmt.Sprintf(",person:p%d", i)
	}
	for _, c := range []struct {
		path   string
		status int
	}{
		{"/explore?ids=" + many, http.StatusBadRequest}, {"/api/v1/graph?ids=" + many, http.StatusBadRequest},
		{"/explore?ids=x&expand=cow,person:maren-oskarsson", http.StatusBadRequest}, {"/explore?expand=company,", http.StatusBadRequest},
		{"/explore?expand=company,person:nobody", http.StatusNotFound}, {"/explore?ids=nobody", http.StatusOK}, {"/explore?ids=,,", http.StatusOK},
		{"/api/v1/graph?ids=,", http.StatusBadRequest}, {"/api/v1/graph?ids=nobody", http.StatusOK},
		{"/api/v1/graph/neighbours?of=person:maren-oskarsson&kind=company&offset=-1", http.StatusBadRequest},
	} {
		if res, body := get(t, s, c.path); res.StatusCode != c.status {
			t.Errorf("%.80s: status %d, want %d: %.200s", c.path, res.StatusCode, c.status, body)
		}
	}
}

// What the canvas is given leads to our own pages only, whatever a node is called.
func TestGraphDataOfHostileNames(t *testing.T) {
	_, body := get(t, newSite(t, hostile()), "/api/v1/graph?ids=x")
	data := decode[graphData](t, body)
	if len(data.Nodes) != 4 || len(data.Edges) != 2 {
		t.Fatalf("%d nodes, %d edges", len(data.Nodes), len(data.Edges))
	}
	for _, n := range data.Nodes {
		if u, err := url.Parse(n.Href); err != nil || u.Host != "" || !strings.HasPrefix(u.EscapedPath(), "/"+string(n.Kind)+"/") || n.Counts == nil {
			t.Errorf("node %+v: %v", n, err)
		}
	}
	for _, e := range data.Edges {
		for _, said := range e.Evidence {
			if !strings.HasPrefix(said.Href, "/episode/") || len(said.Quote) > 4*maxQuote {
				t.Errorf("evidence %.300v", said)
			}
		}
	}
}

func TestGraphEdgeIsAsOfItsNewestStatement(t *testing.T) {
	_, body := get(t, newSite(t, newFake()), "/api/v1/graph?ids="+graph.Ref{Kind: graph.KindPerson, ID: maren.ID}.String()+",company:"+harbor.ID)
	data := decode[graphData](t, body)
	if len(data.Edges) != 1 {
		t.Fatalf("edges %+v", data.Edges)
	}
	e := data.Edges[0]
	if e.Status != "former" || e.Said != 2 || len(e.Evidence) != 2 || e.Evidence[1].Status != "current" || e.Evidence[0].Href != "/episode/deep-water-41#b78" || e.Date != epKelp.Published {
		t.Errorf("edge %+v", e)
	}
}
