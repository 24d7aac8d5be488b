// title: Between which companies do people move?
// category: moves
// description: Pairs of a former and a current employer, by number of people.
// param: limit int = 50 — rows
// links: from company, to company, who person
// access: read
MATCH (a:Company)<-[:WORKED_AT {status: 'former'}]-(p:Person)-[:WORKED_AT {status: 'current'}]->(b:Company)
WHERE a <> b
WITH DISTINCT a, b, p
ORDER BY p.name, p.id
RETURN a.name AS from, b.name AS to, count(p) AS people, collect(p.name) AS who
ORDER BY people DESC, from, to
LIMIT $limit
