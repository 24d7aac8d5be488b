package web

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"guestgraph/cypher"
	"guestgraph/graph"
)

// phraseLibrary holds three questions: with one blank, with two, and with one for words.
func phraseLibrary(t testing.TB) *cypher.Library {
	t.Helper()
	head := func(title, more string) string {
		return "// title: " + title + "\n// category: people\n// description: As episodes say.\n// access: read\n" + more
	}
	lib, err := cypher.LoadFS(fstest.MapFS{
		"schema.cypher": {Data: []byte("CREATE INDEX x IF NOT EXISTS FOR (n:X) ON (n.x);\n")},
		"queries/ask/at.cypher": {Data: []byte(head("Who worked at a company?", "// phrase: Who worked at {company}?\n// param: company string = \"Acme\" — name of the company\n"+
			"// links: person, episode\nMATCH (p) WHERE p.x = $company RETURN p"))},
		"queries/ask/both.cypher": {Data: []byte(head("Who worked at both of two companies?", "// phrase: Who worked at {company} and {other:company}?\n"+
			"// param: company string = \"Acme\" — name of the company\n// param: other string = \"Foo\" — name of the other company\nMATCH (p) WHERE p.x IN [$company, $other] RETURN p"))},
		"queries/ask/role.cypher":   {Data: []byte(head("Which guests hold a role?", "// phrase: Which guests are called {role:text}?\n// param: role string = \"cto\" — word of the role\nMATCH (p) WHERE p.x = $role RETURN p"))},
		"queries/ask/moves.cypher":  {Data: []byte(head("Between which companies do people move?", "MATCH (p) RETURN p"))},
		"queries/ask/change.cypher": {Data: []byte("// title: Change\n// category: people\n// description: Writes.\n// access: write\nCREATE (x) RETURN x")},
	})
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

func withPhrases(t testing.TB) func(*Config) {
	lib := phraseLibrary(t)
	return func(c *Config) { c.Library = lib }
}

func TestSuggestPhrases(t *testing.T) {
	s := newSite(t, newFake(), withPhrases(t))
	for typed, want := range map[string][]string{
		"who":                      nil,
		"who wor":                  {"Who worked at ⟨company⟩?", "Who worked at ⟨company⟩ and ⟨company⟩?"},
		"Who worked at":            {"Who worked at ⟨company⟩?", "Who worked at ⟨company⟩ and ⟨company⟩?"},
		"who worked at tide":       {"Who worked at Tidewater Systems?", "Who worked at Tidewater Systems and ⟨company⟩?"},
		"who worked at qu and":     {"Who worked at Quarry Labs and ⟨company⟩?"},
		"who worked at qu and har": {"Who worked at Quarry Labs and Harbor & Grid?"},
		"who worked at nobody":     nil,
		"who left tide":            nil,
		"which guests are called staff engineer?": {"Which guests are called staff engineer?"},
		"people move":    {"Between which companies do people move?"},
		"companies both": {"Who worked at ⟨company⟩ and ⟨company⟩?"},
	} {
		phrases, err := s.suggest(context.Background(), typed, 3)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range phrases {
			got = append(got, p.Text)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", typed, diff)
		}
	}
}

func TestQuestionPages(t *testing.T) {
	f := newFake()
	asked := map[string]any{}
	f.query = func(_ context.Context, statement string, params map[string]any, _ graph.QueryOptions) (*graph.Table, error) {
		asked = params
		return &graph.Table{Columns: []string{"person", "roles", "asOf", "nothing", "quote", "episode", "seconds"}, Rows: [][]any{
			{maren.Name, []any{"cto", "founder"}, epKelp.Published, nil, "Maren <b>left</b>", epKelp.ID, 750.0},
			{"Somebody Else", []any{}, nil, nil, nil, "gone", nil},
		}}, nil
	}
	s := newSite(t, f, withPhrases(t))
	for name, path := range map[string]string{
		"questions":        "/ask",
		"question-open":    "/ask/both",
		"question":         "/ask/at?company=harbor+%26+grid",
		"question-near":    "/ask/at?company=harbor",
		"question-choices": "/ask/both?company=a&other=Harbor+%26+Grid",
		"question-unknown": "/ask/at?company=zzz",
		"question-ref":     "/ask/at?company=Harbor+%26+Grid&company-ref=company:harbor-grid",
	} {
		t.Run(name, func(t *testing.T) {
			res, body := get(t, s, path)
			if res.StatusCode != 200 {
				t.Fatalf("status %d: %s", res.StatusCode, body)
			}
			golden(t, name, mainOf(t, body))
		})
	}
	if get(t, s, "/ask/role?role=staff+%24engineer"); asked["role"] != "staff $engineer" {
		t.Errorf("asked with %v", asked)
	}
	// A ref that other words were typed over does not count.
	if get(t, s, "/ask/at?company=Quarry+Labs&company-ref=company:harbor-grid"); asked["company"] != quarry.Name {
		t.Errorf("asked with %v", asked)
	}
	for path, want := range map[string]int{"/ask/nothing": 404, "/ask/change": 404, "/ask/%2e%2e": 404, "/ask/at?company=" + strings.Repeat("a", 201): 400} {
		if res, _ := get(t, s, path); res.StatusCode != want {
			t.Errorf("%s: status %d, want %d", path, res.StatusCode, want)
		}
	}
}

func TestLongAnswersAreCut(t *testing.T) {
	f := newFake()
	f.query = func(context.Context, string, map[string]any, graph.QueryOptions) (*graph.Table, error) {
		table := &graph.Table{Columns: []string{"n", "people"}, Truncated: true}
		for i := range 1000 {
			table.Rows = append(table.Rows, []any{int64(i), make([]any, 20)})
		}
		return table, nil
	}
	_, body := get(t, newSite(t, f, withPhrases(t)), "/ask/moves")
	if !strings.Contains(body, "200 of more than 1,000 rows shown") || strings.Count(body, "<tr ") != 201 || !strings.Contains(body, "and 8 more") {
		t.Error("a long answer is shown whole, or does not say that it is not")
	}
}
