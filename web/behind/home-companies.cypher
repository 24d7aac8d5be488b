// The companies that the most episodes speak of
MATCH (e:Episode)-[:MENTIONS]->(n:Company)
RETURN n AS company, count(DISTINCT e) AS episodes
ORDER BY episodes DESC, company.name
LIMIT 50
