package plan

import (
	"fmt"
	"sort"
	"strings"

	"guestgraph/cypher/engine/syntax"
)

// Describe gives the name of an operator and what it works on, as EXPLAIN shows them; where Neo4j
// has the operator, its name is Neo4j's.
func Describe(op Op) (name, details string) {
	switch o := op.(type) {
	case *Argument:
		return "Argument", ""
	case *AllNodes:
		return "AllNodesScan", o.Name
	case *LabelScan:
		return "NodeByLabelScan", o.Name + ":" + o.Label
	case *IndexSeek:
		return seekName("Node", &o.Equality), "RANGE INDEX " + indexed(o.Name, o.Label, o.Keys) + equalities(&o.Equality)
	case *IndexRange:
		return "NodeIndexSeekByRange", "RANGE INDEX " + indexed(o.Name, o.Label, o.Keys) + bounded(&o.Bounds)
	case *IndexScan:
		return "NodeIndexScan", "RANGE INDEX " + indexed(o.Name, o.Label, []string{o.Key}) + ordered(o.Key, o.Order)
	case *NodeByID:
		what := "id"
		if o.Element {
			what = "elementId"
		}
		return "NodeByIdSeek", fmt.Sprintf("%s WHERE %s(%s) = %s", o.Name, what, o.Name, text(o.ID))
	case *RelScan:
		return "DirectedRelationshipTypeScan", "()-[" + types(o.Types, "") + "]->()"
	case *RelSeek:
		return seekName(directed(&o.RelScan), &o.Equality), relIndexed(&o.RelScan, o.Keys) + equalities(&o.Equality)
	case *RelRange:
		return directed(&o.RelScan) + "IndexSeekByRange", relIndexed(&o.RelScan, o.Keys) + bounded(&o.Bounds)
	case *Expand:
		if o.Into {
			return "Expand(Into)", stepDetails(&o.Step, "")
		}
		if o.Prefetch {
			return "Expand(All)", stepDetails(&o.Step, "") + " PREFETCH"
		}
		return "Expand(All)", stepDetails(&o.Step, "")
	case *VarExpand:
		kind := "All"
		if o.Into {
			kind = "Into"
		} else if o.Distinct {
			kind = "Pruning,BFS"
		}
		return "VarLengthExpand(" + kind + ")", stepDetails(&o.Step, length(o.Min, o.Max))
	case *ProjectEndpoints:
		return "ProjectEndpoints", fmt.Sprintf("(%s)-[%s]-(%s)", o.FromName, o.Nm, o.ToName)
	case *ShortestPath:
		return "ShortestPath", "()-[" + types(o.Types, "") + length(o.Min, o.Max) + "]-()"
	case *Repeat:
		return "Repeat(Trail)", length(o.Min, o.Max)
	case *SelectPaths:
		return "StatefulShortestPath", ""
	case *Filter:
		return "Filter", list(o.Preds, " AND ")
	case *Project:
		return "Projection", assignments(o.Items)
	}
	return describeRows(op)
}

func describeRows(op Op) (name, details string) {
	switch o := op.(type) {
	case *Aggregate:
		d := assignments(o.Keys)
		for _, a := range o.Aggs {
			if d != "" {
				d += ", "
			}
			d += text(a.Call)
		}
		return "EagerAggregation", d
	case *Distinct:
		return "Distinct", ""
	case *Sort:
		var keys []string
		for _, k := range o.Keys {
			dir := " ASC"
			if k.Desc {
				dir = " DESC"
			}
			keys = append(keys, text(k.E)+dir)
		}
		if o.Limit != nil {
			return "Top", strings.Join(keys, ", ") + " LIMIT " + text(o.Limit)
		}
		return "Sort", strings.Join(keys, ", ")
	case *Skip:
		return "Skip", text(o.N)
	case *Limit:
		if o.All {
			return "ExhaustiveLimit", text(o.N)
		}
		return "Limit", text(o.N)
	case *Unwind:
		return "Unwind", text(o.List) + " AS " + o.Name
	case *Apply:
		switch {
		case o.Batch != nil && o.Unit:
			return "TransactionForeach", ""
		case o.Batch != nil:
			return "TransactionApply", ""
		case o.Optional:
			return "Apply(Optional)", ""
		case o.Unit:
			return "SubqueryForeach", ""
		}
		return "Apply", ""
	case *HashJoin:
		return "ValueHashJoin", text(o.Left) + " = " + text(o.Right)
	case *Union:
		return "Union", ""
	case *Eager:
		return "Eager", o.Reason
	case *Count:
		return countName(o)
	case *Drain:
		return "EmptyResult", ""
	case *Result:
		return "ProduceResults", strings.Join(o.Columns, ", ")
	}
	return describeWrites(op)
}

func describeWrites(op Op) (name, details string) {
	switch o := op.(type) {
	case *Create:
		return "Create", creationDetails(o.Nodes, o.Rels)
	case *Merge:
		return "Merge", "CREATE " + creationDetails(o.Nodes, o.Rels)
	case *Set:
		return "SetProperties", ""
	case *Delete:
		if o.Detach {
			return "DetachDelete", list(o.Exprs, ", ")
		}
		return "Delete", list(o.Exprs, ", ")
	case *Foreach:
		return "Foreach", o.Name + " IN " + text(o.List)
	case *CallProcedure:
		return "ProcedureCall", o.Name + "(" + list(o.Args, ", ") + ")"
	case *Show:
		return "Show" + strings.ReplaceAll(o.Stmt.What, " ", ""), ""
	case *Schema:
		return "SchemaCommand", ""
	}
	return fmt.Sprintf("%T", op), ""
}

func list(es []Expr, sep string) string {
	parts := make([]string, len(es))
	for i, e := range es {
		parts[i] = text(e)
	}
	return strings.Join(parts, sep)
}

func assignments(items []Assign) string {
	parts := make([]string, len(items))
	for i, it := range items {
		parts[i] = text(it.E)
		if parts[i] != it.Name {
			parts[i] += " AS " + it.Name
		}
	}
	return strings.Join(parts, ", ")
}

func seekName(entity string, e *Equality) string {
	if e.Unique {
		return entity + "UniqueIndexSeek"
	}
	return entity + "IndexSeek"
}

func directed(r *RelScan) string {
	if r.Dir == syntax.Both {
		return "UndirectedRelationship"
	}
	return "DirectedRelationship"
}

// indexed writes the properties of an index behind a name and its label or type.
func indexed(name, label string, keys []string) string {
	return fmt.Sprintf("%s:%s(%s)", name, label, strings.Join(keys, ", "))
}

func relIndexed(r *RelScan, keys []string) string {
	return fmt.Sprintf("RANGE INDEX (%s)%s(%s)", r.Names[0], arrow(r.Dir, indexed(r.Names[1], r.Types[0], keys)), r.Names[2])
}

func equalities(e *Equality) string {
	op := " = "
	if e.In {
		op = " IN "
	}
	var conds []string
	for i, k := range e.Keys {
		conds = append(conds, k+op+text(e.Values[i]))
	}
	return " WHERE " + strings.Join(conds, " AND ")
}

func bounded(b *Bounds) string {
	var conds []string
	if b.Prefix != nil {
		conds = append(conds, b.Keys[0]+" STARTS WITH "+text(b.Prefix))
	}
	if b.Lo != nil {
		conds = append(conds, b.Keys[0]+map[bool]string{true: " >= ", false: " > "}[b.LoIncl]+text(b.Lo))
	}
	if b.Hi != nil {
		conds = append(conds, b.Keys[0]+map[bool]string{true: " <= ", false: " < "}[b.HiIncl]+text(b.Hi))
	}
	return " WHERE " + strings.Join(conds, " AND ") + ordered(b.Keys[0], b.Order)
}

func ordered(key string, o Order) string {
	return [...]string{"", " ORDER BY " + key + " ASC", " ORDER BY " + key + " DESC"}[o]
}

func types(ts []string, name string) string {
	if len(ts) == 0 {
		return name
	}
	return name + ":" + strings.Join(ts, "|")
}

func length(lo, hi int64) string {
	if hi < 0 {
		return fmt.Sprintf("*%d..", lo)
	}
	return fmt.Sprintf("*%d..%d", lo, hi)
}

func stepDetails(s *Step, length string) string {
	return fmt.Sprintf("(%s)%s(%s)", s.Names[0], arrow(s.Dir, types(s.Types, s.Names[1])+length), s.Names[2])
}

// arrow draws a relationship between two nodes.
func arrow(dir syntax.Direction, inside string) string {
	l, r := "-", "-"
	switch dir {
	case syntax.Right:
		r = "->"
	case syntax.Left:
		l = "<-"
	}
	return l + "[" + inside + "]" + r
}

func countName(o *Count) (name, details string) {
	if o.Rels {
		return "RelationshipCountFromCountStore", "count( ()-[" + types(o.Types, "") + "]->() )"
	}
	label := ""
	if o.Label != "" {
		label = ":" + o.Label
	}
	return "NodeCountFromCountStore", "count( (" + label + ") )"
}

func creationDetails(nodes []NewNode, rels []NewRel) string {
	var parts []string
	for _, n := range nodes {
		s := "(" + n.Name
		for _, l := range n.Labels {
			s += ":" + l.Name
		}
		parts = append(parts, s+")")
	}
	for _, r := range rels {
		typ := ""
		if r.Type != nil {
			typ = r.Type.Name
		}
		parts = append(parts, fmt.Sprintf("(%s)-[%s:%s]->(%s)", r.Names[0], r.Name, typ, r.Names[1]))
	}
	return strings.Join(parts, ", ")
}

// Identifiers gives the names of the variables a plan has bound when op gives a row, sorted.
func (p *Plan) Identifiers(op Op) []string {
	var seen slotSet
	var out []string
	Walk(op, func(o Op) {
		for _, s := range o.writes() {
			if s >= 0 && !seen.has(s) && !strings.HasPrefix(p.Names[s], "anon_") {
				seen.add(s)
				out = append(out, p.Names[s])
			}
		}
	})
	sort.Strings(out)
	return out
}
