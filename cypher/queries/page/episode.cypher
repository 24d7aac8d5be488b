// title: Page of an episode
// category: page
// description: Everything one episode says.
// param: id string
// access: read
MATCH (e:Episode {id: $id})
RETURN 'self' AS part, e AS x, null AS r, null AS via
UNION ALL
MATCH (:Episode {id: $id})-[r:PART_OF]->(s:Show)
RETURN 'show' AS part, s AS x, r, null AS via
UNION ALL
MATCH (:Episode {id: $id})-[r:MENTIONS]->(x:Entity)
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
