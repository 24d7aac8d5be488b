package engine

import (
	"guestgraph/cypher/engine/exec"
	"guestgraph/cypher/engine/plan"
	"guestgraph/cypher/engine/value"
)

// planTree shows a plan as EXPLAIN does; with the program that ran it, as PROFILE does.
func planTree(p *plan.Plan, ran *exec.Program) *PlanNode {
	n := planNode(p, p.Root, ran)
	n.Args = value.NewMap(append(n.Args,
		value.Entry{Key: "planner", Val: value.String("COST")},
		value.Entry{Key: "planner-impl", Val: value.String("GREEDY")},
		value.Entry{Key: "runtime", Val: value.String("PULL")},
		value.Entry{Key: "runtime-impl", Val: value.String("PULL")},
		value.Entry{Key: "version", Val: value.String("5")}))
	return n
}

func planNode(p *plan.Plan, op plan.Op, ran *exec.Program) *PlanNode {
	name, details := plan.Describe(op)
	n := &PlanNode{Operator: name, Identifiers: p.Identifiers(op)}
	args := []value.Entry{{Key: "EstimatedRows", Val: value.Float(op.Rows())}}
	if details != "" {
		args = append(args, value.Entry{Key: "Details", Val: value.String(details)})
	}
	if ran != nil {
		f := ran.Profile(op)
		n.Rows, n.DbHits = f.Rows, f.Hits
		args = append(args, value.Entry{Key: "Rows", Val: value.Int(f.Rows)}, value.Entry{Key: "DbHits", Val: value.Int(f.Hits)},
			value.Entry{Key: "Time", Val: value.Int(f.Time.Nanoseconds())})
	}
	n.Args = value.NewMap(args)
	if src := op.Source(); src != nil {
		if _, leaf := src.(*plan.Argument); !leaf {
			n.Children = append(n.Children, planNode(p, src, ran))
		}
	}
	for _, in := range op.Inner() {
		n.Children = append(n.Children, planNode(p, in, ran))
	}
	return n
}
