// Who created or makes a technology
MATCH (maker)-[m:CREATED|MAKES]->(t:Technology {id: $id})
MATCH (e:Episode {id: m.episode})
RETURN maker, type(m) AS did, m.quote AS quote, e AS episode
ORDER BY maker.name
