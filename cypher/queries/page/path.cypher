// title: One shortest path
// category: page
// description: A shortest path between two nodes by the types of relationship asked for; see graph/path.go. Chapters are no steps.
// param: from string — element id
// param: to string — element id
// param: types list — relationship types
// access: read
MATCH (a) WHERE elementId(a) = $from
MATCH (b) WHERE elementId(b) = $to
MATCH p = shortestPath((a)-[steps:WORKED_AT|CREATED|MAKES|GUEST_ON|HOSTED|SPONSORED|PART_OF|MENTIONS*..8]-(b))
WHERE all(r IN steps WHERE type(r) IN $types AND NOT startNode(r):Chapter)
RETURN [n IN nodes(p) | elementId(n)] AS nodes, [r IN relationships(p) | type(r)] AS types
