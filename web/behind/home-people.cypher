// The people who host or are a guest on the most episodes
MATCH (p:Person)-[:HOSTED|GUEST_ON]->(e:Episode)
RETURN p AS person, count(DISTINCT e) AS episodes
ORDER BY episodes DESC, person.name, person.id
LIMIT 50
