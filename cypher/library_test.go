package cypher

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestLoad(t *testing.T) {
	lib, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(lib.Questions()); n < 40 {
		t.Errorf("%d questions", n)
	}
	titles := map[string]string{}
	for _, q := range lib.All() {
		if other := titles[q.Title]; other != "" {
			t.Errorf("%s and %s have one title", q.Name, other)
		}
		titles[q.Title] = q.Name
		if (q.Access == Write) != (strings.Contains(q.Text, "CREATE ") || strings.Contains(q.Text, "MERGE ") || strings.Contains(q.Text, "DELETE ")) {
			t.Errorf("%s: access is %s", q.Name, q.Access)
		}
		got, err := lib.Get(q.Name)
		if err != nil || got != q {
			t.Errorf("get %s: %v", q.Name, err)
		}
		if strings.HasPrefix(q.Name, "ask/") {
			if !slices.Contains(Categories(), q.Category) {
				t.Errorf("%s: category %s is none of %v", q.Name, q.Category, Categories())
			}
			if _, err := q.Bind(nil); err != nil {
				t.Errorf("a question must run without any value: %v", err)
			}
		}
	}
	for _, s := range lib.Schema() {
		if !strings.HasPrefix(s, "CREATE ") || !strings.Contains(s, "IF NOT EXISTS") {
			t.Errorf("schema statement that cannot run twice: %s", s)
		}
	}
}

func TestGetUnknown(t *testing.T) {
	lib, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if q, err := lib.Get("career"); err != nil || q.Name != "ask/career" {
		t.Errorf("career: %v", err)
	}
	if _, err := lib.Get("caree"); err == nil || !strings.Contains(err.Error(), "did you mean ask/career?") {
		t.Errorf("err = %v", err)
	}
	if _, err := lib.Get("nonsense"); err == nil {
		t.Error("no error")
	}
}

const head = "// title: T\n// category: c\n// description: D\n// access: read\n"

func TestParse(t *testing.T) {
	q, err := Parse("queries/ask/x.cypher", `// title: Who worked at a company?
// category: people
// description: First
// description: and second.
// phrase: Who of {names:text} worked at {company}?
// links: person, c company
// param: company string = "Planet Scale" — its name
// param: n int = 5
// param: names list = [] — some
// access: read

// A note on the statement is dropped.
MATCH (c:Company {name: $company}) // one inside stays; even this
WHERE c.note <> '; $none' AND c.name IN $names
RETURN c LIMIT $n;
`)
	if err != nil {
		t.Fatal(err)
	}
	want := &Query{
		Title: "Who worked at a company?", Category: "people", Description: "First and second.", Access: Read,
		Params: []Param{
			{Name: "company", Type: String, Default: "Planet Scale", Doc: "its name"},
			{Name: "n", Type: Int, Default: int64(5)},
			{Name: "names", Type: List, Default: []string{}, Doc: "some"},
		},
		Phrase: []Part{{Text: "Who of "}, {Param: "names", Kind: "text"}, {Text: " worked at "}, {Param: "company", Kind: "company"}, {Text: "?"}},
		Links:  []Link{{"person", "person"}, {"c", "company"}},
		File:   "queries/ask/x.cypher", Line: 13,
		Text: "MATCH (c:Company {name: $company}) // one inside stays; even this\nWHERE c.note <> '; $none' AND c.name IN $names\nRETURN c LIMIT $n",
	}
	if diff := cmp.Diff(want, q); diff != "" {
		t.Error(diff)
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"no header", "RETURN 1", "f:1: header lacks `// title:`"},
		{"unknown key", head + "// author: me\nRETURN 1", `f:5: unknown header "author"`},
		{"phrase blank", head + "// phrase: Who is at {company}?\nRETURN 1", "f:6: phrase: blank {company} is no parameter"},
		{"phrase kind", head + "// param: x string\n// phrase: Who is {x:animal}?\nRETURN $x", "f:6: phrase: blank {x:animal} is filled with one of"},
		{"phrase without kind", head + "// param: x string\n// phrase: Who is {x}?\nRETURN $x", "f:6: phrase: blank {x} is filled with one of"},
		{"phrase open", head + "// param: x string\n// phrase: Who is {x?\nRETURN $x", "f:6: phrase: { without }"},
		{"phrase blank twice", head + "// param: x string\n// phrase: {x:text} {x:text}\nRETURN $x", "f:7: phrase: blank {x} stands twice"},
		{"phrase twice", head + "// phrase: a\n// phrase: b\nRETURN 1", "f:6: phrase stands twice"},
		{"links", head + "// links: a person, b animal\nRETURN 1", "f:5: links wants `column kind, …`"},
		{"links without kind", head + "// links: maker\nRETURN 1", "f:5: links wants `column kind, …`"},
		{"no value", "// title:\nRETURN 1", "f:1: header wants `key: value`"},
		{"twice", head + "// title: U\nRETURN 1", "f:5: title stands twice"},
		{"access", "// access: sometimes\nRETURN 1", `f:1: access is read or write, not "sometimes"`},
		{"param", head + "// param: x\nRETURN $x", "f:5: param wants `name type = default"},
		{"param type", head + "// param: x number\nRETURN $x", `f:5: param x: unknown type "number"`},
		{"param default", head + "// param: x int = ten\nRETURN $x", `f:5: param x: default: "ten" is no int`},
		{"param twice", head + "// param: x int\n// param: x int\nRETURN $x", "f:6: param x stands twice"},
		{"not declared", head + "RETURN $x", "f:5: $x is used but not declared"},
		{"not used", head + "// param: x int\nRETURN '$x'", "f:6: param x is declared but not used"},
		{"no statement", head, "f:5: want one statement below the header, found 0"},
		{"two statements", head + "RETURN 1;\nRETURN 2", "f:5: want one statement below the header, found 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse("f", c.source)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("err = %v, want %s", err, c.want)
			}
		})
	}
}

func TestLoadFSNamesEveryMistake(t *testing.T) {
	_, err := LoadFS(fstest.MapFS{
		"schema.cypher":           {Data: []byte("CREATE INDEX a;")},
		"queries/ask/a.cypher":    {Data: []byte("RETURN 1")},
		"queries/page/b.cypher":   {Data: []byte(head + "RETURN $y")},
		"queries/page/README.txt": {Data: []byte("not a query")},
	})
	if err == nil || !strings.Contains(err.Error(), "queries/ask/a.cypher:1:") || !strings.Contains(err.Error(), "queries/page/b.cypher:5:") {
		t.Errorf("err = %v", err)
	}
}

func TestBind(t *testing.T) {
	q := &Query{Name: "q", Params: []Param{{Name: "s", Type: String}, {Name: "n", Type: Int, Default: int64(3)}, {Name: "l", Type: List, Default: []string{}},
		{Name: "f", Type: Float, Default: 0.5}, {Name: "b", Type: Bool, Default: false}, {Name: "r", Type: Rows, Default: []any{}}}}
	got, err := q.Bind(map[string]string{"s": `"a b"`, "l": "x, y", "f": "2", "b": "true", "r": `[{"a": 1}]`})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"s": "a b", "n": int64(3), "l": []string{"x", "y"}, "f": 2.0, "b": true, "r": []any{map[string]any{"a": 1.0}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, c := range []struct {
		given map[string]string
		want  string
	}{
		{map[string]string{}, "parameter s (string) is missing"},
		{map[string]string{"s": "x", "n": "many"}, `parameter n: "many" is no int`},
		{map[string]string{"s": "x", "z": "1"}, `takes no parameter "z"`},
		{map[string]string{"s": "x", "l": `["a"`}, "no JSON list"},
	} {
		if _, err := q.Bind(c.given); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: err = %v, want %s", c.given, err, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(head + "RETURN 1;")
	f.Add("// param: x list = [\"a\"] — b\nMATCH (n) /* ; */ RETURN `a;b`, '\\'' // c")
	f.Fuzz(func(t *testing.T, source string) {
		if q, err := Parse("f", source); err == nil && (q.Text == "" || q.Line < 1) {
			t.Errorf("%q gives %+v", source, q)
		}
	})
}
