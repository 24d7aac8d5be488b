// title: Page of a show
// category: page
// description: Who and what a show is about, by number of episodes, and its episodes, newest first.
// param: id string
// param: top int = 20 — of hosts, guests, companies and technologies each
// param: limit int = 1000 — episodes
// access: read
MATCH (s:Show {id: $id})
RETURN 'self' AS part, s AS x, COUNT { (s)<-[:PART_OF]-() } AS n, null AS id
UNION ALL
MATCH (:Show {id: $id})<-[:PART_OF]-(e:Episode)<-[:HOSTED]-(p:Person)
RETURN 'host' AS part, p AS x, count(DISTINCT e) AS n, null AS id
ORDER BY n DESC, x.name, x.id
LIMIT $top
UNION ALL
MATCH (:Show {id: $id})<-[:PART_OF]-(e:Episode)<-[:GUEST_ON]-(p:Person)
RETURN 'guest' AS part, p AS x, count(DISTINCT e) AS n, null AS id
ORDER BY n DESC, x.name, x.id
LIMIT $top
UNION ALL
MATCH (:Show {id: $id})<-[:PART_OF]-(:Episode)-[r:MENTIONS]->(c:Company)
WHERE r.name IS NOT NULL
RETURN 'company' AS part, c AS x, count(*) AS n, null AS id
ORDER BY n DESC, x.name, x.id
LIMIT $top
UNION ALL
MATCH (:Show {id: $id})<-[:PART_OF]-(:Episode)-[r:MENTIONS]->(t:Technology)
WHERE r.name IS NOT NULL
RETURN 'technology' AS part, t AS x, count(*) AS n, null AS id
ORDER BY n DESC, x.name, x.id
LIMIT $top
UNION ALL
MATCH (:Show {id: $id})<-[:PART_OF]-(e:Episode)
RETURN 'episode' AS part, null AS x, null AS n, e.id AS id
ORDER BY coalesce(e.published, '') DESC, e.id
LIMIT $limit
