// title: Which sponsors had their own people on as guests?
// category: sponsorship
// description: Sponsors of a show, and guests of that show who are said to work or have worked for them.
// param: limit int = 50 — rows
// links: sponsor company, show, person, episode
// access: read
MATCH (c:Company)-[:SPONSORED]->(:Episode)-[:PART_OF]->(s:Show)
WITH DISTINCT c, s
MATCH (c)<-[w:WORKED_AT]-(p:Person)-[:GUEST_ON]->(e:Episode)-[:PART_OF]->(s)
WITH DISTINCT c, s, p, w
RETURN c.name AS sponsor, s.name AS show, p.name AS person, w.status AS status, w.quote AS quote, w.episode AS episode
ORDER BY sponsor, show, person, episode, quote
LIMIT $limit
