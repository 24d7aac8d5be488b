// title: Which employments are said most often?
// category: evidence
// description: Person and company by number of episodes that say it: the firmest facts of the graph.
// param: atLeast int = 1 — episodes
// param: limit int = 50 — rows
// links: person, company
// access: read
MATCH (p:Person)-[w:WORKED_AT]->(c:Company)
WITH p, c, count(DISTINCT w.episode) AS episodes, count(w) AS statements, max(w.confidence) AS highest
WHERE episodes >= $atLeast
RETURN p.name AS person, c.name AS company, episodes, statements, highest
ORDER BY episodes DESC, statements DESC, person, company
LIMIT $limit
