// The technologies that the most episodes speak of
MATCH (e:Episode)-[:MENTIONS]->(n:Technology)
RETURN n AS technology, count(DISTINCT e) AS episodes
ORDER BY episodes DESC, technology.name, technology.id
LIMIT 50
