// Which other technologies are named in the same episodes
MATCH (t:Technology {id: $id})<-[:MENTIONS]-(e:Episode)-[:MENTIONS]->(other:Technology)
WHERE other.id <> $id
RETURN other AS technology, count(DISTINCT e) AS episodes
ORDER BY episodes DESC, technology.name
LIMIT 50
