// title: What an episode mentions, rarest first
// category: page
// description: The entities of an episode but its hosts and sponsors, with the number of episodes that name them; then the size of the graph.
// param: id string
// access: read
MATCH (e:Episode {id: $id})-[r:MENTIONS]->(x:Entity)
WHERE r.name IS NOT NULL AND NOT EXISTS { (x)-[:HOSTED|SPONSORED]->(e) }
RETURN labels(x) AS labels, x.id AS id, x.episodes AS n
ORDER BY n, id
UNION ALL
MATCH (e:Episode)
WITH count(e) AS n
RETURN [] AS labels, 'episodes' AS id, n
UNION ALL
MATCH (s:Show)
WITH count(s) AS n
RETURN [] AS labels, 'shows' AS id, n
