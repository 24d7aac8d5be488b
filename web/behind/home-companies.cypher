// The companies that the most episodes speak of or are sponsored by
MATCH (e:Episode)-[:MENTIONS|SPONSORED]-(n:Company)
RETURN n AS company, count(DISTINCT e) AS episodes
ORDER BY episodes DESC, company.name, company.id
LIMIT 50
