// What an episode says about who works or worked where
MATCH (:Episode {id: $id})-[:MENTIONS]->(p:Person)
WITH DISTINCT p
MATCH (p)-[w:WORKED_AT]->(c:Company)
WHERE w.episode = $id
RETURN p AS person, w.roles AS roles, w.status AS status, c AS company, w.quote AS quote
ORDER BY w.start
