// What other episodes share with this one: people, companies and technologies named in both
MATCH (e:Episode {id: $id})-[:MENTIONS]->(n:Entity)<-[:MENTIONS]-(other:Episode)
WHERE other.id <> $id
RETURN other AS episode, collect(DISTINCT n.name) AS shared, count(DISTINCT n) AS number
ORDER BY number DESC
LIMIT 20
