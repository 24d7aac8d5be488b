// title: Hosts and guests of a show
// category: page
// description: By the number of episodes.
// param: id string
// param: part string = "" — hosts, guests, or both
// param: year string = "" — the year of the episodes, or any
// param: offset int = 0 — people of each part to pass over
// param: limit int = 200 — people of each part
// access: read
MATCH (:Show {id: $id})<-[:PART_OF]-(e:Episode)<-[on:HOSTED|GUEST_ON]-(p:Person)
WHERE coalesce(e.published, '') STARTS WITH $year
WITH CASE type(on) WHEN 'HOSTED' THEN 'hosts' ELSE 'guests' END AS part, p, count(DISTINCT e) AS n
WHERE $part = '' OR part = $part
WITH part, p, n
ORDER BY n DESC, p.name, p.id
WITH part, collect({x: p, n: n}) AS rows
UNWIND rows[$offset..$offset + $limit] AS row
RETURN part, size(rows) AS total, row.x AS x, row.n AS n
