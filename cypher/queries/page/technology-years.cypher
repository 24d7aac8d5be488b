// title: Years of a technology
// category: page
// description: Episodes that speak of it, by year; no year where the date is unknown.
// param: id string
// access: read
MATCH (:Technology {id: $id})<-[r:MENTIONS]-(e:Episode)
WHERE r.name IS NOT NULL
RETURN 'mentions' AS part, substring(e.published, 0, 4) AS year, count(*) AS n
ORDER BY year
