// title: Page of an episode
// category: page
// description: Everything one episode says.
// param: id string
// param: passages int = 100 — of each one it names
// access: read
MATCH (e:Episode {id: $id})
RETURN 'self' AS part, e AS x, null AS r, null AS via
UNION ALL
MATCH (:Episode {id: $id})-[r:PART_OF]->(s:Show)
RETURN 'show' AS part, s AS x, r, null AS via
UNION ALL
MATCH (:Episode {id: $id})-[r:MENTIONS]->(x:Entity)
WITH x, r
ORDER BY r.start, r.end
WITH x, collect(r)[..$passages] AS said
UNWIND said AS r
RETURN 'mention' AS part, x, r, null AS via
UNION ALL
MATCH (:Episode {id: $id})<-[r:HOSTED|GUEST_ON|SPONSORED]-(x:Entity)
RETURN 'on' AS part, x, r, null AS via
UNION ALL
MATCH (e:Episode {id: $id})-[:MENTIONS|SPONSORED]-(x:Entity)
WITH DISTINCT e, x
MATCH (x)-[r:WORKED_AT|CREATED|MAKES]->(to:Entity)
WHERE r.episode = e.id
RETURN 'statement' AS part, x, r, to AS via
