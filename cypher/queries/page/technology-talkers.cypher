// title: Who talks about a technology
// category: page
// description: Hosts or guests of the episodes that name it, by the number of these episodes, each with the passage of the newest.
// param: id string
// param: types list — HOSTED, GUEST_ON
// param: offset int = 0 — people to pass over
// param: limit int = 200 — people
// access: read
MATCH (:Technology {id: $id})<-[r:MENTIONS]-(e:Episode)
WHERE r.name IS NOT NULL
WITH r, e
ORDER BY coalesce(e.published, '') DESC, e.id
MATCH (e)<-[on:HOSTED|GUEST_ON]-(p:Person)
WHERE type(on) IN $types
WITH p, head(collect(r)) AS r, count(DISTINCT e) AS n
ORDER BY n DESC, p.name, p.id
WITH collect({x: p, r: r, n: n}) AS rows
UNWIND rows[$offset..$offset + $limit] AS row
RETURN size(rows) AS total, row.x AS x, row.n AS n, [row.r] AS said
