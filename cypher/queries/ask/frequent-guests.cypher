// title: Who is a guest most often?
// category: guests
// description: Guests by number of episodes, with the shows that had them.
// param: limit int = 25 — rows
// links: person, shows show
// access: read
MATCH (p:Person)-[:GUEST_ON]->(e:Episode)
WITH p, count(DISTINCT e) AS episodes
ORDER BY episodes DESC, p.name
LIMIT $limit
OPTIONAL MATCH (p)-[:GUEST_ON]->(:Episode)-[:PART_OF]->(s:Show)
WITH DISTINCT p, episodes, s
ORDER BY s.name
RETURN p.name AS person, episodes, collect(s.name) AS shows
ORDER BY episodes DESC, person
