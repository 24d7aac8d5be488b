// title: Who episodes share with others
// category: page
// description: For each guest, maker and employer of some episodes the episodes that have it too, and those it only hosts or sponsors; see graph/RELATED.md.
// param: ids list — ids of episodes
// access: read
UNWIND $ids AS id
MATCH (:Episode {id: id})<-[:GUEST_ON]-(p:Person)
WITH DISTINCT p
MATCH (p)-[:GUEST_ON]->(o:Episode)
RETURN 'guest' AS kind, labels(p) AS labels, p.id AS id, p.name AS name, collect(DISTINCT o.id) AS episodes, [] AS apart
UNION ALL
UNWIND $ids AS id
MATCH (e:Episode {id: id})-[:MENTIONS]->(x:Entity)
WITH DISTINCT e, x
MATCH (x)-[r:CREATED|MAKES]->(:Technology)
WHERE r.episode = e.id
WITH DISTINCT x
MATCH (x)-[r:CREATED|MAKES]->(:Technology)
WITH x, collect(DISTINCT r.episode) AS episodes
RETURN 'maker' AS kind, labels(x) AS labels, x.id AS id, x.name AS name, episodes, [(x)-[:HOSTED|SPONSORED]->(o:Episode) | o.id] AS apart
UNION ALL
UNWIND $ids AS id
MATCH (e:Episode {id: id})-[:MENTIONS]->(p:Person)
WITH DISTINCT e, p
MATCH (p)-[r:WORKED_AT]->(c:Company)
WHERE r.episode = e.id AND NOT EXISTS { (p)-[:HOSTED]->(e) }
WITH DISTINCT c
MATCH (c)<-[r:WORKED_AT]-(p:Person)
WITH c, p, collect(DISTINCT r.episode) AS episodes
RETURN 'employer' AS kind, labels(c) AS labels, c.id AS id, c.name AS name, episodes, [(p)-[:HOSTED]->(o:Episode) | o.id] AS apart
