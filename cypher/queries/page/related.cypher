// title: What an episode shares with others
// category: page
// description: For each guest, maker, employer and mentioned entity of an episode the other episodes that have it too; see graph/related.go.
// param: id string
// param: things rows — label and id of the mentioned entities to look at
// access: read
MATCH (:Episode {id: $id})<-[:GUEST_ON]-(p:Person)
WITH DISTINCT p
MATCH (p)-[:GUEST_ON]->(o:Episode)
RETURN 'guest' AS kind, labels(p) AS labels, p.id AS id, p.name AS name, collect(DISTINCT o.id) AS episodes, [] AS titled
UNION ALL
MATCH (e:Episode {id: $id})-[:MENTIONS]->(x:Entity)
WITH DISTINCT e, x
MATCH (x)-[r:CREATED|MAKES]->(:Technology)
WHERE r.episode = e.id
WITH DISTINCT x
MATCH (x)-[r:CREATED|MAKES]->(:Technology)
RETURN 'maker' AS kind, labels(x) AS labels, x.id AS id, x.name AS name, collect(DISTINCT r.episode) AS episodes, [] AS titled
UNION ALL
MATCH (e:Episode {id: $id})-[:MENTIONS]->(p:Person)
WITH DISTINCT e, p
MATCH (p)-[r:WORKED_AT]->(c:Company)
WHERE r.episode = e.id AND NOT EXISTS { (p)-[:HOSTED]->(e) }
WITH DISTINCT c
MATCH (c)<-[r:WORKED_AT]-(p:Person)
WHERE NOT EXISTS { MATCH (p)-[:HOSTED]->(o:Episode) WHERE o.id = r.episode }
RETURN 'employer' AS kind, labels(c) AS labels, c.id AS id, c.name AS name, collect(DISTINCT r.episode) AS episodes, [] AS titled
UNION ALL
UNWIND $things AS thing
MATCH (x:Entity {id: thing.id})
WHERE thing.label IN labels(x)
MATCH (x)<-[r:MENTIONS]-(o:Episode)
RETURN 'mention' AS kind, labels(x) AS labels, x.id AS id, x.name AS name,
  collect(CASE WHEN r.name IS NOT NULL THEN o.id END) AS episodes, collect(CASE WHEN r.in = 'title' THEN o.id END) AS titled
