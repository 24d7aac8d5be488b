// title: Where did the creators of a technology work?
// category: co-creation
// description: Employers of the people who created it, past and current.
// phrase: Where did the creators of {technology} work?
// param: technology string = "Vitess" — name of the technology
// links: person, company, episode
// access: read
MATCH (:Technology {name: $technology})<-[:CREATED]-(p:Person)
WITH DISTINCT p
MATCH (p)-[w:WORKED_AT]->(c:Company)
RETURN p.name AS person, c.name AS company, w.status AS status, w.roles AS roles, w.quote AS quote, w.episode AS episode
ORDER BY person, company, episode, quote
