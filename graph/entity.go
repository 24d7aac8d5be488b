package graph

import (
	"cmp"
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
	former  []string // ids that decisions led here, sorted
	kind    string   // technologies: language, database, …
	// episodes is the number of episodes that name the entity, as a sponsor or otherwise. It is kept by adding and
	// subtracting, so that lists of what is spoken of most need not count hundreds of thousands of edges.
	episodes int
	calls    map[call]int // how many episodes more, or fewer, call it so
	isNew    bool
	changed  bool
}

// A call is how one episode names an entity, and of what kind it says that it is.
type call struct{ name, kind string }

// say adds what one episode calls the entity. A new one goes by its first name and kind until all is written; see settle.
func (e *entity) say(n *naming) {
	if e.name == "" {
		e.name, e.changed = n.name, true
	}
	if e.kind == "" && n.kind != "" {
		e.kind, e.changed = n.kind, true
	}
	for _, a := range append([]string{n.name}, n.aliases...) {
		if a != "" && a != e.name {
			e.aliases = e.insert(e.aliases, a)
		}
	}
	for _, u := range n.urls {
		e.urls = e.insert(e.urls, u)
	}
	for _, id := range n.former {
		e.former = e.insert(e.former, id)
	}
	e.call(call{n.name, n.kind}, 1)
}

// call notes that n episodes more call the entity so.
func (e *entity) call(c call, n int) {
	if e.calls == nil {
		e.calls = map[call]int{}
	}
	e.calls[c] += n
}

// doubtful tells whether the entity's name or kind may no longer be the one that is used most: another is used more
// than before, or its own less.
func (e *entity) doubtful() bool {
	for c, n := range e.calls {
		own := c.name == e.name && (c.kind == e.kind || c.kind == "")
		if n > 0 && !own || n < 0 && (c.name == e.name || c.kind == e.kind && c.kind != "") {
			return true
		}
	}
	return false
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

// unsay drops a text that no episode gives any more.
func (e *entity) unsay(text string) {
	drop := func(s string) bool { return s == text && text != e.name }
	e.aliases = slices.DeleteFunc(e.aliases, drop)
	e.urls = slices.DeleteFunc(e.urls, drop)
	e.former = slices.DeleteFunc(e.former, drop)
	e.changed = true
}

// settle gives the entity of that id the name and the kind that most episodes give it: so they depend on what the graph
// holds, not on the order in which it came. A name that has the entity's id goes before those that decisions merged.
func (e *entity) settle(id string, calls map[call]int) {
	names, kinds := map[string]int{}, map[string]int{}
	for c, n := range calls {
		names[c.name] += n
		if c.kind != "" {
			kinds[c.kind] += n
		}
	}
	name := most(names, func(s string) bool { return Slug(s) == id })
	kind := most(kinds, func(string) bool { return true })
	if name == "" || name == e.name && kind == e.kind {
		return
	}
	if name != e.name {
		e.aliases = e.insert(slices.DeleteFunc(e.aliases, func(s string) bool { return s == name }), e.name)
	}
	e.name, e.kind, e.changed = name, kind, true
}

// most is the one that is used most, of those that are preferred when there are any; of equals the first in order.
func most(used map[string]int, preferred func(string) bool) string {
	best := ""
	for s, n := range used {
		if best == "" {
			best = s
			continue
		}
		order := cmp.Or(cmp.Compare(btoi(preferred(s)), btoi(preferred(best))), cmp.Compare(n, used[best]), cmp.Compare(best, s))
		if order > 0 {
			best = s
		}
	}
	return best
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (e *entity) row(id string) map[string]any {
	p := map[string]any{
		"name": e.name, "episodes": e.episodes, "aliases": e.aliases, "urls": e.urls,
		"searchName": fold(e.name), "searchText": searchText(e.name, e.aliases), "kind": nil, "former": nil,
	}
	if len(e.former) > 0 {
		p["former"] = e.former
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
