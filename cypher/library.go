// Package cypher holds the project's Cypher: the schema and the library of named queries.
//
// A query is one file under queries/, named by its path without the ending ("ask/alumni-founders"). It opens with
// comment lines that describe it and goes on with exactly one statement:
//
//	// title: Who worked at a company
//	// category: companies
//	// description: Everyone said to work or to have worked at it.
//	// phrase: Who worked at {company}?
//	// param: company string = "PlanetScale" — name of the company
//	// links: person, episode
//	// access: read
//	MATCH (p:Person)-[w:WORKED_AT]->(:Company {name: $company}) …
//
// A phrase is the question as a sentence with blanks, for those who know no Cypher; links name the columns whose values
// are names of people, companies, technologies and shows, or ids of episodes. Both may be absent.
//
// Folders: load/ and page/ serve package graph, ask/ are questions for people.
package cypher

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
)

//go:embed schema.cypher queries
var files embed.FS

// An Access tells whether a statement changes the graph.
type Access string

// The values of Access.
const (
	Read  Access = "read"
	Write Access = "write"
)

// A Query is one named statement.
type Query struct {
	Name        string  `json:"name"`     // path below queries/ without ".cypher"
	Title       string  `json:"title"`    // a question or a noun phrase
	Category    string  `json:"category"` // heading to list it under
	Description string  `json:"description"`
	Params      []Param `json:"params,omitempty"` // in the order of the file
	Phrase      []Part  `json:"phrase,omitempty"`
	Links       []Link  `json:"links,omitempty"`
	Access      Access  `json:"access"`
	Text        string  `json:"text"` // the statement, without header and final semicolon
	File        string  `json:"-"`    // where it stands, for messages
	Line        int     `json:"-"`    // line of File on which Text begins, from 1
}

// A Library is the set of named queries. It does not change once loaded.
type Library struct {
	byName map[string]*Query
	all    []*Query
	schema []string
}

// Load reads the library that is built into the program.
func Load() (*Library, error) { return LoadFS(files) }

// LoadFS reads schema.cypher and queries/**/*.cypher from fsys. The error joins every mistake, each with file and line.
func LoadFS(fsys fs.FS) (*Library, error) {
	lib := &Library{byName: map[string]*Query{}}
	schema, err := fs.ReadFile(fsys, "schema.cypher")
	if err != nil {
		return nil, fmt.Errorf("load library: %w", err)
	}
	for _, s := range split(string(schema)) {
		lib.schema = append(lib.schema, s.text)
	}
	var mistakes []error
	err = fs.WalkDir(fsys, "queries", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(file) != ".cypher" {
			return err
		}
		source, err := fs.ReadFile(fsys, file)
		if err != nil {
			return err
		}
		q, err := Parse(file, string(source))
		if err != nil {
			mistakes = append(mistakes, err)
			return nil
		}
		q.Name = strings.TrimSuffix(strings.TrimPrefix(file, "queries/"), ".cypher")
		lib.byName[q.Name] = q
		lib.all = append(lib.all, q)
		return nil
	})
	if err = errors.Join(append(mistakes, err)...); err != nil {
		return nil, fmt.Errorf("load library: %w", err)
	}
	sort.Slice(lib.all, func(i, j int) bool { return lib.all[i].Name < lib.all[j].Name })
	return lib, nil
}

// Get returns the query of that name; "ask/" may be left out. Its error lists names that come near.
func (l *Library) Get(name string) (*Query, error) {
	for _, full := range []string{name, "ask/" + name} {
		if q, ok := l.byName[full]; ok {
			return q, nil
		}
	}
	var near []string
	for _, q := range l.all {
		if path.Base(q.Name) == path.Base(name) || strings.Contains(q.Name, name) {
			near = append(near, q.Name)
		}
	}
	if len(near) > 0 {
		return nil, fmt.Errorf("no query named %q; did you mean %s?", name, strings.Join(near, ", "))
	}
	return nil, fmt.Errorf("no query named %q", name)
}

// All returns every query, by name.
func (l *Library) All() []*Query { return append([]*Query(nil), l.all...) }

// Questions returns the queries meant for people, by name.
func (l *Library) Questions() []*Query {
	var questions []*Query
	for _, q := range l.all {
		if strings.HasPrefix(q.Name, "ask/") {
			questions = append(questions, q)
		}
	}
	return questions
}

// Categories are the headings of the questions, in the order in which they are listed.
func Categories() []string {
	return []string{"careers", "moves", "guests", "co-creation", "connections", "topics", "shows compared", "sponsorship", "evidence", "data quality"}
}

// Schema returns the statements that create constraints and indexes; each may run any number of times.
func (l *Library) Schema() []string { return append([]string(nil), l.schema...) }
