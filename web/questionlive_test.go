package web

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"guestgraph/cypher"
	"guestgraph/cypher/bolt/bolttest"
	"guestgraph/graph"
	"guestgraph/graph/graphtest"
)

// Each question, its blanks filled with the names that it proposes, has an answer on the sample that a first run shows,
// and its sentence says those names as the graph spells them.
func TestQuestionsAreAnswered(t *testing.T) {
	g := openGraph(t, graph.Config{URI: bolttest.Serve(t)})
	graphtest.LoadDemo(t, g)
	lib, err := cypher.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := newSite(t, g, func(c *Config) { c.Library = lib })
	questions := lib.Questions()
	if len(questions) < 40 {
		t.Fatalf("%d questions", len(questions))
	}
	for _, q := range questions {
		t.Run(strings.TrimPrefix(q.Name, "ask/"), func(t *testing.T) {
			defaults, err := q.Bind(nil)
			if err != nil {
				t.Fatal(err)
			}
			filled, names := url.Values{}, []string{}
			for _, part := range q.Sentence() {
				if name, isText := defaults[part.Param].(string); part.Param != "" && isText {
					filled.Set(part.Param, strings.ToLower(name)) // as one types it
					names = append(names, name)
				} else if part.Param != "" {
					filled.Set(part.Param, text(defaults[part.Param]))
				}
			}
			res, body := get(t, s, questionHref(q, filled))
			if res.StatusCode != 200 {
				t.Fatalf("status %d: %s", res.StatusCode, body)
			}
			answered := strings.Contains(body, `<td role="cell"`)
			if none := q.Name == "ask/possible-aliases"; answered == none { // looks for mistakes that the sample has not
				t.Errorf("answered: %v\n%s", answered, mainOf(t, body))
			}
			heading := html.UnescapeString(regexp.MustCompile(`<h1>(.*?)</h1>`).FindString(body))
			for _, name := range names {
				if !strings.Contains(strings.ToLower(heading), strings.ToLower(name)) {
					t.Errorf("%s does not say %q", heading, name)
				}
			}
		})
	}
}
