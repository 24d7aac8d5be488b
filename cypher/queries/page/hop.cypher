// title: What ties pairs of nodes
// category: page
// description: The relationships of one type between two nodes, for each pair; those with the newest episode first.
// param: pairs list — maps of i (its place), x and y (element ids) and type
// param: limit int = 5 — relationships of a pair
// access: read
UNWIND $pairs AS pair
MATCH (x) WHERE elementId(x) = pair.x
MATCH (y) WHERE elementId(y) = pair.y
MATCH (x)-[r:WORKED_AT|CREATED|MAKES|GUEST_ON|HOSTED|SPONSORED|PART_OF|MENTIONS]-(y)
WHERE type(r) = pair.type
OPTIONAL MATCH (e:Episode {id: r.episode})
WITH pair, x, r ORDER BY coalesce(e.published, '') DESC, r.episode, coalesce(r.in, ''), r.start
WITH pair, x, collect(r) AS found
UNWIND found[..$limit] AS r
RETURN pair.i AS i, startNode(r) = x AS forward, r, size(found) AS total
