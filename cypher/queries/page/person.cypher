// title: Page of a person
// category: page
// description: Jobs, creations, appearances, co-workers, and who else speaks of the person.
// param: id string
// param: limit int = 200 — rows of each part
// access: read
MATCH (p:Person {id: $id})
RETURN 'self' AS part, p AS x, null AS r, null AS via
UNION ALL
MATCH (:Person {id: $id})-[r:WORKED_AT]->(c:Company)
RETURN 'job' AS part, c AS x, r, null AS via
ORDER BY coalesce(r.asOf, '') DESC, r.episode, r.start
LIMIT $limit
UNION ALL
MATCH (:Person {id: $id})-[r:CREATED]->(t:Technology)
RETURN 'created' AS part, t AS x, r, null AS via
ORDER BY t.name, r.episode, r.start
LIMIT $limit
UNION ALL
MATCH (:Person {id: $id})-[r:HOSTED|GUEST_ON]->(e:Episode)
RETURN 'on' AS part, null AS x, r, null AS via
ORDER BY coalesce(e.published, '') DESC, e.id
LIMIT $limit
UNION ALL
MATCH (p:Person {id: $id})<-[r:MENTIONS]-(e:Episode)
WHERE r.name IS NOT NULL AND NOT EXISTS { (p)-[:HOSTED|GUEST_ON]->(e) }
RETURN 'mention' AS part, null AS x, r, null AS via
ORDER BY coalesce(e.published, '') DESC, e.id
LIMIT $limit
UNION ALL
MATCH (p:Person {id: $id})-[:WORKED_AT]->(c:Company)
WITH DISTINCT p, c
MATCH (c)<-[r:WORKED_AT]-(o:Person)
WHERE o <> p
RETURN 'coworker' AS part, o AS x, r, c AS via
ORDER BY c.name, c.id, o.name, o.id, coalesce(r.asOf, '') DESC, r.episode, r.start
LIMIT $limit
