// What an episode says about who works or worked where
MATCH (p:Person)-[w:WORKED_AT {episode: $id}]->(c:Company)
RETURN p AS person, w.roles AS roles, w.status AS status, c AS company, w.quote AS quote
ORDER BY w.start
