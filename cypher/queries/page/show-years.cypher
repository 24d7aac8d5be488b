// title: A show year by year
// category: page
// description: Episodes of each year, and the guests, companies and technologies of the most of them; no year where the date is unknown.
// param: id string
// param: top int = 3 — of guests, companies and technologies each
// access: read
MATCH (:Show {id: $id})<-[:PART_OF]-(e:Episode)
RETURN 'episodes' AS part, substring(e.published, 0, 4) AS year, count(*) AS n, [] AS top
ORDER BY year
UNION ALL
MATCH (:Show {id: $id})<-[:PART_OF]-(e:Episode)<-[:GUEST_ON]-(p:Person)
WITH substring(e.published, 0, 4) AS year, p, count(DISTINCT e) AS n
ORDER BY n DESC, p.name, p.id
WITH year, count(*) AS all, collect({x: p, n: n})[..$top] AS top
RETURN 'guests' AS part, year, all AS n, top
ORDER BY year
UNION ALL
MATCH (:Show {id: $id})<-[:PART_OF]-(e:Episode)-[r:MENTIONS]->(x:Company|Technology)
WHERE r.name IS NOT NULL
WITH substring(e.published, 0, 4) AS year, x, count(*) AS n
ORDER BY n DESC, x.name, x.id
WITH year, CASE WHEN x:Company THEN 'companies' ELSE 'technologies' END AS part, x, n
WITH year, part, count(*) AS all, collect({x: x, n: n})[..$top] AS top
RETURN part, year, all AS n, top
ORDER BY part, year
