// title: Which technologies are spoken of together?
// category: topics
// description: Pairs by number of episodes that name both, with the share that is of the rarer one.
// param: atLeast int = 2 — episodes
// param: limit int = 50 — rows
// links: one technology, other technology
// access: read
MATCH (a:Technology)<-[:MENTIONS]-(e:Episode)-[:MENTIONS]->(b:Technology)
WHERE a.id < b.id
WITH a, b, count(DISTINCT e) AS together
WHERE together >= $atLeast
WITH a, b, together, CASE WHEN a.episodes < b.episodes THEN a.episodes ELSE b.episodes END AS rarer
RETURN a.name AS one, b.name AS other, together, round(toFloat(together) / rarer, 2) AS share
ORDER BY together DESC, share DESC, one, other
LIMIT $limit
