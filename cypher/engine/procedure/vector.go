package procedure

import (
	"math"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// vectorProcedures search vector indexes, by comparing with every vector, and set vectors.
func vectorProcedures() []*Procedure {
	return []*Procedure{
		queryVector("db.index.vector.queryNodes", Field{"node", "NODE", "A node with a near vector."}, false),
		queryVector("db.index.vector.queryRelationships", Field{"relationship", "RELATIONSHIP", "A relationship with a near vector."}, true),
		setVector("db.create.setNodeVectorProperty", Param{Name: "node", Type: "NODE", Description: "The node."}),
		setVector("db.create.setRelationshipVectorProperty", Param{Name: "relationship", Type: "RELATIONSHIP", Description: "The relationship."}),
	}
}

func setVector(name string, entity Param) *Procedure {
	return &Procedure{
		Name: name, Mode: Write, Description: "Sets a property to a vector.",
		Args: []Param{entity, {Name: "key", Type: "STRING", Description: "The property."}, {Name: "vector", Type: "ANY", Description: "A list of numbers."}},
		Call: func(ctx *Context, args []value.Value, _ func([]value.Value) error) error {
			key, _ := args[1].AsString()
			v, ok := vectorOf(args[2])
			if !ok {
				return failed(name, "java.lang.IllegalArgumentException: 'vector' must be a list of finite numbers")
			}
			list := make([]value.Value, len(v))
			for i := range v {
				list[i] = value.Float(v[i])
			}
			if id, ok := args[0].AsRel(); ok {
				return ctx.Tx.SetRelProperty(id, ctx.Tx.EnsureKey(key), value.List(list))
			}
			id, ok := args[0].AsNode()
			if !ok {
				return failed(name, "java.lang.IllegalArgumentException: '%s' must not be null", entity.Name)
			}
			return ctx.Tx.SetNodeProperty(id, ctx.Tx.EnsureKey(key), value.List(list))
		},
	}
}

func queryVector(name string, entity Field, rel bool) *Procedure {
	return &Procedure{
		Name: name, Mode: Read, Description: "Gives the entities of a vector index whose vectors are nearest to one, nearest first.",
		Args: []Param{
			{Name: "indexName", Type: "STRING", Description: "The index."},
			{Name: "numberOfNearestNeighbours", Type: "INTEGER", Description: "How many to give."},
			{Name: "query", Type: "ANY", Description: "The vector, a list of numbers."},
		},
		Yields: []Field{entity, {"score", "FLOAT", "How near it is, from 0 to 1."}},
		Call: func(ctx *Context, args []value.Value, emit func([]value.Value) error) error {
			ix, err := searchIndex(ctx.Tx, name, args[0], store.Vector, rel)
			if err != nil {
				return err
			}
			n, _ := args[1].AsInt()
			if n < 1 {
				return failed(name, "java.lang.IllegalArgumentException: 'numberOfNearestNeighbours' must be positive")
			}
			query, ok := vectorOf(args[2])
			if !ok {
				return failed(name, "java.lang.IllegalArgumentException: Index query vector must be a list of finite numbers.")
			}
			if want, ok := ix.Config.Get("vector.dimensions").AsInt(); ok && int(want) != len(query) {
				return failed(name, "java.lang.IllegalArgumentException: Index query vector has %d dimensions, but indexed vectors have %d.", len(query), want)
			}
			hits, err := nearest(ctx, ix, query)
			if err != nil {
				return err
			}
			return emitHits(hits, 0, int(min(n, int64(len(hits)))), rel, emit)
		},
	}
}

// vectorOf gives a list of finite numbers.
func vectorOf(v value.Value) ([]float64, bool) {
	l, ok := v.AsList()
	if !ok || len(l) == 0 {
		return nil, false
	}
	out := make([]float64, len(l))
	for i, e := range l {
		f, ok := e.AsNumber()
		if !ok || math.IsNaN(f) || math.IsInf(f, 0) {
			return nil, false
		}
		out[i] = f
	}
	return out, true
}

// nearest scores every vector of an index that has as many dimensions as the query.
func nearest(ctx *Context, ix *store.Index, query []float64) ([]hit, error) {
	euclidean := false
	if s, _ := ix.Config.Get("vector.similarity_function").AsString(); s == "EUCLIDEAN" {
		euclidean = true
	}
	key, ok := ctx.Tx.LookupKey(ix.Properties[0])
	if !ok {
		return nil, nil
	}
	var hits []hit
	seen := 0
	add := func(id uint32, v value.Value) error {
		if seen++; seen%checkEvery == 0 && ctx.Context.Err() != nil {
			return fault.Wrap(ctx.Context.Err(), fault.TransactionTerminated, "The transaction has been terminated.")
		}
		if vec, ok := vectorOf(v); ok && len(vec) == len(query) {
			hits = append(hits, hit{id, similarity(vec, query, euclidean)})
		}
		return nil
	}
	if ix.Rel {
		typ, _ := ctx.Tx.LookupType(ix.Labels[0])
		c := ctx.Tx.RelsWithType(typ)
		for id, ok := c.Next(); ok; id, ok = c.Next() {
			if err := add(uint32(id), ctx.Tx.RelPropertyAt(id, key)); err != nil {
				return nil, err
			}
		}
		return hits, nil
	}
	label, _ := ctx.Tx.LookupLabel(ix.Labels[0])
	c := ctx.Tx.NodesWithLabel(label)
	for id, ok := c.Next(); ok; id, ok = c.Next() {
		if err := add(uint32(id), ctx.Tx.NodePropertyAt(id, key)); err != nil {
			return nil, err
		}
	}
	return hits, nil
}

// similarity scores two vectors from 0 to 1: (1 + cosine) / 2 or 1 / (1 + squared distance).
func similarity(a, b []float64, euclidean bool) float64 {
	var dot, aa, bb, dist float64
	for i := range a {
		dot += a[i] * b[i]
		aa += a[i] * a[i]
		bb += b[i] * b[i]
		dist += (a[i] - b[i]) * (a[i] - b[i])
	}
	if euclidean {
		return 1 / (1 + dist)
	}
	if aa == 0 || bb == 0 {
		return 0.5
	}
	return (1 + dot/math.Sqrt(aa*bb)) / 2
}
