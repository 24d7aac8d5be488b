// title: Which guests created something?
// category: co-creation
// description: Guests with the technologies that an episode says they created.
// links: person, technology
// access: read
MATCH (p:Person)-[:GUEST_ON]->(:Episode)
WITH DISTINCT p
MATCH (p)-[c:CREATED]->(t:Technology)
WITH p, t, c
ORDER BY c.role
RETURN p.name AS person, t.name AS technology, collect(DISTINCT c.role) AS roles, count(c) AS statements
ORDER BY person, technology
