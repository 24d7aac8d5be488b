// title: Years of a company
// category: page
// description: Episodes that speak of it and that it sponsored, by year; no year where the date is unknown.
// param: id string
// access: read
MATCH (:Company {id: $id})<-[r:MENTIONS]-(e:Episode)
WHERE r.name IS NOT NULL
RETURN 'mentions' AS part, substring(e.published, 0, 4) AS year, count(*) AS n
ORDER BY year
UNION ALL
MATCH (:Company {id: $id})-[:SPONSORED]->(e:Episode)
RETURN 'sponsored' AS part, substring(e.published, 0, 4) AS year, count(*) AS n
ORDER BY year
