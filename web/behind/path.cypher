// How two nodes are connected: some of the shortest paths
MATCH (a:Person|Company|Technology|Episode|Show {id: $from}), (b:Person|Company|Technology|Episode|Show {id: $to})
WHERE $fromKind IN [l IN labels(a) | toLower(l)] AND $toKind IN [l IN labels(b) | toLower(l)]
MATCH path = allShortestPaths((a)-[steps:WORKED_AT|CREATED|MAKES|GUEST_ON|HOSTED|SPONSORED|PART_OF|MENTIONS*..8]-(b))
WHERE all(r IN steps WHERE type(r) IN $hops AND NOT startNode(r):Chapter)
WITH path, steps WHERE length(path) <= $max
RETURN [n IN nodes(path) | coalesce(n.name, n.title)] AS through, [r IN steps | type(r)] AS hops, [r IN steps | r.quote] AS quotes, path
LIMIT 25
