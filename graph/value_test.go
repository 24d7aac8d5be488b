package graph

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

func TestJSONValue(t *testing.T) {
	at := time.Date(2024, 2, 29, 12, 30, 0, 5, time.UTC)
	node := neo4j.Node{ElementId: "4:a:1", Labels: []string{"Person"}, Props: map[string]any{"id": "maya", "since": dbtype.Date(at)}}
	edge := neo4j.Relationship{ElementId: "5:a:1", StartElementId: "4:a:1", EndElementId: "4:a:2", Type: "KNOWS", Props: map[string]any{}}
	for _, c := range []struct {
		name  string
		value any
		want  string
	}{
		{"null", nil, `null`}, {"integer", int64(7), `7`}, {"float", 1.5, `1.5`}, {"not a number", math.NaN(), `"NaN"`},
		{"infinity", math.Inf(-1), `"-Infinity"`}, {"bytes", []byte{1, 2}, `"AQI="`}, {"list", []any{int64(1), nil, []any{"x"}}, `[1,null,["x"]]`},
		{"node", node, `{"id":"4:a:1","labels":["Person"],"properties":{"id":"maya","since":"2024-02-29"}}`},
		{"relationship", edge, `{"end":"4:a:2","id":"5:a:1","properties":{},"start":"4:a:1","type":"KNOWS"}`},
		{"path", neo4j.Path{Nodes: []neo4j.Node{{ElementId: "4:a:1"}}}, `{"nodes":[{"id":"4:a:1","labels":[],"properties":{}}],"relationships":[]}`},
		{"date-time", at, `"2024-02-29T12:30:00.000000005Z"`},
		{"local date-time", dbtype.LocalDateTime(at), `"2024-02-29T12:30:00.000000005"`},
		{"duration", dbtype.Duration{Months: 1, Days: 2, Seconds: 3}, `"P1M2DT3S"`},
		{"point", dbtype.Point2D{X: 1, Y: 2, SpatialRefId: 4326}, `{"srid":4326,"x":1,"y":2}`},
		{"point in space", map[string]any{"p": dbtype.Point3D{Z: 3, SpatialRefId: 9157}}, `{"p":{"srid":9157,"x":0,"y":0,"z":3}}`},
	} {
		got, err := json.Marshal(jsonValue(c.value))
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %s, %v; want %s", c.name, got, err, c.want)
		}
	}
}
