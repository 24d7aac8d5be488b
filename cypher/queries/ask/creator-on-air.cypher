// title: Which guests talk about what they created?
// category: co-creation
// description: Episodes that name a technology beside its creator as a guest.
// param: limit int = 50 — rows
// links: person, technology, episode
// access: read
MATCH (p:Person)-[:GUEST_ON]->(e:Episode)-[m:MENTIONS]->(t:Technology)<-[:CREATED]-(p)
WITH DISTINCT p, t, e, m
ORDER BY m.start
WITH p, t, e, head(collect(m)) AS m
RETURN p.name AS person, t.name AS technology, e.published AS published, m.quote AS quote, e.id AS episode
ORDER BY person, technology, published, episode
LIMIT $limit
