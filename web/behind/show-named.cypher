// Which companies and technologies a show names most
MATCH (n:Entity)<-[:MENTIONS]-(e:Episode)-[:PART_OF]->(s:Show {id: $id})
WHERE n:Company OR n:Technology
RETURN n AS named, count(DISTINCT e) AS episodes
ORDER BY episodes DESC, named.name
LIMIT 100
