// title: What an episode shares with others
// category: page
// description: For each guest, maker, employer and mentioned entity of an episode the other episodes that have it too; see graph/related.go.
// param: id string
// param: most int = 2000 — passages above which an entity is too common to tell anything
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
MATCH (o:Episode {id: r.episode})
WHERE NOT EXISTS { (p)-[:HOSTED]->(o) }
RETURN 'employer' AS kind, labels(c) AS labels, c.id AS id, c.name AS name, collect(DISTINCT o.id) AS episodes, [] AS titled
UNION ALL
MATCH (e:Episode {id: $id})-[:MENTIONS]->(x:Entity)
WHERE NOT EXISTS { (x)-[:HOSTED]->(e) }
WITH DISTINCT x
WHERE COUNT { (x)<-[:MENTIONS]-() } <= $most
MATCH (x)<-[r:MENTIONS]-(o:Episode)
RETURN 'mention' AS kind, labels(x) AS labels, x.id AS id, x.name AS name, collect(DISTINCT o.id) AS episodes,
  collect(DISTINCT CASE WHEN r.in = 'title' THEN o.id END) AS titled
UNION ALL
MATCH (e:Episode)
WITH count(e) AS n
RETURN 'episodes' AS kind, [] AS labels, toString(n) AS id, '' AS name, [] AS episodes, [] AS titled
UNION ALL
MATCH (s:Show)
WITH count(s) AS n
RETURN 'shows' AS kind, [] AS labels, toString(n) AS id, '' AS name, [] AS episodes, [] AS titled
