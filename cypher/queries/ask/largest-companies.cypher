// title: Which companies have most people in the graph?
// category: careers
// description: By number of people said to be or to have been there.
// param: limit int = 25 — rows
// links: company
// access: read
MATCH (p:Person)-[w:WORKED_AT]->(c:Company)
WITH c, p, collect(w.status) AS said
RETURN c.name AS company, count(p) AS people,
  sum(CASE WHEN 'current' IN said THEN 1 ELSE 0 END) AS current,
  sum(CASE WHEN 'former' IN said THEN 1 ELSE 0 END) AS former
ORDER BY people DESC, company
LIMIT $limit
