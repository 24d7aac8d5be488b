// title: What episodes mention, rarest first
// category: page
// description: The entities of each episode but its hosts and sponsors, with the number of episodes that name them; then the size of the graph.
// param: ids list — ids of episodes
// access: read
UNWIND $ids AS episode
MATCH (e:Episode {id: episode})-[r:MENTIONS]->(x:Entity)
WHERE r.name IS NOT NULL AND NOT EXISTS { (x)-[:HOSTED|SPONSORED]->(e) }
RETURN episode, labels(x) AS labels, x.id AS id, x.episodes AS n
ORDER BY n, id
UNION ALL
MATCH (e:Episode)
WITH count(e) AS n
RETURN '' AS episode, [] AS labels, 'episodes' AS id, n
UNION ALL
MATCH (s:Show)
WITH count(s) AS n
RETURN '' AS episode, [] AS labels, 'shows' AS id, n
