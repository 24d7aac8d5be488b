package engine

import (
	"fmt"
	"reflect"
	"strings"

	"guestgraph/cypher/engine/exec"
	"guestgraph/cypher/engine/function"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/syntax"
)

// A mention is a name in a statement that the graph may lack.
type mention struct {
	kind mentionKind
	name string
	pos  int
}

type mentionKind uint8

const (
	labelMention mentionKind = iota
	typeMention
	keyMention
)

// findings is what a statement may be told about, found when it is prepared.
type findings struct {
	text     string
	mentions []mention
	fixed    []Notification // whatever the graph holds
}

// find walks a statement. What CREATE, MERGE and SET name is made when it is missing, so only names
// that are read count.
func find(st *syntax.Statement) findings {
	f := &finder{findings: findings{text: st.Text}, entities: map[string]bool{}}
	f.visit(reflect.ValueOf(st.Body), f.entity)
	f.visit(reflect.ValueOf(st.Body), f.node)
	return f.findings
}

type finder struct {
	findings
	entities map[string]bool // variables bound to nodes and relationships
}

// visit calls each for every node of the tree, from the top, until it gives false for one. The tree
// has many types and is walked once for each statement prepared, so reflection serves.
func (f *finder) visit(v reflect.Value, each func(any) bool) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return
		}
		if v.Kind() == reflect.Pointer && !each(v.Interface()) {
			return
		}
		f.visit(v.Elem(), each)
	case reflect.Slice:
		for i := range v.Len() {
			f.visit(v.Index(i), each)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				f.visit(v.Field(i), each)
			}
		}
	}
}

func (f *finder) entity(n any) bool {
	switch n := n.(type) {
	case *syntax.NodePattern:
		if n.Var != nil {
			f.entities[n.Var.Name] = true
		}
	case *syntax.RelPattern:
		if n.Var != nil && n.Range == nil && n.Quantifier == nil {
			f.entities[n.Var.Name] = true
		}
	}
	return true
}

func (f *finder) node(n any) bool {
	switch n := n.(type) {
	case *syntax.Create, *syntax.Merge, *syntax.Set, *syntax.Remove, *syntax.CreateIndex, *syntax.CreateConstraint:
		return false
	case *syntax.Match:
		f.cartesian(n)
	case *syntax.NodePattern:
		f.labels(n.Labels, labelMention)
		f.keys(n.Properties)
	case *syntax.RelPattern:
		f.labels(n.Types, typeMention)
		f.keys(n.Properties)
	case *syntax.HasLabels:
		f.labels(n.Labels, labelMention)
	case *syntax.Property:
		if v, ok := n.Expr.(*syntax.Variable); ok && f.entities[v.Name] {
			f.mentions = append(f.mentions, mention{keyMention, n.Key, n.Position()})
		}
	case *syntax.Call:
		if fn, ok := function.Lookup(n.Name); ok && fn.Deprecated {
			f.deprecated(n.Position(), fmt.Sprintf("The query used a deprecated function: `%s`.", fn.Name))
		}
	case *syntax.CallSubquery:
		if !n.HasScope {
			f.deprecated(n.Position(), fmt.Sprintf("CALL subquery without a variable scope clause is now deprecated. Use CALL (%s) { ... }", strings.Join(imports(n.Query), ", ")))
		}
	}
	return true
}

func (f *finder) deprecated(pos int, description string) {
	f.fixed = append(f.fixed, f.at(pos, Notification{
		Code:        "Neo.ClientNotification.Statement.FeatureDeprecationWarning",
		Title:       "This feature is deprecated and will be removed in future versions.",
		Description: description, Severity: "WARNING", Category: "DEPRECATION",
	}))
}

// imports names what the parts of a query take from around it by their first WITH, each as often as it is taken.
func imports(q *syntax.Query) (names []string) {
	for _, part := range q.Parts {
		with, ok := part.Clauses[0].(*syntax.With)
		if !ok {
			continue
		}
		if with.Star {
			names = append(names, "*")
		}
		for _, item := range with.Items {
			if v, ok := item.Expr.(*syntax.Variable); ok {
				names = append(names, v.Name)
			}
		}
	}
	return names
}

func (f *finder) labels(l syntax.LabelExpr, kind mentionKind) {
	syntax.WalkLabels(l, func(l syntax.LabelExpr) {
		if name, ok := l.(*syntax.LabelName); ok && name.Dynamic == nil {
			f.mentions = append(f.mentions, mention{kind, name.Name, name.Position()})
		}
	})
}

func (f *finder) keys(props syntax.Expr) {
	m, ok := props.(*syntax.MapLiteral)
	if !ok {
		return
	}
	for _, k := range m.Keys {
		f.mentions = append(f.mentions, mention{keyMention, k.Name, k.Position()})
	}
}

// cartesian tells of patterns of one MATCH that share no variable with those before them.
func (f *finder) cartesian(m *syntax.Match) {
	var groups []map[string]bool
	for _, p := range m.Patterns {
		vars := map[string]bool{}
		f.visit(reflect.ValueOf(p.Elements), func(n any) bool {
			if v, ok := n.(*syntax.Variable); ok {
				vars[v.Name] = true
			}
			return true
		})
		if len(vars) == 0 {
			return
		}
		kept := groups[:0]
		for _, g := range groups {
			if !meet(g, vars) {
				kept = append(kept, g)
				continue
			}
			for v := range g {
				vars[v] = true
			}
		}
		groups = append(kept, vars)
	}
	for _, p := range m.Patterns[min(1, len(m.Patterns)):] {
		if len(groups) < 2 {
			return
		}
		n, ok := p.Elements[0].(*syntax.NodePattern)
		if !ok || n.Var == nil || groups[0][n.Var.Name] {
			continue
		}
		f.fixed = append(f.fixed, f.at(m.Position(), Notification{
			Code:  "Neo.ClientNotification.Statement.CartesianProduct",
			Title: "This query builds a cartesian product between disconnected patterns.",
			Description: "If a part of a query contains multiple disconnected patterns, this will build a cartesian product between all those parts. " +
				"This may produce a large amount of data and slow down query processing. While occasionally intended, it may often be possible to reformulate the query that avoids the use of this cross product, " +
				"perhaps by adding a relationship between the different parts or by using OPTIONAL MATCH (identifier is: (" + n.Var.Name + "))",
			Severity: "INFORMATION", Category: "PERFORMANCE",
		}))
	}
}

func meet(a, b map[string]bool) bool {
	for v := range a {
		if b[v] {
			return true
		}
	}
	return false
}

// at gives a notification its place in the statement.
func (f *findings) at(pos int, n Notification) Notification {
	before := f.text[:min(pos, len(f.text))]
	n.HasPosition = true
	n.Offset = len([]rune(before))
	n.Line = 1 + strings.Count(before, "\n")
	n.Column = 1 + len([]rune(before[strings.LastIndexByte(before, '\n')+1:]))
	return n
}

// notifications tells of likely mistakes, given the graph.
func (f *findings) notifications(at *store.Tx) []Notification {
	out := f.fixed[:len(f.fixed):len(f.fixed)]
	for _, m := range f.mentions {
		what, title, known := "", "", false
		n := Notification{Severity: "WARNING", Category: "UNRECOGNIZED"}
		switch m.kind {
		case labelMention:
			_, known = at.LookupLabel(m.name)
			n.Code, title, what = "UnknownLabelWarning", "The provided label is not in the database.", "labels in your query is not available in the database, %s (the missing label name is: %s)"
		case typeMention:
			_, known = at.LookupType(m.name)
			n.Code, title, what = "UnknownRelationshipTypeWarning", "The provided relationship type is not in the database.", "relationship types in your query is not available in the database, %s (the missing relationship type is: %s)"
		case keyMention:
			_, known = at.LookupKey(m.name)
			n.Code, title, what = "UnknownPropertyKeyWarning", "The provided property key is not in the database", "property names in your query is not available in the database, %s (the missing property name is: %s)"
		}
		if known {
			continue
		}
		n.Code, n.Title = "Neo.ClientNotification.Statement."+n.Code, title
		n.Description = fmt.Sprintf("One of the "+what, "make sure you didn't misspell it or that the label is available when you run this statement in your application", m.name)
		out = append(out, f.at(m.pos, n))
	}
	return out
}

// withoutEffect tells of schema commands that IF [NOT] EXISTS made do nothing.
func withoutEffect(notes []exec.Note) []Notification {
	var out []Notification
	for _, n := range notes {
		x := Notification{Code: "Neo.ClientNotification.Schema.IndexOrConstraintAlreadyExists",
			Title:       fmt.Sprintf("`%s` has no effect.", n.Command),
			Description: fmt.Sprintf("`%s` already exists.", n.Object), Severity: "INFORMATION", Category: "SCHEMA"}
		if n.Absent {
			x.Code = "Neo.ClientNotification.Schema.IndexOrConstraintDoesNotExist"
			x.Description = fmt.Sprintf("`%s` does not exist.", n.Object)
		}
		out = append(out, x)
	}
	return out
}
