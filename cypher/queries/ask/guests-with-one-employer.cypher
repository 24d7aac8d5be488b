// title: Which guests of different episodes worked at the same company?
// category: connections
// description: Pairs of guests who share an employer, with the words about both.
// param: limit int = 50 — rows
// links: company, one person, other person, episode
// access: read
MATCH (a:Person)-[x:WORKED_AT]->(c:Company)<-[y:WORKED_AT]-(b:Person)
WHERE a.id < b.id AND EXISTS { (a)-[:GUEST_ON]->(:Episode) } AND EXISTS { (b)-[:GUEST_ON]->(:Episode) }
WITH a, b, c, x, y
ORDER BY x.asOf, x.episode, x.start, y.asOf, y.episode, y.start
WITH a, b, c, head(collect(x)) AS x, head(collect(y)) AS y
RETURN c.name AS company, a.name AS one, b.name AS other, x.quote AS saidOfOne, y.quote AS quote, y.episode AS episode
ORDER BY company, one, other
LIMIT $limit
