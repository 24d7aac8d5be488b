// title: Whose career has most stations?
// category: careers
// description: People by number of companies they are said to have been at.
// param: limit int = 50 — rows
// links: person, companies company
// access: read
MATCH (p:Person)-[:WORKED_AT]->(c:Company)
WITH DISTINCT p, c
ORDER BY c.name, c.id
RETURN p.name AS person, count(c) AS employers, collect(c.name) AS companies
ORDER BY employers DESC, person
LIMIT $limit
