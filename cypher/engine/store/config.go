package store

import (
	"fmt"
	"slices"
	"strings"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

// The settings of index configurations that the store looks at.
const (
	configAnalyzer   = "fulltext.analyzer"
	configDimensions = "vector.dimensions"
	configSimilarity = "vector.similarity_function"
)

// maxDimensions is the longest vector an index holds, as in Neo4j.
const maxDimensions = 4096

// completeConfig checks the configuration a statement gave to an index, and adds the defaults.
func completeConfig(kind IndexKind, given value.Map) (value.Map, error) {
	switch kind {
	case Point:
		return pointConfig(given)
	case Fulltext:
		return fulltextConfig(given)
	case Vector:
		return vectorConfig(given)
	}
	if len(given) > 0 {
		name, all := "range node property", "range"
		if kind != Range {
			name, all = strings.ToLower(kind.String()), strings.ToLower(kind.String())
		}
		return nil, badConfig(name, given, ": %s indexes have no valid config values.", all)
	}
	return nil, nil
}

func badConfig(name string, given value.Map, format string, args ...any) error {
	return fault.New(fault.InvalidArguments, "Could not create %s index with specified index config '%s'%s",
		name, shownConfig(given), fmt.Sprintf(format, args...))
}

// shownConfig words a map as Neo4j's messages do: keys bare, strings in double quotes.
func shownConfig(m value.Map) string {
	parts := make([]string, len(m))
	for i, e := range m {
		v := value.Format(e.Val, nil)
		if s, ok := e.Val.AsString(); ok {
			v = `"` + s + `"`
		}
		parts[i] = e.Key + ": " + v
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// merged gives the defaults with what is given in their place.
func merged(defaults []value.Entry, given value.Map) value.Map {
	return value.NewMap(append(defaults, given...))
}

func pointConfig(given value.Map) (value.Map, error) {
	floats := func(f ...float64) value.Value {
		l := make([]value.Value, len(f))
		for i := range f {
			l[i] = value.Float(f[i])
		}
		return value.List(l)
	}
	const edge = 1_000_000
	defaults := []value.Entry{
		{Key: "spatial.cartesian-3d.max", Val: floats(edge, edge, edge)}, {Key: "spatial.cartesian-3d.min", Val: floats(-edge, -edge, -edge)},
		{Key: "spatial.cartesian.max", Val: floats(edge, edge)}, {Key: "spatial.cartesian.min", Val: floats(-edge, -edge)},
		{Key: "spatial.wgs-84-3d.max", Val: floats(180, 90, edge)}, {Key: "spatial.wgs-84-3d.min", Val: floats(-180, -90, -edge)},
		{Key: "spatial.wgs-84.max", Val: floats(180, 90)}, {Key: "spatial.wgs-84.min", Val: floats(-180, -90)},
	}
	for _, e := range given {
		known := slices.ContainsFunc(defaults, func(d value.Entry) bool { return d.Key == e.Key })
		if l, ok := e.Val.AsList(); !ok || !known || slices.ContainsFunc(l, func(v value.Value) bool { _, ok := v.AsFloat(); return !ok }) {
			return nil, badConfig("point", given, ". Expected a map from String to Double[].")
		}
	}
	return merged(defaults, given), nil
}

func fulltextConfig(given value.Map) (value.Map, error) {
	defaults := []value.Entry{
		{Key: configAnalyzer, Val: value.String(defaultAnalyzer)},
		{Key: "fulltext.eventually_consistent", Val: value.Bool(false)},
	}
	for _, e := range given {
		want := slices.IndexFunc(defaults, func(d value.Entry) bool { return d.Key == e.Key })
		if want < 0 || defaults[want].Val.Kind() != e.Val.Kind() {
			return nil, badConfig("fulltext", given, ". Expected a map from String to Strings and Booleans.")
		}
		if name, ok := e.Val.AsString(); ok && !knownAnalyzer(name) {
			return nil, fault.New(fault.ExecutionFailed, "No such full-text analyzer: '%s'.", name)
		}
	}
	return merged(defaults, given), nil
}

func vectorConfig(given value.Map) (value.Map, error) {
	defaults := []value.Entry{
		{Key: "vector.hnsw.ef_construction", Val: value.Int(100)}, {Key: "vector.hnsw.m", Val: value.Int(16)},
		{Key: "vector.quantization.enabled", Val: value.Bool(true)}, {Key: configSimilarity, Val: value.String("COSINE")},
	}
	given = slices.Clone(given)
	for i, e := range given {
		switch {
		case e.Key == configDimensions:
			if n, ok := e.Val.AsInt(); !ok || n < 1 || n > maxDimensions {
				return nil, fault.New(fault.ExecutionFailed, "'%s' must be between 1 and %d inclusively", configDimensions, maxDimensions)
			}
		case e.Key == configSimilarity:
			s, _ := e.Val.AsString()
			given[i].Val = value.String(strings.ToUpper(s))
			if up := strings.ToUpper(s); up != "COSINE" && up != "EUCLIDEAN" {
				return nil, fault.New(fault.ExecutionFailed, `'"%s"' is an unsupported '%s'. Supported: [COSINE, EUCLIDEAN]`, s, configSimilarity)
			}
		case !slices.ContainsFunc(defaults, func(d value.Entry) bool { return d.Key == e.Key }):
			return nil, badConfig("vector", given, ". '%s' is an unrecognized setting. Supported: [vector.dimensions, "+
				"vector.hnsw.ef_construction, vector.hnsw.m, vector.quantization.enabled, vector.similarity_function]", e.Key)
		}
	}
	return merged(defaults, given), nil
}
