package plan

import (
	"fmt"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/syntax"
)

// A Catalog is what the planner knows of the data: what there is, and how much of it.
type Catalog interface {
	NodeCount() float64
	LabelCount(label string) float64
	RelCount() float64
	TypeCount(typ string) float64
	// Indexes gives the range indexes on nodes of a label.
	Indexes(label string) []IndexInfo
	// RelIndexes gives the range indexes on relationships of a type.
	RelIndexes(typ string) []IndexInfo
}

// IndexInfo is an index as the planner sees it.
type IndexInfo struct {
	Keys     []string
	Unique   bool
	Distinct float64 // number of distinct values
}

// A Procedure is a procedure as the planner sees it.
type Procedure struct {
	Columns []string
	Args    []string // names
	Writes  bool
}

// Procedures finds procedures and the columns of SHOW commands.
type Procedures interface {
	Procedure(name string) (Procedure, bool)
	// Show gives all columns of a SHOW command, and those it gives without YIELD.
	Show(s *syntax.Show) (all, standard []string, err error)
}

// Options leave rules out, by name, for tests.
type Options struct{ Without map[string]bool }

// A Plan is a planned statement.
type Plan struct {
	Root    Op
	Columns []string
	Slots   int      // size of the frame
	Names   []string // of slots, for EXPLAIN
	Writes  bool
	Reads   bool
	Schema  bool
	InTx    bool // CALL { } IN TRANSACTIONS
}

// Build plans a checked statement.
func Build(st *syntax.Statement, cat Catalog, procs Procedures, o Options) (p *Plan, err error) {
	b := &builder{cat: cat, procs: procs, opts: o}
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		f, ok := r.(*fault.Error)
		if !ok {
			panic(r)
		}
		p, err = nil, f
	}()
	p = &Plan{}
	if q, ok := st.Body.(*syntax.Query); ok {
		root, cols := b.query(q, newScope(nil), true)
		p.Root, p.Columns = b.finish(root, cols)
	} else {
		p.Root, p.Schema = &Drain{Base{Src: b.schema(st.Body)}}, true
	}
	for _, r := range Rules() {
		if !o.Without[r.Name] {
			p.Root = r.Apply(b, p.Root)
		}
	}
	p.Slots, p.Names = len(b.names), b.names
	p.Reads, p.Writes = readsAndWrites(p.Root)
	Walk(p.Root, func(o Op) {
		if a, ok := o.(*Apply); ok && a.Batch != nil {
			p.InTx = true
		}
	})
	return p, nil
}

// builder carries what planning one statement shares. A mistake of the statement ends planning by
// a panic with a *fault.Error, which Build recovers.
type builder struct {
	cat   Catalog
	procs Procedures
	opts  Options
	names []string
}

func (b *builder) slot(name string) int {
	b.names = append(b.names, name)
	return len(b.names) - 1
}

// hidden makes a slot for something the statement does not name.
func (b *builder) hidden(kind string) int {
	return b.slot(fmt.Sprintf("anon_%s%d", kind, len(b.names)))
}

func (b *builder) fail(n syntax.Node, code fault.Code, format string, args ...any) {
	panic(fault.At(n.Position(), code, format, args...))
}

// finish puts the end on a plan: its columns, or nothing.
func (b *builder) finish(op Op, cols []column) (Op, []string) {
	if cols == nil {
		return &Drain{Base{Src: op}}, nil
	}
	r := &Result{Base: Base{Src: op, Est: op.Rows()}}
	for _, c := range cols {
		r.Columns = append(r.Columns, c.name)
		r.Slots = append(r.Slots, c.slot)
	}
	return r, r.Columns
}

// column is a variable a query gives.
type column struct {
	name string
	slot int
}

// A scope maps the visible variables to slots. Scopes are not changed once made.
type scope struct {
	slots   map[string]int
	order   []string
	globals *scope // visible through every WITH: the variables around a subquery
	aliases []alias
}

// alias makes ORDER BY find what a projection has computed already.
type alias struct {
	key  string
	slot int
	name string
}

func newScope(globals *scope) *scope {
	s := &scope{slots: map[string]int{}, globals: globals}
	if globals != nil {
		for _, n := range globals.order {
			s.add(n, globals.slots[n])
		}
	}
	return s
}

func (s *scope) add(name string, slot int) {
	if _, ok := s.slots[name]; !ok {
		s.order = append(s.order, name)
	}
	s.slots[name] = slot
}

func (s *scope) clone() *scope {
	c := &scope{slots: make(map[string]int, len(s.slots)+1), globals: s.globals, aliases: s.aliases}
	for _, n := range s.order {
		c.add(n, s.slots[n])
	}
	return c
}

func (s *scope) with(name string, slot int) *scope {
	c := s.clone()
	c.add(name, slot)
	return c
}

// live gives the slots of all variables in scope.
func (s *scope) live() []int {
	var seen slotSet
	var out []int
	for _, n := range s.order {
		if slot := s.slots[n]; !seen.has(slot) {
			seen.add(slot)
			out = append(out, slot)
		}
	}
	return out
}
