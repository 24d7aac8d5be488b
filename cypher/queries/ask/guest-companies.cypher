// title: Which companies do guests come from?
// category: guests
// description: Current employers of guests as their episodes give them, by number of guests.
// param: limit int = 50 — rows
// links: company
// access: read
MATCH (p:Person)-[:GUEST_ON]->(e:Episode), (p)-[w:WORKED_AT {status: 'current'}]->(c:Company)
WHERE w.episode = e.id
RETURN c.name AS company, count(DISTINCT p) AS guests, count(DISTINCT e) AS episodes
ORDER BY guests DESC, episodes DESC, company
LIMIT $limit
