package graph

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// Decisions are what curators decided: a file of them is applied between the facts and the graph, so that the graph is
// what it would be had the facts said so. Nothing of it is final: without a line, the next load undoes it.
//
// They work in this order, whatever the order of lines: an id is split (by episode before by show), what results is
// merged, step by step; hide, drop and rename then speak of the ids that the pages show. An id stays when its name
// changes, and leads on when it is merged. A nil *Decisions decides nothing.
type Decisions struct {
	list    []Decision
	splits  map[key][]*Decision // those of an episode first
	merges  map[key]*Decision
	hidden  map[key]*Decision
	renames map[key]*Decision
	drops   map[key][]*Decision
}

// List returns the decisions in the order of their file.
func (ds *Decisions) List() []Decision {
	if ds == nil {
		return nil
	}
	return ds.list
}

// A conflict is a decision that cannot stand beside an earlier one.
type conflict struct {
	line int
	err  error
}

func newDecisions(list []Decision) (*Decisions, []conflict) {
	ds := &Decisions{list: list, splits: map[key][]*Decision{}, merges: map[key]*Decision{}, hidden: map[key]*Decision{},
		renames: map[key]*Decision{}, drops: map[key][]*Decision{}}
	var conflicts []conflict
	texts := map[string]int{}
	for i := range list {
		d := &list[i]
		if line, twice := texts[d.Text()]; twice {
			conflicts = append(conflicts, conflict{d.Line, fmt.Errorf("the same as line %d: delete one", line)})
			continue
		}
		texts[d.Text()] = d.Line
		if err := ds.add(d); err != nil {
			conflicts = append(conflicts, conflict{d.Line, err})
		}
	}
	for i := range list {
		if err := ds.together(&list[i]); err != nil {
			conflicts = append(conflicts, conflict{list[i].Line, err})
		}
	}
	slices.SortStableFunc(conflicts, func(a, b conflict) int { return cmp.Compare(a.line, b.line) })
	for _, splits := range ds.splits {
		slices.SortStableFunc(splits, func(a, b *Decision) int { return cmp.Compare(rank(a), rank(b)) })
	}
	return ds, conflicts
}

// with returns decisions that have further splits, which yield to those that are there.
func (ds *Decisions) with(splits []*Decision) *Decisions {
	if len(splits) == 0 {
		return ds
	}
	more := Decisions{}
	if ds != nil {
		more = *ds
	}
	more.splits = maps.Clone(more.splits)
	if more.splits == nil {
		more.splits = map[key][]*Decision{}
	}
	for _, d := range splits {
		more.splits[d.key()] = append(slices.Clip(more.splits[d.key()]), d)
	}
	return &more
}

// byStored finds decisions by what episodes keep of them.
func (ds *Decisions) byStored() map[string]*Decision {
	found := map[string]*Decision{}
	if ds == nil {
		return found
	}
	for i := range ds.list {
		found[ds.list[i].stored()] = &ds.list[i]
	}
	for _, splits := range ds.splits {
		for _, d := range splits {
			found[d.stored()] = d
		}
	}
	return found
}

// empty tells whether nothing at all is decided.
func (ds *Decisions) empty() bool { return ds == nil || len(ds.list)+len(ds.splits) == 0 }

// hides tells whether a person of that id is hidden.
func (ds *Decisions) hides(id string) bool {
	return ds != nil && ds.hidden[key{labelPerson, id}] != nil
}

func rank(d *Decision) int {
	if d.In.Kind == KindEpisode {
		return 0
	}
	return 1
}

// add takes one decision in, unless an earlier one decides the same otherwise.
func (ds *Decisions) add(d *Decision) error {
	k := d.key()
	switch d.Verb {
	case Split:
		if Slug(d.Name) == d.ID {
			return fmt.Errorf("%q has the id %s itself: split it off under a name that tells the two apart, such as %q", d.Name, d.ID, d.Name+" (Acme)")
		}
		for _, o := range ds.splits[k] {
			if o.In == d.In {
				return fmt.Errorf("line %d splits the same off as %q: delete one", o.Line, o.Name)
			}
		}
		ds.splits[k] = append(ds.splits[k], d)
		return nil
	case Drop:
		ds.drops[k] = append(ds.drops[k], d)
		return nil
	}
	single := map[Verb]map[key]*Decision{Merge: ds.merges, Hide: ds.hidden, Rename: ds.renames}[d.Verb]
	if o := single[k]; o != nil {
		return fmt.Errorf("line %d already decides that: %s; delete one", o.Line, o.Text())
	}
	single[k] = d
	return nil
}

// together finds what only shows when all decisions are known.
func (ds *Decisions) together(d *Decision) error {
	k := d.key()
	if d.Verb != Merge {
		if m := ds.merges[k]; m != nil && d.Verb != Split {
			return fmt.Errorf("line %d merges %s into %s: decide on %s instead", m.Line, d.ID, m.Into, m.Into)
		}
		return nil
	}
	if d.Into == d.ID {
		return fmt.Errorf("%s is merged into itself: delete the line", d.ID)
	}
	into := key{k.label, d.Into}
	if h := ds.hidden[into]; h != nil {
		return fmt.Errorf("line %d hides %s: write hide %s %s instead of this merge", h.Line, d.Into, d.Kind, d.ID)
	}
	// Whoever stands on the circle is told, and with n merges the way is n steps at most.
	for range ds.list {
		next := ds.merges[into]
		if next == nil {
			return nil
		}
		if into = (key{k.label, next.Into}); into == k {
			return fmt.Errorf("the merges go round in a circle, by line %d: delete one of them", next.Line)
		}
	}
	return nil
}

// keys are the ids that decisions speak of: whatever an episode calls by another id they leave alone.
func (ds *Decisions) keys() []key {
	var keys []key
	for _, d := range ds.List() {
		keys = append(keys, d.key())
	}
	if ds != nil {
		keys = slices.AppendSeq(keys, maps.Keys(ds.splits))
	}
	return keys
}

// A ruling is the decisions as they hold in one episode, and which of them changed something there.
type ruling struct {
	*Decisions
	episode, show string // ids
	showName      string
	effective     []*Decision
}

// A verdict is what decisions make of one entity of an episode.
type verdict struct {
	key
	name   string   // what it is called; "" leaves that to the episode
	former []string // ids it went by before
	hidden bool
}

func (r *ruling) took(d *Decision) {
	if !slices.Contains(r.effective, d) {
		r.effective = append(r.effective, d)
	}
}

func (r *ruling) holds(s Scope) bool {
	switch s.Kind {
	case KindEpisode:
		return s.ID == r.episode
	case KindShow:
		return s.ID == r.show
	}
	return true
}

// entity decides on an id that the facts give.
func (r *ruling) entity(k key) verdict {
	v := verdict{key: k}
	if r.Decisions == nil {
		return v
	}
	for _, d := range r.splits[k] {
		if r.holds(d.In) {
			v.move(Slug(d.Name))
			v.name = d.Name
			r.took(d)
			break
		}
	}
	for d := r.merges[v.key]; d != nil; d = r.merges[v.key] {
		v.move(d.Into)
		v.name = ""
		r.took(d)
	}
	if d := r.hidden[v.key]; d != nil {
		v.hidden = true
		r.took(d)
		return v
	}
	if r.drop("mentioned", v.key, "") {
		v.hidden = true
		return v
	}
	if d := r.renames[v.key]; d != nil {
		v.name = d.Name
		r.took(d)
	}
	return v
}

func (v *verdict) move(to string) {
	v.former = union(v.former, []string{v.id})
	v.id = to
}

// drop tells whether a statement of the episode is one that curators took away.
func (r *ruling) drop(says string, from key, of string) bool {
	if r.Decisions == nil {
		return false
	}
	for _, d := range r.drops[from] {
		if d.Says == says && d.Of == of && r.holds(d.In) {
			r.took(d)
			return true
		}
	}
	return false
}

// stored lists what the episode is to keep of the decisions that shaped it; nil for none.
func (r *ruling) stored() []string {
	var list []string
	for _, d := range r.effective {
		list = append(list, d.stored())
	}
	slices.Sort(list)
	return list
}
