// Episodes that speak of a company and that it sponsored, by year
MATCH (:Company {id: $id})<-[:MENTIONS]-(e:Episode)
RETURN substring(e.published, 0, 4) AS year, "speaks of it" AS how, count(DISTINCT e) AS episodes
ORDER BY year
UNION ALL
MATCH (:Company {id: $id})-[:SPONSORED]->(e:Episode)
RETURN substring(e.published, 0, 4) AS year, "sponsored" AS how, count(DISTINCT e) AS episodes
ORDER BY year
