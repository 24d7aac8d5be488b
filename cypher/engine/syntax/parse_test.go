package syntax_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/syntax"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden parses each statement of testdata/*.cypher (one a line; # begins a remark) and compares
// what Format makes of it.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.cypher")
	if err != nil || len(files) == 0 {
		t.Fatalf("no testdata: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var out strings.Builder
			for line := range strings.Lines(string(text)) {
				line = strings.TrimSpace(line)
				if line == "" || strings.HasPrefix(line, "#") {
					continue
				}
				st, err := syntax.Parse(line)
				if err != nil {
					t.Errorf("%s\n%v", line, err)
					continue
				}
				reparse(t, st)
				out.WriteString(syntax.Format(st) + "\n")
			}
			golden := strings.TrimSuffix(file, ".cypher") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			compareLines(t, string(want), out.String())
		})
	}
}

func compareLines(t *testing.T, want, got string) {
	t.Helper()
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(w), len(g)) {
		var a, b string
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		if a != b {
			t.Errorf("line %d\nwant %s\n got %s", i+1, a, b)
		}
	}
}

// TestErrors checks messages and places; ^ in a statement marks the place and is taken out.
func TestErrors(t *testing.T) {
	tests := []struct{ statement, message string }{
		{"^", "Invalid input '': expected a clause"},
		{"^RETRN 1", "did you mean 'RETURN'?"},
		{"RETURN ^", "Invalid input '': expected an expression"},
		{"RETURN 1 ^2", "Invalid input '2': expected a clause or the end of the statement"},
		{"RETURN 1; ^RETURN 2", "Expected exactly one statement per query but got: 2"},
		{"RETURN ^'abc", "Failed to parse string literal"},
		{"RETURN ^`abc", "closing backtick"},
		{"RETURN 1 ^/* abc", "Failed to parse comment"},
		{"RETURN ^9223372036854775808", "integer is too large"},
		{"RETURN -^9223372036854775809", "integer is too large"},
		{"RETURN ^0xFFFFFFFFFFFFFFFFFF", "integer is too large"},
		{"RETURN ^1e400", "floating point number is too large"},
		{"RETURN ^01", "please use `0o1` instead"},
		{"RETURN ^0X1F", "please use `0x1F` instead"},
		{"RETURN ^1__0", "invalid literal number"},
		{"RETURN ^1d", "invalid literal number"},
		{"RETURN ^9223372h54775808", "invalid literal number"},
		{"RETURN ^0x", "invalid literal number"},
		{"RETURN 9223372^#54775808", "Invalid input '#'"},
		{"RETURN 42 ^— 41", "Invalid input '—'"},
		{`RETURN '\u^H'`, "expected four hexadecimal digits"},
		{"RETURN 1 ^!= 2", "you probably meant to use '<>'"},
		{"RETURN 1 IS NULL ^IS NULL", "Invalid input 'IS'"},
		{"RETURN 'a' STARTS WITH 'b' ^STARTS WITH 'c'", "Invalid input 'STARTS'"},
		{"RETURN {^'a': 1}", "expected an identifier or '}'"},
		{"RETURN $^", "expected an identifier or an integer value"},
		{"RETURN CASE END^", "expected 'WHEN'"},
		{"RETURN ^reduce(a = 1, x IN [1])", "requires '| expression'"},
		{"MATCH (a)--> ^RETURN a", "expected a node pattern"},
		{"MATCH (a ^b) RETURN a", "Invalid input 'b': expected ')'"},
		{"MATCH (a)-[^1]->() RETURN a", "Invalid input '1'"},
		{"MATCH SHORTEST ^$k (a)-->+(b) RETURN a", "expected 'GROUP'"},
		{"MATCH SHORTEST ^0 (a)-->+(b) RETURN a", "greater than 0"},
		{"MATCH (^p = (a)-[r]->(b)) RETURN p", "Sub-path assignment"},
		{"MATCH (a) WHERE RETURN ^a", "Invalid input 'a'"},
		{"CREATE INDEX ^ON :A(b)", "Invalid create index syntax"},
		{"DROP INDEX ^ON :A(b)", "Indexes cannot be dropped by schema"},
		{"CREATE CONSTRAINT ^ON (n:A) ASSERT n.a IS UNIQUE", "Replace ON with FOR"},
		{"CREATE ^BTREE INDEX FOR (n:A) ON (n.a)", "Invalid index type b-tree"},
		{"CREATE INDEX FOR (n:A) ON (^m.a)", "Variable `m` not defined"},
		{"CREATE CONSTRAINT FOR (n:A) REQUIRE (n.a, n.b) ^IS NOT NULL", "does not allow multiple properties"},
		{"CREATE CONSTRAINT FOR (n:A) REQUIRE n.a IS ^REL UNIQUE", "its target is a node"},
		{"SHOW ^FOO", "expected what to show"},
		{"SHOW INDEXES ^RETURN 1", "Invalid input 'RETURN'"},
		{"RETURN 1 IS :: ^FOO", "expected a type"},
		{"MATCH (n) CALL (n) { RETURN 1 AS x } IN TRANSACTIONS ON ERROR ^STOP RETURN x", "expected 'BREAK'"},
		{"FOREACH (x IN [1] | ^RETRN x)", "expected an updating clause"},
	}
	for _, tt := range tests {
		t.Run(tt.statement, func(t *testing.T) {
			at := strings.IndexByte(tt.statement, '^')
			_, err := syntax.Parse(strings.Replace(tt.statement, "^", "", 1))
			var f *fault.Error
			if !errors.As(err, &f) {
				t.Fatalf("no error, or no fault: %v", err)
			}
			if f.Code != fault.SyntaxError || !strings.Contains(f.Message, tt.message) {
				t.Errorf("got %v, want %q", f, tt.message)
			}
			if f.Pos != at {
				t.Errorf("%s: at %d, want %d", f.Message, f.Pos, at)
			}
		})
	}
}

// TestAdministration checks that commands beyond one graph get a code of their own.
func TestAdministration(t *testing.T) {
	for _, s := range []string{"CREATE DATABASE foo", "ALTER USER u SET PASSWORD 'x'", "DROP ROLE r", "GRANT ROLE a TO b"} {
		_, err := syntax.Parse(s)
		var f *fault.Error
		if !errors.As(err, &f) || f.Code != fault.UnsupportedAdministration {
			t.Errorf("%s: %v", s, err)
		}
	}
}

// TestDeep checks that nesting and chains without end give an error and no stack overflow.
func TestDeep(t *testing.T) {
	const n = 200_000
	for name, s := range map[string]string{
		"parentheses": "RETURN " + strings.Repeat("(", n),
		"closed":      "RETURN " + strings.Repeat("(", n) + "1" + strings.Repeat(")", n),
		"lists":       "RETURN " + strings.Repeat("[", n),
		"in":          "RETURN " + strings.Repeat("[x IN ", n),
		"maps":        "RETURN " + strings.Repeat("{a:", n),
		"not":         "RETURN " + strings.Repeat("NOT ", n) + "true",
		"minus":       "RETURN " + strings.Repeat("- ", n) + "x",
		"plus":        "RETURN 1" + strings.Repeat(" + 1", n),
		"or":          "RETURN true" + strings.Repeat(" OR true", n),
		"less":        "RETURN 1" + strings.Repeat(" < 1", n),
		"index":       "RETURN x" + strings.Repeat("[0]", n),
		"property":    "RETURN x" + strings.Repeat(".a", n),
		"functions":   "RETURN " + strings.Repeat("f(", n),
		"case":        "RETURN " + strings.Repeat("CASE WHEN ", n),
		"subquery":    "RETURN " + strings.Repeat("EXISTS { RETURN ", n),
		"call":        strings.Repeat("CALL { ", n),
		"foreach":     strings.Repeat("FOREACH (x IN [] | ", n),
		"labels":      "MATCH (n:" + strings.Repeat("(", n),
		"bang":        "MATCH (n:" + strings.Repeat("!", n),
		"and":         "MATCH (n:a" + strings.Repeat("&a", n) + ") RETURN n",
		"paths":       "MATCH " + strings.Repeat("(", n) + "a",
		"types":       "RETURN 1 :: " + strings.Repeat("LIST<", n),
	} {
		if _, err := syntax.Parse(s); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	long := "RETURN [" + strings.Repeat("1 + 2 * 3, ", 20_000) + "4]"
	if _, err := syntax.Parse(long); err != nil {
		t.Errorf("a long list: %v", err)
	}
}

func TestColumnNames(t *testing.T) {
	st, err := syntax.Parse("MATCH (n) RETURN  n.x  ,count( * )+1, n {.x}, (n), `n`, $p /* c */, n.`a b` AS z, [x IN [1]|x]")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"n.x", "count( * )+1", "n", "(n)", "n", "$p", "z", "[x IN [1]|x]"}
	q := st.Body.(*syntax.Query)
	for i, item := range q.Parts[0].Clauses[1].(*syntax.Return).Items {
		if item.Name != want[i] {
			t.Errorf("column %d: %q, want %q", i, item.Name, want[i])
		}
	}
}

func TestParseExpr(t *testing.T) {
	for in, want := range map[string]string{
		"1+2*3":                           "1 + 2 * 3",
		"(1+2)*3":                         "(1 + 2) * 3",
		"2^3^4":                           "2 ^ 3 ^ 4",
		"2^(3^4)":                         "2 ^ (3 ^ 4)",
		"a-(b-c)":                         "a - (b - c)",
		"-2 ^ 2":                          "-2 ^ 2",
		"-(2)":                            "-(2)",
		"not a = b and c":                 "NOT a = b AND c",
		"(not a) = b":                     "(NOT a) = b",
		"a = b = c":                       "a = b = c",
		"(a = b) = c":                     "(a = b) = c",
		"a < b IS NULL":                   "a < b IS NULL",
		"a in b[0] or c":                  "a IN b[0] OR c",
		"n:A&(B|!C) + 1":                  "n:A&(B|!C) + 1",
		"(n:A).x":                         "(n:A).x",
		"n is not null":                   "n IS NOT NULL",
		"n is Person":                     "n:Person",
		"(a)-[1]-(b)":                     "a - [1] - b",
		"(a)--(b)":                        "(a)--(b)",
		"(1)--(2)":                        "1 - -(2)",
		"(a)<-[r:T]-(b {x:1})":            "(a)<-[r:T]-(b {x: 1})",
		"[x IN xs WHERE x:A | x.b]":       "[x IN xs WHERE x:A | x.b]",
		"[x IN xs WHERE x:A|B | x]":       "[x IN xs WHERE x:A|B | x]",
		"[x IN xs WHERE (x:A|B)]":         "[x IN xs WHERE (x:A|B)]",
		"[x IN xs, 1]":                    "[x IN xs, 1]",
		"[(a)-->(b) | b.x]":               "[(a)-->(b) | b.x]",
		"[(a)-->(b), true]":               "[(a)-->(b), true]",
		"count {}":                        "`count`{}",
		"count { (a) }":                   "COUNT { (a) }",
		"trim(both 'x' from y)":           "btrim(y, 'x')",
		"trim(x)":                         "trim(x)",
		"normalize(x, nfd)":               "normalize(x, nfd)",
		"case x when > 1, 2 then 3 end":   "CASE x WHEN > 1, 2 THEN 3 END",
		"x :: list<int | string!>!":       "x IS :: LIST<INTEGER | STRING NOT NULL> NOT NULL",
		"x is typed int list":             "x IS :: LIST<INTEGER>",
		"time.truncate('day', x)":         "time.truncate('day', x)",
		"exists((a)-->())":                "exists((a)-->())",
		"'a\\'b\\u0041\\q'":               "'a\\'b\\u0041\\q'",
		"all(x in xs where x) or any(ys)": "all(x IN xs WHERE x) OR any(ys)",
	} {
		e, err := syntax.ParseExpr(in)
		if err != nil {
			t.Errorf("%s: %v", in, err)
			continue
		}
		if got := syntax.FormatExpr(e); got != want {
			t.Errorf("%s: printed %s, want %s", in, got, want)
		}
	}
}
