package bolt

import (
	"fmt"
	"math"
	"reflect"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func TestDriverGraphValues(t *testing.T) {
	d := connect(t, "bolt://"+serveEngine(t, Config{}))
	query(t, d, "MATCH (n:Gv) DETACH DELETE n", nil)
	query(t, d, "CREATE (a:Gv:Person {name: 'Ada'})-[:KNOWS {since: 1833}]->(b:Gv {name: 'Charles'})<-[:MET]-(c:Gv {name: 'Mary'})", nil)
	rec := query(t, d, "MATCH p = (a:Gv {name: 'Ada'})-[k:KNOWS]->(b)<-[m:MET]-(c) RETURN a, k, p, elementId(a) AS ea, elementId(k) AS ek", nil).Records[0]
	a, k, p := rec.Values[0].(neo4j.Node), rec.Values[1].(neo4j.Relationship), rec.Values[2].(neo4j.Path)
	if fmt.Sprint(a.Labels) != "[Gv Person]" && fmt.Sprint(a.Labels) != "[Person Gv]" || a.Props["name"] != "Ada" {
		t.Errorf("%+v", a)
	}
	if k.Type != "KNOWS" || k.Props["since"] != int64(1833) || k.StartElementId != a.ElementId {
		t.Errorf("%+v", k)
	}
	if a.ElementId != rec.Values[3] || k.ElementId != rec.Values[4] {
		t.Error(a.ElementId, k.ElementId, rec.Values[3:])
	}
	if len(p.Nodes) != 3 || len(p.Relationships) != 2 || p.Nodes[2].Props["name"] != "Mary" {
		t.Fatalf("%+v", p)
	}
	if met := p.Relationships[1]; met.Type != "MET" || met.StartElementId != p.Nodes[2].ElementId || met.EndElementId != p.Nodes[1].ElementId {
		t.Errorf("%+v", met)
	}
	found := query(t, d, "MATCH (n) WHERE elementId(n) = $id RETURN n.name", map[string]any{"id": a.ElementId})
	if len(found.Records) != 1 || found.Records[0].Values[0] != "Ada" {
		t.Error(found.Records)
	}
	query(t, d, "MATCH (n:Gv) DETACH DELETE n", nil)
}

func TestDriverRoundTrip(t *testing.T) {
	d := connect(t, "bolt://"+serveEngine(t, Config{}))
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2024, 2, 29, 12, 34, 56, 789, berlin)
	values := map[string]any{
		"null": nil, "bool": true, "int": int64(math.MinInt64), "float": -1.5e300, "string": "ä\n'😀", "bytes": []byte{0, 255},
		"list": []any{int64(1), "a", []any{}}, "map": map[string]any{"b": int64(1), "a": map[string]any{}},
		"date": neo4j.DateOf(at), "localTime": neo4j.LocalTimeOf(at), "localDateTime": neo4j.LocalDateTimeOf(at),
		"time": neo4j.OffsetTimeOf(at), "zoned": at, "offset": at.In(time.FixedZone("Offset", -12600)), "early": time.Date(-4000, 1, 2, 3, 4, 5, 6, time.FixedZone("Offset", 3600)),
		"duration": neo4j.DurationOf(14, -3, 7, 999_999_999), "point": neo4j.Point2D{X: 1.5, Y: -2, SpatialRefId: 4326},
		"point3d": neo4j.Point3D{X: 1.5, Y: -2, Z: 3, SpatialRefId: 9157},
	}
	for name, v := range values {
		t.Run(name, func(t *testing.T) {
			got := query(t, d, "RETURN $x AS x", map[string]any{"x": v}).Records[0].Values[0]
			equal := reflect.DeepEqual(got, v)
			switch want := v.(type) {
			case time.Time:
				got := got.(time.Time)
				equal = got.Equal(want) && got.Format(time.RFC3339) == want.Format(time.RFC3339)
			case neo4j.Date, neo4j.LocalTime, neo4j.LocalDateTime, neo4j.OffsetTime, neo4j.Duration:
				equal = fmt.Sprint(got) == fmt.Sprint(want)
			}
			if !equal {
				t.Errorf("got %v, want %v", got, v)
			}
		})
	}
}
