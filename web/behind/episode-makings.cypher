// What an episode says about who made what
MATCH (:Episode {id: $id})-[:MENTIONS]->(t:Technology)
WITH DISTINCT t
MATCH (maker:Entity)-[m:CREATED|MAKES]->(t)
WHERE m.episode = $id
RETURN maker, type(m) AS did, t AS technology, m.quote AS quote
ORDER BY m.start
