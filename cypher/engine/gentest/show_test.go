package gentest_test

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// show writes a value so that equal values are equal texts on any server: what numbers its nodes does not show.
func show(x any) string {
	switch x := x.(type) {
	case float64:
		return "~" + strconv.FormatFloat(x+0, 'g', 9, 64)
	case string:
		return strconv.Quote(x)
	case []any:
		parts := make([]string, len(x))
		for i := range x {
			parts[i] = show(x[i])
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case map[string]any:
		var parts []string
		for _, k := range slices.Sorted(maps.Keys(x)) {
			parts = append(parts, k+": "+show(x[k]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case dbtype.Node:
		labels := slices.Sorted(slices.Values(x.Labels))
		return "(:" + strings.Join(labels, ":") + " " + show(x.Props) + ")"
	case dbtype.Relationship:
		return "[:" + x.Type + " " + show(x.Props) + "]"
	case dbtype.Path:
		return showPath(x)
	case dbtype.Date:
		return "date " + x.Time().Format(time.DateOnly)
	case dbtype.LocalTime:
		return "localtime " + x.Time().Format("15:04:05.999999999")
	case dbtype.Time:
		return "time " + x.Time().Format("15:04:05.999999999Z07:00:00")
	case dbtype.LocalDateTime:
		return "localdatetime " + x.Time().Format("2006-01-02T15:04:05.999999999")
	case time.Time:
		return "datetime " + x.Format("2006-01-02T15:04:05.999999999Z07:00:00") + x.Location().String()
	case dbtype.Duration:
		return fmt.Sprintf("duration %d %d %d %d", x.Months, x.Days, x.Seconds, x.Nanos)
	case dbtype.Point2D:
		return fmt.Sprintf("point %d %.9g %.9g", x.SpatialRefId, x.X, x.Y)
	case dbtype.Point3D:
		return fmt.Sprintf("point %d %.9g %.9g %.9g", x.SpatialRefId, x.X, x.Y, x.Z)
	}
	return fmt.Sprint(x)
}

// showPath follows the relationships, for the driver gives each node once.
func showPath(p dbtype.Path) string {
	nodes := map[string]dbtype.Node{}
	for _, n := range p.Nodes {
		nodes[n.ElementId] = n
	}
	at := p.Nodes[0].ElementId
	out := show(p.Nodes[0])
	for _, r := range p.Relationships {
		arrow, next := "->", r.EndElementId
		if r.StartElementId != at {
			arrow, next = "<-", r.StartElementId
		}
		out += arrow + show(r) + show(nodes[next])
		at = next
	}
	return out
}
