// title: Who hosts here and is a guest there?
// category: people
// description: People on both sides of the microphone.
// links: person
// access: read
MATCH (p:Person)-[:HOSTED]->(h:Episode)
WITH p, count(DISTINCT h) AS hosted
MATCH (p)-[:GUEST_ON]->(g:Episode)
RETURN p.name AS person, hosted, count(DISTINCT g) AS guest
ORDER BY guest DESC, hosted DESC, person
