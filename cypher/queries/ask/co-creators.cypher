// title: Who made something together?
// category: co-creation
// description: Pairs of people whom episodes call creators of one technology, or founders of one company, each with the words about them.
// param: limit int = 50 — rows
// links: what entity, one person, other person, episode
// access: read
MATCH (a:Person)-[x:CREATED]->(t:Technology)<-[y:CREATED]-(b:Person)
WHERE a.id < b.id
WITH a, b, t, x, y
ORDER BY x.episode, x.start, y.episode, y.start
WITH a, b, t, head(collect(x)) AS x, head(collect(y)) AS y
RETURN t.name AS what, 'Technology' AS kind, a.name AS one, b.name AS other, x.quote AS saidOfOne, y.quote AS quote, y.episode AS episode
ORDER BY what, one, other
LIMIT $limit
UNION
MATCH (a:Person)-[x:WORKED_AT]->(c:Company)<-[y:WORKED_AT]-(b:Person)
WHERE a.id < b.id AND any(role IN x.roles WHERE role CONTAINS 'founder') AND any(role IN y.roles WHERE role CONTAINS 'founder')
WITH a, b, c, x, y
ORDER BY x.episode, x.start, y.episode, y.start
WITH a, b, c, head(collect(x)) AS x, head(collect(y)) AS y
RETURN c.name AS what, 'Company' AS kind, a.name AS one, b.name AS other, x.quote AS saidOfOne, y.quote AS quote, y.episode AS episode
ORDER BY what, one, other
LIMIT $limit
