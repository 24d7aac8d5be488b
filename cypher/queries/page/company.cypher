// title: Page of a company
// category: page
// description: People now and before, products, sponsored episodes, and who speaks of the company.
// param: id string
// param: limit int = 200 — rows of each part
// access: read
MATCH (c:Company {id: $id})
RETURN 'self' AS part, c AS x, null AS r
UNION ALL
MATCH (:Company {id: $id})<-[r:WORKED_AT]-(p:Person)
RETURN 'job' AS part, p AS x, r
ORDER BY coalesce(r.asOf, '') DESC, p.name, p.id, r.episode, r.start
LIMIT $limit
UNION ALL
MATCH (:Company {id: $id})-[r:MAKES]->(t:Technology)
RETURN 'makes' AS part, t AS x, r
ORDER BY t.name, t.id, r.episode, r.start
LIMIT $limit
UNION ALL
MATCH (:Company {id: $id})-[r:SPONSORED]->(e:Episode)
RETURN 'sponsored' AS part, null AS x, r
ORDER BY coalesce(e.published, '') DESC, e.id
LIMIT $limit
UNION ALL
MATCH (:Company {id: $id})<-[r:MENTIONS]-(e:Episode)
WHERE r.name IS NOT NULL
RETURN 'mention' AS part, null AS x, r
ORDER BY coalesce(e.published, '') DESC, e.id
LIMIT $limit
