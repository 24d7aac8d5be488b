// title: Companies or technologies of a show
// category: page
// description: By the number of episodes that name them.
// param: id string
// param: label string — Company or Technology
// param: year string = "" — the year of the episodes, or any
// param: offset int = 0 — nodes to pass over
// param: limit int = 200 — nodes
// access: read
MATCH (:Show {id: $id})<-[:PART_OF]-(e:Episode)-[r:MENTIONS]->(x:Entity)
WHERE r.name IS NOT NULL AND $label IN labels(x) AND coalesce(e.published, '') STARTS WITH $year
WITH x, count(*) AS n
ORDER BY n DESC, x.name, x.id
WITH collect({x: x, n: n}) AS rows
UNWIND rows[$offset..$offset + $limit] AS row
RETURN size(rows) AS total, row.x AS x, row.n AS n
