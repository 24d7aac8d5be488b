// Episodes that speak of a technology, by year
MATCH (:Technology {id: $id})<-[:MENTIONS]-(e:Episode)
RETURN substring(e.published, 0, 4) AS year, count(DISTINCT e) AS episodes
ORDER BY year
