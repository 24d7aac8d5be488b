package procedure

import (
	"cmp"
	"errors"
	"slices"

	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// fulltextProcedures search full-text indexes.
func fulltextProcedures() []*Procedure {
	return []*Procedure{
		queryText("db.index.fulltext.queryNodes", Field{"node", "NODE", "A node that matches."}, false),
		queryText("db.index.fulltext.queryRelationships", Field{"relationship", "RELATIONSHIP", "A relationship that matches."}, true),
		{
			Name: "db.index.fulltext.listAvailableAnalyzers", Mode: Read, System: true, Description: "The ways to cut text into terms.",
			Yields: []Field{
				{"analyzer", "STRING", "The name."}, {"description", "STRING", "What it does."}, {"stopwords", "LIST<STRING>", "The words it leaves out."},
			},
			Call: func(_ *Context, _ []value.Value, emit func([]value.Value) error) error {
				for _, a := range store.Analyzers() {
					if err := emit([]value.Value{value.String(a.Name), value.String(a.Description), stringsOf(a.StopWords)}); err != nil {
						return err
					}
				}
				return nil
			},
		},
		{
			Name: "db.index.fulltext.awaitEventuallyConsistentIndexRefresh", Mode: Read, System: true,
			Description: "Does nothing: full-text indexes are always up to date.",
			Call:        func(*Context, []value.Value, func([]value.Value) error) error { return nil },
		},
	}
}

func queryText(name string, entity Field, rel bool) *Procedure {
	return &Procedure{
		Name: name, Mode: Read, System: true,
		Description: "Searches a full-text index; best matches first. Options: skip, limit, analyzer.",
		Args: []Param{
			{Name: "indexName", Type: "STRING", Description: "The index."},
			{Name: "queryString", Type: "STRING", Description: "The query, in Lucene's language."},
			{Name: "options", Type: "MAP", Description: "skip, limit and analyzer.", Default: defaultTo(value.FromMap(nil))},
		},
		Yields: []Field{entity, {"score", "FLOAT", "How well it matches."}},
		Call: func(ctx *Context, args []value.Value, emit func([]value.Value) error) error {
			ix, err := searchIndex(ctx.Tx, name, args[0], store.Fulltext, rel)
			if err != nil {
				return err
			}
			query, _ := args[1].AsString()
			options, _ := args[2].AsMap()
			return searchText(ctx, name, ix, query, options, emit)
		},
	}
}

// searchIndex finds an index of a kind over nodes or relationships by its name.
func searchIndex(tx *store.Tx, procedure string, name value.Value, kind store.IndexKind, rel bool) (*store.Index, error) {
	s, _ := name.AsString()
	ix, err := findIndex(tx, name)
	if err != nil || ix.Kind != kind {
		kinds := map[store.IndexKind]string{store.Fulltext: "fulltext", store.Vector: "vector"}
		return nil, failed(procedure, "java.lang.IllegalArgumentException: There is no such %s schema index: %s", kinds[kind], s)
	}
	if ix.Rel != rel {
		is, not := "NODE", "relationships"
		if ix.Rel {
			is, not = "RELATIONSHIP", "nodes"
		}
		return nil, failed(procedure, "java.lang.IllegalArgumentException: The '%s' index (%s) is an index on %s, so it cannot be queried for %s.", s, ix, is, not)
	}
	return ix, nil
}

func searchText(ctx *Context, name string, ix *store.Index, query string, options value.Map, emit func([]value.Value) error) error {
	s := &search{ctx: ctx.Context, tx: ctx.Tx, ix: ix, terms: ix.Terms}
	if other, ok := options.Get("analyzer").AsString(); ok {
		i := slices.IndexFunc(store.Analyzers(), func(a store.Analyzer) bool { return a.Name == other })
		if i < 0 {
			return failed(name, "java.lang.IllegalArgumentException: No such full-text analyzer: '%s'.", other)
		}
		a := store.Analyzers()[i]
		s.terms = a.Terms
	}
	n, err := parseText(query)
	if err != nil {
		return failed(name, "org.apache.lucene.queryparser.classic.ParseException: %v", err)
	}
	found, err := s.run(n)
	if err != nil {
		var t textError
		if errors.As(err, &t) {
			return failed(name, "org.apache.lucene.queryparser.classic.ParseException: %v", t)
		}
		return err
	}
	hits := make([]hit, 0, len(found))
	for id, score := range found {
		hits = append(hits, hit{id, score})
	}
	skip, limit := 0, len(hits)
	for key, to := range map[string]*int{"skip": &skip, "limit": &limit} {
		if n, ok := options.Get(key).AsInt(); ok {
			if n < 0 {
				word := map[string]string{"skip": "Skip", "limit": "Limit"}[key]
				return failed(name, "java.lang.IllegalStateException: %s argument cannot be negative: %d.", word, n)
			}
			*to = int(min(n, int64(len(hits))))
		}
	}
	return emitHits(hits, skip, limit, ix.Rel, emit)
}

// A hit is an entity a search found.
type hit struct {
	id    uint32
	score float64
}

// emitHits gives hits by falling score, then id.
func emitHits(hits []hit, skip, limit int, rel bool, emit func([]value.Value) error) error {
	slices.SortFunc(hits, func(a, b hit) int {
		if c := cmp.Compare(b.score, a.score); c != 0 {
			return c
		}
		return cmp.Compare(a.id, b.id)
	})
	hits = hits[min(skip, len(hits)):]
	for _, h := range hits[:min(limit, len(hits))] {
		entity := value.Node(value.NodeID(h.id))
		if rel {
			entity = value.Rel(value.RelID(h.id))
		}
		if err := emit([]value.Value{entity, value.Float(float64(float32(h.score)))}); err != nil {
			return err
		}
	}
	return nil
}
