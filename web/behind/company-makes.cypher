// What a company makes
MATCH (c:Company {id: $id})-[m:MAKES]->(t:Technology)
MATCH (e:Episode {id: m.episode})
RETURN t AS technology, m.quote AS quote, e AS episode
ORDER BY t.name
