package function

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

func graphFunctions() []*Function {
	return append(entityFunctions(), pathFunctions()...)
}

func entityFunctions() []*Function {
	const list, scalar = "List", "Scalar"
	return []*Function{
		{
			Name: "elementId", Category: scalar, Signature: "elementId(input :: NODE | RELATIONSHIP) :: STRING",
			Description: "The element id of a node or relationship: text that is unique in the database.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(elementID),
		},
		{
			Name: "endNode", Category: scalar, Signature: "endNode(input :: RELATIONSHIP) :: NODE",
			Description: "The node a relationship points to.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(func(ctx *Context, args []value.Value) (value.Value, error) {
				return relationshipEnd(ctx, "endNode", args[0], false)
			}),
		},
		{
			Name: "id", Category: scalar, Signature: "id(input :: NODE | RELATIONSHIP) :: INTEGER",
			Description: "The number of a node or relationship; a number may come again after a deletion.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Deprecated: true, Call: strict(id),
		},
		{
			Name: "keys", Category: list, Signature: "keys(input :: NODE | RELATIONSHIP | MAP) :: LIST<STRING>",
			Description: "The names of the properties of a node or relationship, or the keys of a map.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(keys),
		},
		{
			Name: "labels", Category: list, Signature: "labels(input :: NODE) :: LIST<STRING>",
			Description: "The labels of a node.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(labels),
		},
		{
			Name: "properties", Category: scalar, Signature: "properties(input :: NODE | RELATIONSHIP | MAP) :: MAP",
			Description: "The properties of a node or relationship as a map; a map as it is.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(func(ctx *Context, args []value.Value) (value.Value, error) {
				m, err := propertiesOf(ctx, "properties", args[0])
				return value.FromMap(m), err
			}),
		},
		{
			Name: "startNode", Category: scalar, Signature: "startNode(input :: RELATIONSHIP) :: NODE",
			Description: "The node a relationship comes from.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(func(ctx *Context, args []value.Value) (value.Value, error) {
				return relationshipEnd(ctx, "startNode", args[0], true)
			}),
		},
		{
			Name: "type", Category: scalar, Signature: "type(input :: RELATIONSHIP) :: STRING",
			Description: "The type of a relationship.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(relationshipType),
		},
	}
}

func pathFunctions() []*Function {
	const list, scalar = "List", "Scalar"
	return []*Function{
		{
			Name: "length", Category: scalar, Signature: "length(input :: PATH) :: INTEGER",
			Description: "The number of relationships of a path.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(length),
		},
		{
			Name: "nodes", Category: list, Signature: "nodes(input :: PATH) :: LIST<NODE>",
			Description: "The nodes of a path, in its order.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(nodes),
		},
		{
			Name: "relationships", Category: list, Signature: "relationships(input :: PATH) :: LIST<RELATIONSHIP>",
			Description: "The relationships of a path, in its order.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(relationships),
		},
	}
}

func deletedNode(id value.NodeID) error {
	return fault.New(fault.EntityNotFound, "Node with id %d has been deleted in this transaction", id)
}

func deletedRel(id value.RelID) error {
	return fault.New(fault.EntityNotFound, "Relationship with id %d has been deleted in this transaction", id)
}

func notEntity(function string, v value.Value) error {
	return typeError("Invalid input for function '%s()': Expected %s to be a node or relationship, but it was `%s`",
		function, value.Describe(v), value.TypeName(v))
}

func id(_ *Context, args []value.Value) (value.Value, error) {
	if n, ok := args[0].AsNode(); ok {
		return value.Int(int64(n)), nil
	}
	if r, ok := args[0].AsRel(); ok {
		return value.Int(int64(r)), nil
	}
	return null, notEntity("id", args[0])
}

func elementID(ctx *Context, args []value.Value) (value.Value, error) {
	if n, ok := args[0].AsNode(); ok {
		return value.String(value.NodeElementID(ctx.Graph.DatabaseID(), n)), nil
	}
	if r, ok := args[0].AsRel(); ok {
		return value.String(value.RelElementID(ctx.Graph.DatabaseID(), r)), nil
	}
	return null, notEntity("elementId", args[0])
}

func relationshipEnd(ctx *Context, function string, v value.Value, start bool) (value.Value, error) {
	r, ok := v.AsRel()
	if !ok {
		return null, typeError("Invalid input for function '%s()': Expected %s to be a relationship", function, value.Describe(v))
	}
	from, to := ctx.Graph.RelEnds(r)
	if start {
		return value.Node(from), nil
	}
	return value.Node(to), nil
}

func relationshipType(ctx *Context, args []value.Value) (value.Value, error) {
	r, ok := args[0].AsRel()
	if !ok {
		return null, expected("type", "a Relationship", args[0])
	}
	return value.String(ctx.Graph.RelType(r)), nil
}

func labels(ctx *Context, args []value.Value) (value.Value, error) {
	n, ok := args[0].AsNode()
	switch {
	case !ok:
		return null, expected("labels", "a Node", args[0])
	case ctx.Graph.NodeDeleted(n):
		return null, deletedNode(n)
	}
	return stringList(ctx.Graph.NodeLabels(n)), nil
}

func propertiesOf(ctx *Context, function string, v value.Value) (value.Map, error) {
	if m, ok := v.AsMap(); ok {
		return m, nil
	}
	if n, ok := v.AsNode(); ok {
		if ctx.Graph.NodeDeleted(n) {
			return nil, deletedNode(n)
		}
		return ctx.Graph.NodeProperties(n), nil
	}
	if r, ok := v.AsRel(); ok {
		if ctx.Graph.RelDeleted(r) {
			return nil, deletedRel(r)
		}
		return ctx.Graph.RelProperties(r), nil
	}
	return nil, typeError("Invalid input for function '%s()': Expected a node, a relationship or a literal map but got %s",
		function, value.Describe(v))
}

func keys(ctx *Context, args []value.Value) (value.Value, error) {
	m, err := propertiesOf(ctx, "keys", args[0])
	if err != nil {
		return null, err
	}
	l := make([]value.Value, len(m))
	for i := range m {
		l[i] = value.String(m[i].Key)
	}
	return value.List(l), nil
}

func pathArg(function string, v value.Value) (*value.Path, error) {
	p, ok := v.AsPath()
	if !ok {
		return nil, typeError("Invalid input for function '%s()': Expected %s to be a path", function, value.Describe(v))
	}
	return p, nil
}

func length(_ *Context, args []value.Value) (value.Value, error) {
	p, ok := args[0].AsPath()
	if !ok {
		return null, expected("length", "a Path", args[0])
	}
	return value.Int(int64(len(p.Rels))), nil
}

func nodes(_ *Context, args []value.Value) (value.Value, error) {
	p, err := pathArg("nodes", args[0])
	if err != nil {
		return null, err
	}
	l := make([]value.Value, len(p.Nodes))
	for i, n := range p.Nodes {
		l[i] = value.Node(n)
	}
	return value.List(l), nil
}

func relationships(_ *Context, args []value.Value) (value.Value, error) {
	p, err := pathArg("relationships", args[0])
	if err != nil {
		return null, err
	}
	l := make([]value.Value, len(p.Rels))
	for i, r := range p.Rels {
		l[i] = value.Rel(r)
	}
	return value.List(l), nil
}
