// Package tcktest reads the scenarios of the openCypher Technology Compatibility Kit, for the tests of
// the parser and the checker.
package tcktest

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A Scenario is one scenario, or one example of an outline.
type Scenario struct {
	ID         string   // "clauses/match/Match1.feature :: [1] name", with " #2" for the second example
	Setup      []string // queries that prepare the graph
	Queries    []string // the query under test and its control queries
	Procedures []Procedure
	Params     [][]string // name and value, as the TCK writes values
	Result     [][]string // of the last query: the names of the columns, then rows of values; nil when it gives none
	Ordered    bool       // the rows of Result stand in order
	Error      string     // class of the error expected of the first query, e.g. "SyntaxError"; else ""
	Phase      string     // "compile time", "runtime" or "any time"
	Detail     string     // e.g. "UndefinedVariable"
}

// A Procedure is one that a scenario registers: its signature, and a table that it looks rows up in by its arguments. The
// first row names the columns.
type Procedure struct {
	Signature string
	Rows      [][]string
}

// CompileError tells whether the first query must be refused before it runs.
func (s *Scenario) CompileError() bool { return s.Error != "" && s.Phase == "compile time" }

// Load reads all scenarios under dir, a folder of .feature files, and skips the test when it is absent.
func Load(t testing.TB, dir string) []Scenario {
	t.Helper()
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("the openCypher TCK is not here: %v", err)
	}
	var all []Scenario
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".feature") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		all = append(all, read(filepath.ToSlash(rel), string(text))...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// A block is a scenario as written, before its examples are filled in.
type block struct {
	name     string
	lines    []string
	examples [][]string // the first row names the columns
}

// read cuts a feature into scenarios.
func read(file, text string) []Scenario {
	var blocks []*block
	var background []string
	var at *block
	inBackground, inExamples, inText := false, false, false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		trimmed := strings.TrimSpace(line)
		if trimmed == `"""` {
			inText = !inText
		}
		if !inText {
			if strings.HasPrefix(trimmed, "#") || strings.HasPrefix(trimmed, "@") {
				continue
			}
			if name, ok := cutAny(trimmed, "Scenario Outline:", "Scenario:"); ok {
				at = &block{name: name}
				blocks = append(blocks, at)
				inBackground, inExamples = false, false
				continue
			}
			switch {
			case strings.HasPrefix(trimmed, "Background:"):
				inBackground = true
				continue
			case strings.HasPrefix(trimmed, "Examples:"):
				inExamples = true
				continue
			}
		}
		switch {
		case inBackground:
			background = append(background, line)
		case at == nil:
		case inExamples && strings.HasPrefix(trimmed, "|"):
			at.examples = append(at.examples, cells(trimmed))
		case !inExamples:
			at.lines = append(at.lines, line)
		}
	}
	var list []Scenario
	for _, b := range blocks {
		list = append(list, b.scenarios(file, background)...)
	}
	return list
}

func cutAny(s string, prefixes ...string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return strings.TrimSpace(rest), true
		}
	}
	return "", false
}

// cells splits | a | b |, in which \| stands for a bar.
func cells(row string) []string {
	row = strings.ReplaceAll(row, `\|`, "\x00")
	var out []string
	for _, c := range strings.Split(strings.Trim(row, "|"), "|") {
		c = strings.ReplaceAll(strings.TrimSpace(c), "\x00", "|")
		out = append(out, strings.ReplaceAll(c, `\\`, `\`))
	}
	return out
}

// scenarios fills in the examples.
func (b *block) scenarios(file string, background []string) []Scenario {
	id := file + " :: " + b.name
	lines := append(append([]string(nil), background...), b.lines...)
	if len(b.examples) == 0 {
		return []Scenario{scenario(id, lines)}
	}
	var list []Scenario
	for n, row := range b.examples[1:] {
		var pairs []string
		for i, column := range b.examples[0] {
			if i < len(row) {
				pairs = append(pairs, "<"+column+">", row[i])
			}
		}
		fill := strings.NewReplacer(pairs...)
		filled := make([]string, len(lines))
		for i, l := range lines {
			filled[i] = fill.Replace(l)
		}
		list = append(list, scenario(fmt.Sprintf("%s #%d", id, n+1), filled))
	}
	return list
}

var (
	expectError = regexp.MustCompile(`^(?:Then|And) an? (\w+) should be raised at (.+): (\S+)$`)
	procedure   = regexp.MustCompile(`^(?:Given|And) there exists a procedure (.+):$`)
)

// scenario reads the steps.
func scenario(id string, lines []string) Scenario {
	s := Scenario{ID: id}
	for i := 0; i < len(lines); i++ {
		step := strings.TrimSpace(lines[i])
		text := ""
		if i+1 < len(lines) && strings.TrimSpace(lines[i+1]) == `"""` {
			var n int
			text, n = docString(lines[i+2:])
			i += n + 2
		}
		table, n := rows(lines[i+1:])
		i += n
		switch {
		case strings.HasSuffix(step, "having executed:"):
			s.Setup = append(s.Setup, text)
		case strings.HasSuffix(step, "executing query:"), strings.HasSuffix(step, "executing control query:"):
			s.Queries = append(s.Queries, text)
		case strings.HasSuffix(step, "parameters are:"):
			s.Params = table
		case strings.Contains(step, "the result should be, in "):
			s.Result, s.Ordered = table, strings.HasSuffix(step, "in order:")
		default:
			if m := expectError.FindStringSubmatch(step); m != nil {
				s.Error, s.Phase, s.Detail = m[1], m[2], m[3]
			}
			if m := procedure.FindStringSubmatch(step); m != nil {
				s.Procedures = append(s.Procedures, Procedure{m[1], table})
			}
		}
	}
	return s
}

// rows reads the table that lines begin with, and tells how many lines it has.
func rows(lines []string) (table [][]string, n int) {
	for n < len(lines) && strings.HasPrefix(strings.TrimSpace(lines[n]), "|") {
		table = append(table, cells(strings.TrimSpace(lines[n])))
		n++
	}
	return table, n
}

// docString reads lines up to the closing quotes, without their common indent, and tells how many.
func docString(lines []string) (text string, n int) {
	var body []string
	for n < len(lines) && strings.TrimSpace(lines[n]) != `"""` {
		body = append(body, lines[n])
		n++
	}
	indent := -1
	for _, l := range body {
		if t := strings.TrimLeft(l, " "); t != "" && (indent < 0 || len(l)-len(t) < indent) {
			indent = len(l) - len(t)
		}
	}
	for i, l := range body {
		body[i] = l[min(max(indent, 0), len(l)):]
	}
	return strings.Join(body, "\n"), n
}
