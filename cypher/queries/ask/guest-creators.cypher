// title: Which guests created something?
// category: co-creation
// description: Guests with the technologies that an episode says they created, with the words of one.
// links: person, technology, episode
// access: read
MATCH (p:Person)-[c:CREATED]->(t:Technology)
WHERE EXISTS { (p)-[:GUEST_ON]->(:Episode) }
WITH p, t, c
ORDER BY c.role, c.episode, c.start
RETURN p.name AS person, t.name AS technology, collect(DISTINCT c.role) AS roles, count(c) AS statements,
  head(collect(c.quote)) AS quote, head(collect(c.episode)) AS episode
ORDER BY person, technology
