// title: What tells search hits apart
// category: page
// description: The nodes that refs name, each with a line's worth of what is known of it; see graph/search.go.
// param: refs list — maps of i (its place), kind and id
// access: read
UNWIND $refs AS ref
WITH ref WHERE ref.kind = 'person'
MATCH (x:Person {id: ref.id})
OPTIONAL MATCH (x)-[w:WORKED_AT]->(c:Company)
WITH ref, x, w, c
ORDER BY coalesce(w.asOf, '') DESC, w.status, w.episode, w.start
WITH ref, x, head(collect(c.name)) AS company, head(collect(w.roles)) AS roles, head(collect(w.status)) AS status
RETURN ref.i AS i, labels(x) AS labels, x.id AS id, x.name AS name, x.aliases AS aliases,
  company, roles, status, null AS class, 0 AS n, null AS published, null AS show
UNION ALL
UNWIND $refs AS ref
WITH ref WHERE ref.kind = 'company'
MATCH (x:Company {id: ref.id})
RETURN ref.i AS i, labels(x) AS labels, x.id AS id, x.name AS name, x.aliases AS aliases,
  null AS company, null AS roles, null AS status, null AS class, COUNT { (x)<-[:WORKED_AT]-() } AS n, null AS published, null AS show
UNION ALL
UNWIND $refs AS ref
WITH ref WHERE ref.kind = 'technology'
MATCH (x:Technology {id: ref.id})
RETURN ref.i AS i, labels(x) AS labels, x.id AS id, x.name AS name, x.aliases AS aliases,
  null AS company, null AS roles, null AS status, x.kind AS class, 0 AS n, null AS published, null AS show
UNION ALL
UNWIND $refs AS ref
WITH ref WHERE ref.kind = 'show'
MATCH (x:Show {id: ref.id})
RETURN ref.i AS i, labels(x) AS labels, x.id AS id, x.name AS name, [] AS aliases,
  null AS company, null AS roles, null AS status, null AS class, COUNT { (x)<-[:PART_OF]-() } AS n, null AS published, null AS show
UNION ALL
UNWIND $refs AS ref
WITH ref WHERE ref.kind = 'episode'
MATCH (x:Episode {id: ref.id})
OPTIONAL MATCH (x)-[:PART_OF]->(s:Show)
RETURN ref.i AS i, labels(x) AS labels, x.id AS id, x.title AS name, [] AS aliases,
  null AS company, null AS roles, null AS status, null AS class, 0 AS n, x.published AS published, s.name AS show
