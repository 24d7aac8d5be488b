// title: How often are hosts guests themselves?
// category: guests
// description: Hosts by the episodes they are a guest on: people on both sides of the microphone first.
// param: limit int = 50 — rows
// links: person
// access: read
MATCH (p:Person)-[:HOSTED]->(h:Episode)
WITH p, count(DISTINCT h) AS hosted
OPTIONAL MATCH (p)-[:GUEST_ON]->(g:Episode)
RETURN p.name AS person, hosted, count(DISTINCT g) AS guest
ORDER BY guest DESC, hosted DESC, person
LIMIT $limit
