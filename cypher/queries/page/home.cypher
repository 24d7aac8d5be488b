// title: First page
// category: page
// description: How much there is, the newest episodes, and who and what appears most.
// param: top int = 12 — entries of each list
// access: read
MATCH (x:Show)
WITH count(x) AS n
RETURN 'shows' AS part, null AS x, n, null AS id
UNION ALL
MATCH (x:Episode)
WITH count(x) AS n
RETURN 'episodes' AS part, null AS x, n, null AS id
UNION ALL
MATCH (x:Person)
WITH count(x) AS n
RETURN 'people' AS part, null AS x, n, null AS id
UNION ALL
MATCH (x:Company)
WITH count(x) AS n
RETURN 'companies' AS part, null AS x, n, null AS id
UNION ALL
MATCH (x:Technology)
WITH count(x) AS n
RETURN 'technologies' AS part, null AS x, n, null AS id
UNION ALL
MATCH ()-[x:HOSTED]->()
WITH count(x) AS n
RETURN 'statements' AS part, null AS x, n, null AS id
UNION ALL
MATCH ()-[x:GUEST_ON]->()
WITH count(x) AS n
RETURN 'statements' AS part, null AS x, n, null AS id
UNION ALL
MATCH ()-[x:SPONSORED]->()
WITH count(x) AS n
RETURN 'statements' AS part, null AS x, n, null AS id
UNION ALL
MATCH (:Episode)-[x:MENTIONS]->()
WITH count(x) AS n
RETURN 'statements' AS part, null AS x, n, null AS id
UNION ALL
MATCH ()-[x:WORKED_AT]->()
WITH count(x) AS n
RETURN 'statements' AS part, null AS x, n, null AS id
UNION ALL
MATCH ()-[x:CREATED]->()
WITH count(x) AS n
RETURN 'statements' AS part, null AS x, n, null AS id
UNION ALL
MATCH ()-[x:MAKES]->()
WITH count(x) AS n
RETURN 'statements' AS part, null AS x, n, null AS id
UNION ALL
MATCH (e:Episode)
RETURN 'episode' AS part, null AS x, null AS n, e.id AS id
ORDER BY coalesce(e.published, '') DESC, e.id
LIMIT $top
UNION ALL
MATCH (s:Show)
RETURN 'show' AS part, s AS x, COUNT { (s)<-[:PART_OF]-() } AS n, null AS id
ORDER BY n DESC, x.name, x.id
LIMIT $top
UNION ALL
MATCH (p:Person)
WITH p, COUNT { (p)-[:HOSTED|GUEST_ON]->() } AS n
WHERE n > 0
RETURN 'person' AS part, p AS x, n, null AS id
ORDER BY n DESC, x.name, x.id
LIMIT $top
UNION ALL
MATCH (c:Company)
RETURN 'company' AS part, c AS x, c.episodes AS n, null AS id
ORDER BY n DESC, x.name, x.id
LIMIT $top
UNION ALL
MATCH (t:Technology)
RETURN 'technology' AS part, t AS x, t.episodes AS n, null AS id
ORDER BY n DESC, x.name, x.id
LIMIT $top
