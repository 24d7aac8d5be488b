// title: Which statements of employment are least certain?
// category: evidence
// description: Lowest confidence first: where a second look is worth most.
// param: limit int = 50 — rows
// links: person, company, episode
// access: read
MATCH (p:Person)-[w:WORKED_AT]->(c:Company)
RETURN w.confidence AS confidence, w.rule AS rule, p.name AS person, c.name AS company, w.quote AS quote, w.episode AS episode
ORDER BY confidence, person, company, episode, quote
LIMIT $limit
