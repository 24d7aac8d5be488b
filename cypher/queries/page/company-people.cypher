// title: People of a company
// category: page
// description: By what the newest statement says of them (current, former or unknown), each with what was said, newest first.
// param: id string
// param: part string = "" — one status, or all
// param: offset int = 0 — people of each status to pass over
// param: limit int = 200 — people of each status
// param: said int = 20 — statements of each
// access: read
MATCH (:Company {id: $id})<-[r:WORKED_AT]-(p:Person)
WITH p, r
ORDER BY coalesce(r.asOf, '') DESC, r.status, r.episode, r.start
WITH p, collect(r) AS said
WITH p, said, CASE WHEN said[0].status IN ['current', 'former'] THEN said[0].status ELSE 'unknown' END AS status
WHERE $part = '' OR status = $part
WITH p, said, status
ORDER BY coalesce(said[0].asOf, '') DESC, p.name, p.id
WITH status, collect({x: p, said: said}) AS rows
ORDER BY status
UNWIND rows[$offset..$offset + $limit] AS row
RETURN status AS part, size(rows) AS total, row.x AS x, size(row.said) AS n, row.said[..$said] AS said
