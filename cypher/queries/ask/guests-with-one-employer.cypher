// title: Which guests of different episodes worked at the same company?
// category: connections
// description: Pairs of guests who share an employer.
// param: limit int = 50 — rows
// links: one person, other person, company
// access: read
MATCH (a:Person)-[:WORKED_AT]->(c:Company)<-[:WORKED_AT]-(b:Person)
WHERE a.id < b.id AND EXISTS { (a)-[:GUEST_ON]->(:Episode) } AND EXISTS { (b)-[:GUEST_ON]->(:Episode) }
RETURN DISTINCT a.name AS one, b.name AS other, c.name AS company
ORDER BY company, one, other
LIMIT $limit
