// The people, companies and technologies that the most episodes speak of
MATCH (e:Episode)-[:MENTIONS]->(n:Entity)
RETURN n AS named, count(DISTINCT e) AS episodes
ORDER BY episodes DESC, n.name
LIMIT 50
