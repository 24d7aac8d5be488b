// title: Hosts or guests of a show
// category: page
// description: By the number of episodes.
// param: id string
// param: types list — HOSTED, GUEST_ON
// param: year string = "" — the year of the episodes, or any
// param: offset int = 0 — people to pass over
// param: limit int = 200 — people
// access: read
MATCH (:Show {id: $id})<-[:PART_OF]-(e:Episode)<-[on:HOSTED|GUEST_ON]-(p:Person)
WHERE type(on) IN $types AND coalesce(e.published, '') STARTS WITH $year
WITH p, count(DISTINCT e) AS n
ORDER BY n DESC, p.name, p.id
WITH collect({x: p, n: n}) AS rows
UNWIND rows[$offset..$offset + $limit] AS row
RETURN size(rows) AS total, row.x AS x, row.n AS n
