// title: Hops from some nodes
// category: page
// description: The neighbours of nodes by the types of relationship asked for, each pair of nodes and type once; see graph/path.go.
// param: ids list — element ids
// param: types list — relationship types
// param: only rows — one map of the element ids of the neighbours wanted, each true; empty for all
// access: read
MATCH (x) WHERE elementId(x) IN $ids
MATCH (x)-[r:WORKED_AT|CREATED|MAKES|GUEST_ON|HOSTED|SPONSORED|PART_OF|MENTIONS]-(y:Entity|Episode|Show)
WHERE type(r) IN $types
WITH DISTINCT x, type(r) AS type, y
WHERE size($only) = 0 OR $only[0][elementId(y)]
RETURN elementId(x) AS x, type, elementId(y) AS y, y.id AS id, COUNT { (y)--() } AS degree
