// title: Who talks about a technology
// category: page
// description: Guests and hosts of the episodes that name it, by the number of these episodes, each with the passage of the newest.
// param: id string
// param: part string = "" — guests, hosts, or both
// param: offset int = 0 — people of each part to pass over
// param: limit int = 200 — people of each part
// access: read
MATCH (:Technology {id: $id})<-[r:MENTIONS]-(e:Episode)
WHERE r.name IS NOT NULL
WITH r, e
ORDER BY coalesce(e.published, '') DESC, e.id
MATCH (e)<-[on:HOSTED|GUEST_ON]-(p:Person)
WITH CASE type(on) WHEN 'HOSTED' THEN 'hosts' ELSE 'guests' END AS part, p, r
WHERE $part = '' OR part = $part
WITH part, p, head(collect(r)) AS r, count(*) AS n
ORDER BY n DESC, p.name, p.id
WITH part, collect({x: p, r: r, n: n}) AS rows
UNWIND rows[$offset..$offset + $limit] AS row
RETURN part, size(rows) AS total, row.x AS x, row.n AS n, [row.r] AS said
