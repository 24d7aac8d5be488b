package graph

import (
	"encoding/base64"
	"math"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// jsonValue writes a value of the driver such that encoding/json takes it:
//
//	node          {"id", "labels": […], "properties": {…}}             id is the element id, a property id stands in properties
//	relationship  {"id", "type", "start", "end", "properties": {…}}    start and end are element ids
//	path          {"nodes": […], "relationships": […]}
//	temporal      text in ISO 8601
//	point         {"srid", "x", "y"} and "z" in space
//	bytes         base64; NaN and infinities, for which JSON has no number, "NaN", "Infinity", "-Infinity"
func jsonValue(v any) any {
	switch v := v.(type) {
	case nil, bool, int64, string:
		return v
	case float64:
		return jsonFloat(v)
	case []byte:
		return base64.StdEncoding.EncodeToString(v)
	case []any:
		list := make([]any, len(v))
		for i, item := range v {
			list[i] = jsonValue(item)
		}
		return list
	case map[string]any:
		return jsonMap(v)
	case neo4j.Node:
		return jsonNode(v)
	case neo4j.Relationship:
		return jsonRelationship(v)
	case neo4j.Path:
		nodes, relationships := make([]any, len(v.Nodes)), make([]any, len(v.Relationships))
		for i, n := range v.Nodes {
			nodes[i] = jsonNode(n)
		}
		for i, r := range v.Relationships {
			relationships[i] = jsonRelationship(r)
		}
		return map[string]any{"nodes": nodes, "relationships": relationships}
	}
	return jsonScalar(v)
}

func jsonFloat(f float64) any {
	switch {
	case math.IsNaN(f):
		return "NaN"
	case math.IsInf(f, 1):
		return "Infinity"
	case math.IsInf(f, -1):
		return "-Infinity"
	}
	return f
}

func jsonMap(m map[string]any) map[string]any {
	out := make(map[string]any, len(m))
	for k, v := range m {
		out[k] = jsonValue(v)
	}
	return out
}

func jsonNode(n neo4j.Node) map[string]any {
	labels := make([]any, len(n.Labels))
	for i, l := range n.Labels {
		labels[i] = l
	}
	return map[string]any{"id": n.ElementId, "labels": labels, "properties": jsonMap(n.Props)}
}

func jsonRelationship(r neo4j.Relationship) map[string]any {
	return map[string]any{"id": r.ElementId, "type": r.Type, "start": r.StartElementId, "end": r.EndElementId,
		"properties": jsonMap(r.Props)}
}

// jsonScalar writes temporal values and points; what it does not know stays as it is.
func jsonScalar(v any) any {
	switch v := v.(type) {
	case time.Time:
		return v.Format(time.RFC3339Nano)
	case dbtype.Date:
		return v.String()
	case dbtype.LocalDateTime:
		return v.String()
	case dbtype.LocalTime:
		return v.String()
	case dbtype.Time:
		return v.String()
	case dbtype.Duration:
		return v.String()
	case dbtype.Point2D:
		return map[string]any{"srid": v.SpatialRefId, "x": v.X, "y": v.Y}
	case dbtype.Point3D:
		return map[string]any{"srid": v.SpatialRefId, "x": v.X, "y": v.Y, "z": v.Z}
	}
	return v
}
