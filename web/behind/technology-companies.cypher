// Which companies are named in the same episodes as a technology
MATCH (t:Technology {id: $id})<-[:MENTIONS]-(e:Episode)-[:MENTIONS]->(other:Company)
RETURN other AS company, count(DISTINCT e) AS episodes
ORDER BY episodes DESC, company.name
LIMIT 50
