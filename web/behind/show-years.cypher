// What a show names most, by year
MATCH (:Show {id: $id})<-[:PART_OF]-(e:Episode)-[:MENTIONS]->(n:Entity)
RETURN substring(e.published, 0, 4) AS year, n AS named, count(DISTINCT e) AS episodes
ORDER BY year DESC, episodes DESC
LIMIT 200
