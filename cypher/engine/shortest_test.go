package engine

import (
	"slices"
	"testing"
	"time"
)

// Between the ends lie five layers of ten nodes, each tied to each of the next: a hundred thousand shortest paths, and as many
// ways to be lost in.
func TestShortestPathsOfMany(t *testing.T) {
	db := open(t, Options{Limits: Limits{Memory: 1 << 20, Timeout: 20 * time.Second}})
	tx := begin(t, db, TxConfig{})
	rows(t, tx, "UNWIND range(1, 5) AS layer UNWIND range(0, 9) AS i CREATE (:N {layer: layer, i: i})")
	rows(t, tx, "MATCH (a:N), (b:N) WHERE b.layer = a.layer + 1 CREATE (a)-[:R {w: b.i}]->(b)")
	rows(t, tx, "CREATE (a:End {side: 'a'}), (b:End {side: 'b'})")
	rows(t, tx, "MATCH (a:End {side: 'a'}), (n:N {layer: 1}) CREATE (a)-[:R {w: n.i}]->(n)")
	rows(t, tx, "MATCH (b:End {side: 'b'}), (n:N {layer: 5}) CREATE (n)-[:R {w: 0}]->(b)")
	const between = "MATCH (a:End {side: 'a'}), (b:End {side: 'b'}) MATCH p = "
	for _, test := range []struct {
		statement string
		want      []string
	}{
		{"allShortestPaths((a)-[:R*]-(b)) RETURN length(p) LIMIT 3", []string{"6", "6", "6"}},
		{"allShortestPaths((a)-[:R*]-(b)) RETURN count(p)", []string{"100000"}},
		{"allShortestPaths((a)-[:R*]-(b)) WITH DISTINCT p LIMIT 5000 RETURN count(p)", []string{"5000"}},
		{"shortestPath((a)-[:R*]-(b)) WHERE length(p) <= 7 RETURN length(p)", []string{"6"}},
		{"shortestPath((a)-[r:R*]->(b)) WHERE reduce(s = 0, x IN r | s + x.w) = 1 AND size(r) < 9 RETURN reduce(s = 0, x IN r | s + x.w)", []string{"1"}},
		{"allShortestPaths((a)-[r:R*]->(b)) WHERE reduce(s = 0, x IN r | s + x.w) = 1 AND size(r) < 9 RETURN count(p)", []string{"5"}},
	} {
		if got := rows(t, tx, between+test.statement); !slices.Equal(got, test.want) {
			t.Errorf("%s = %v, want %v", test.statement, got, test.want)
		}
	}
}

// A predicate on the whole path that no shortest path meets leads to a longer one.
func TestShortestPathBeyondTheShortest(t *testing.T) {
	tx := begin(t, open(t, Options{}), TxConfig{})
	rows(t, tx, "CREATE (a:N {i: 1})-[:R]->(:N {i: 2})-[:R]->(:N {i: 3})<-[:R]-(a)")
	for _, test := range []struct {
		where string
		want  []string
	}{
		{"length(p) > 0", []string{"[1, 3]"}},
		{"any(n IN nodes(p) WHERE n.i = 2)", []string{"[1, 2, 3]"}},
		{"any(n IN nodes(p) WHERE n.i = 4)", nil},
	} {
		for _, function := range []string{"shortestPath", "allShortestPaths"} {
			statement := "MATCH p = " + function + "((:N {i: 1})-[*]-(:N {i: 3})) WHERE " + test.where + " RETURN [n IN nodes(p) | n.i]"
			if got := rows(t, tx, statement); !slices.Equal(got, test.want) {
				t.Errorf("%s = %v, want %v", statement, got, test.want)
			}
		}
	}
}
