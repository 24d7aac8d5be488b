package graph

import (
	"slices"
	"sort"
)

// A key names an entity's node: ids are unique per label only.
type key struct{ label, id string }

func (k key) row() map[string]any { return map[string]any{"label": k.label, "id": k.id} }

// An entity is a node of the label Entity as a batch is going to leave it.
type entity struct {
	name    string
	aliases []string // other names, sorted
	urls    []string // sorted
	kind    string   // technologies: language, database, …
	// episodes is the number of episodes that name the entity, as a sponsor or otherwise. It is kept by adding and
	// subtracting, so that lists of what is spoken of most need not count hundreds of thousands of edges.
	episodes int
	isNew    bool
	changed  bool
}

// say adds what one episode calls the entity. The first name and the first kind stay; another name becomes an alias.
func (e *entity) say(name string, aliases, urls []string, kind string) {
	if e.name == "" {
		e.name, e.changed = name, true
	}
	for _, a := range append([]string{name}, aliases...) {
		if a != "" && a != e.name {
			e.aliases = e.insert(e.aliases, a)
		}
	}
	for _, u := range urls {
		e.urls = e.insert(e.urls, u)
	}
	if e.kind == "" && kind != "" {
		e.kind, e.changed = kind, true
	}
}

// count adds n episodes, or takes them away.
func (e *entity) count(n int) {
	e.episodes += n
	e.changed = e.changed || n != 0
}

// insert adds s to a sorted list that lacks it.
func (e *entity) insert(list []string, s string) []string {
	i, found := slices.BinarySearch(list, s)
	if found {
		return list
	}
	e.changed = true
	return slices.Insert(list, i, s)
}

// inUse is what the remaining episodes call an entity, most used first.
type inUse struct{ names, kinds []string }

// unsay drops a text that no episode gives any more.
func (e *entity) unsay(text string, rest inUse) {
	drop := func(s string) bool { return s == text }
	e.aliases = slices.DeleteFunc(e.aliases, drop)
	e.urls = slices.DeleteFunc(e.urls, drop)
	if e.name == text && len(rest.names) > 0 {
		e.name = rest.names[0]
		e.aliases = slices.DeleteFunc(e.aliases, func(s string) bool { return s == e.name })
	}
	if e.kind == text {
		e.kind = ""
		if len(rest.kinds) > 0 {
			e.kind = rest.kinds[0]
		}
	}
	e.changed = true
}

func (e *entity) row(id string) map[string]any {
	p := map[string]any{
		"name": e.name, "episodes": e.episodes, "aliases": e.aliases, "urls": e.urls,
		"searchName": fold(e.name), "searchText": searchText(e.name, e.aliases), "kind": nil,
	}
	put(p, "kind", e.kind)
	return map[string]any{"id": id, "props": p}
}

// entities are the entities a batch touches.
type entities map[key]*entity

func (es entities) get(k key) *entity {
	e, ok := es[k]
	if !ok {
		e = &entity{isNew: true, aliases: []string{}, urls: []string{}}
		es[k] = e
	}
	return e
}

// keys returns the keys in a fixed order, so that the same batch always writes the same way.
func (es entities) keys() []key {
	keys := make([]key, 0, len(es))
	for k := range es {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		if keys[i].label != keys[j].label {
			return keys[i].label < keys[j].label
		}
		return keys[i].id < keys[j].id
	})
	return keys
}

// refs returns the keys as rows for a statement.
func (es entities) refs() []map[string]any {
	rows := make([]map[string]any, 0, len(es))
	for _, k := range es.keys() {
		rows = append(rows, k.row())
	}
	return rows
}
