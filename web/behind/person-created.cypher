// What a person created
MATCH (p:Person {id: $id})-[m:CREATED]->(t:Technology)
MATCH (e:Episode {id: m.episode})
RETURN t AS technology, m.role AS role, m.quote AS quote, e AS episode
ORDER BY t.name
