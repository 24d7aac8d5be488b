package web

import (
	"encoding/json"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/graph"
)

func TestAPIAnswers(t *testing.T) {
	f := newFake()
	s := newSite(t, f)
	check := func(path string, want any) {
		t.Helper()
		res, body := get(t, s, path)
		if res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != "application/json" {
			t.Fatalf("%s: status %d %s", path, res.StatusCode, res.Header.Get("Content-Type"))
		}
		wantJSON, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(decode[any](t, string(wantJSON)), decode[any](t, body)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
	check("/api/v1/person/maren-oskarsson", f.persons[maren.ID])
	check("/api/v1/company/harbor-grid", f.companies[harbor.ID])
	check("/api/v1/technology/kelpdb", f.technologies[kelp.ID])
	check("/api/v1/show/deep-water", f.shows[deepWater.ID])
	check("/api/v1/episode/deep-water-41", f.episodes[epKelp.ID])
	check("/api/v1/episode/deep-water-41/related?limit=1", map[string]any{"results": f.related[epKelp.ID][:1]})
	check("/api/v1/episode/night-ops-7/related", map[string]any{"results": []any{}})
	check("/api/v1/search?q=mo&type=person,company&limit=5", map[string]any{"total": 1, "exact": 0, "byKind": map[string]any{"person": 1},
		"results": []any{map[string]any{"type": "person", "id": "maren-oskarsson", "name": "Maren Oskarsson", "detail": "said to work or have worked at Tidewater Systems", "match": "Mo"}}})
	check("/api/v1/search?q=e&limit=1&offset=3", map[string]any{"total": 21, "exact": 0, "byKind": map[string]any{"person": 3, "company": 1, "technology": 2, "episode": 14, "show": 1},
		"results": []any{map[string]any{"type": "company", "id": "tidewater-systems", "name": "Tidewater Systems", "detail": "2 people, 3 episodes"}}})
	check("/api/v1/search?q=mraen&limit=1", map[string]any{"total": 2, "exact": 0, "byKind": map[string]any{"person": 1, "episode": 1}, "meant": "Maren Oskarsson",
		"results": []any{map[string]any{"type": "person", "id": "maren-oskarsson", "name": "Maren Oskarsson", "detail": "said to work or have worked at Tidewater Systems", "alike": true}}})
	check("/api/v1/search?q=zzz", map[string]any{"results": []any{}, "total": 0, "exact": 0, "byKind": map[string]any{}})
}

func TestAPIQuery(t *testing.T) {
	res, body := ask(t, newSite(t, newFake()), "POST", "/api/v1/query", `{"query":"RETURN 1 AS n","parameters":null}`, "Content-Type", "application/json; charset=utf-8")
	if res.StatusCode != http.StatusOK || res.Header.Get("Cache-Control") != "no-store" || body != `{"columns":["n"],"rows":[[1]],"truncated":false,"ms":3}`+"\n" {
		t.Errorf("status %d: %s", res.StatusCode, body)
	}
}

// A schema is the part of OpenAPI 3.1 that openapi.json uses.
type schema struct {
	Ref        string            `json:"$ref"`
	Type       string            `json:"type"`
	Required   []string          `json:"required"`
	Properties map[string]schema `json:"properties"`
	Items      *schema           `json:"items"`
}

type openAPIDoc struct {
	OpenAPI string `json:"openapi"`
	Paths   map[string]map[string]struct {
		Parameters []struct{ Name, In string } `json:"parameters"`
	} `json:"paths"`
	Components struct {
		Schemas map[string]schema `json:"schemas"`
	} `json:"components"`
}

func TestOpenAPIMatchesTheRoutes(t *testing.T) {
	_, body := get(t, newSite(t, newFake()), "/api/v1/openapi.json")
	doc := decode[openAPIDoc](t, body)
	if !strings.HasPrefix(doc.OpenAPI, "3.1.") {
		t.Errorf("openapi is %q", doc.OpenAPI)
	}
	var documented, served []string
	for path, methods := range doc.Paths {
		for method, op := range methods {
			documented = append(documented, strings.ToUpper(method)+" "+path)
			if hasID := slices.ContainsFunc(op.Parameters, func(p struct{ Name, In string }) bool { return p.Name == "id" && p.In == "path" }); hasID != strings.Contains(path, "{id}") {
				t.Errorf("%s: parameter id documented: %v", path, hasID)
			}
		}
	}
	for _, rt := range newSite(t, newFake()).routes() {
		if isAPI(rt.path) {
			served = append(served, rt.method+" "+rt.path)
		}
	}
	slices.Sort(documented)
	slices.Sort(served)
	if diff := cmp.Diff(served, documented); diff != "" {
		t.Errorf("routes (-served +documented):\n%s", diff)
	}
}

func TestOpenAPIMatchesTheTypes(t *testing.T) {
	doc := decode[openAPIDoc](t, string(openAPI))
	types := map[string]any{
		"Step": graph.Step{}, "Notice": graph.Notice{}, "Catalog": graph.Catalog{}, "Named": graph.Named{}, "Property": graph.Property{}, "Callable": graph.Callable{},
		"Ref": graph.Ref{}, "EpisodeRef": graph.EpisodeRef{}, "Statement": graph.Statement{}, "Job": graph.Job{}, "Making": graph.Making{},
		"Appearance": graph.Appearance{}, "Coworker": graph.Coworker{}, "Cut": graph.Cut{}, "Mover": graph.Mover{}, "Told": graph.Told{}, "Dated": graph.Dated{}, "YearCount": graph.YearCount{}, "ShowYear": graph.ShowYear{}, "Talker": graph.Talker{}, "Mentioned": graph.Mentioned{}, "Counted": graph.Counted{}, "ChapterLine": graph.ChapterLine{},
		"PersonPage": graph.PersonPage{}, "CompanyPage": graph.CompanyPage{}, "TechnologyPage": graph.TechnologyPage{}, "ShowPage": graph.ShowPage{},
		"EpisodePage": graph.EpisodePage{}, "Reason": graph.Reason{}, "ScoreParts": graph.ScoreParts{}, "Related": graph.Related{}, "Hit": graph.Hit{}, "Found": searchAnswer{}, "Phrase": phrase{},
		"Paths": graph.Paths{}, "Path": graph.Path{}, "Hop": graph.Hop{}, "Tie": graph.Tie{}, "Flow": graph.Flow{}, "Move": graph.Move{}, "Table": graph.Table{}, "Problem": problem{}, "GraphData": graphData{}, "GraphNode": graphNode{}, "GraphEdge": graphEdge{}, "GraphEvidence": graphEvidence{},
	}
	for name, v := range types {
		s, ok := doc.Components.Schemas[name]
		if !ok {
			t.Errorf("%s is not documented", name)
			continue
		}
		required := map[string]bool{}
		fields := map[string]reflect.Type{}
		jsonFields(reflect.TypeOf(v), fields, required)
		for field, typ := range fields {
			p, ok := s.Properties[field]
			if !ok {
				t.Errorf("%s.%s is not documented", name, field)
				continue
			}
			if got, want := p.Type, jsonType(typ); p.Ref == "" && got != want || p.Ref != "" && want != "object" {
				t.Errorf("%s.%s is documented as %q, is %q", name, field, got, want)
			}
			if slices.Contains(s.Required, field) != required[field] {
				t.Errorf("%s.%s: always there: %v", name, field, required[field])
			}
		}
		for field := range s.Properties {
			if fields[field] == nil {
				t.Errorf("%s.%s is documented and does not exist", name, field)
			}
		}
	}
}

func jsonFields(t reflect.Type, fields map[string]reflect.Type, required map[string]bool) {
	for _, f := range reflect.VisibleFields(t) {
		if len(f.Index) > 1 {
			continue // reached through the embedded struct
		}
		if f.Anonymous {
			jsonFields(f.Type, fields, required)
			continue
		}
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "-" {
			continue
		}
		fields[name] = f.Type
		required[name] = options != "omitempty"
	}
}

func jsonType(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Pointer:
		return jsonType(t.Elem())
	case reflect.String:
		return "string"
	case reflect.Int, reflect.Int64:
		return "integer"
	case reflect.Float64:
		return "number"
	case reflect.Bool:
		return "boolean"
	case reflect.Slice:
		return "array"
	}
	return "object"
}
