// title: Companies and technologies of a show
// category: page
// description: By the number of episodes that name them.
// param: id string
// param: part string = "" — companies, technologies, or both
// param: year string = "" — the year of the episodes, or any
// param: offset int = 0 — nodes of each part to pass over
// param: limit int = 200 — nodes of each part
// access: read
MATCH (:Show {id: $id})<-[:PART_OF]-(e:Episode)
WHERE coalesce(e.published, '') STARTS WITH $year
MATCH (e)-[r:MENTIONS]->(x:Company|Technology)
WHERE r.name IS NOT NULL
WITH x, count(*) AS n
WITH x, n, CASE WHEN x:Company THEN 'companies' ELSE 'technologies' END AS part
WHERE $part = '' OR part = $part
WITH x, n, part
ORDER BY n DESC, x.name, x.id
WITH part, collect({x: x, n: n}) AS rows
UNWIND rows[$offset..$offset + $limit] AS row
RETURN part, size(rows) AS total, row.x AS x, row.n AS n
