// title: Employers of a person
// category: page
// description: Each with what was said of it, newest first; present employers as of the newest statement come first.
// param: id string
// param: offset int = 0 — employers to pass over
// param: limit int = 200 — employers
// param: said int = 20 — statements of each
// access: read
MATCH (:Person {id: $id})-[r:WORKED_AT]->(c:Company)
WITH c, r
ORDER BY coalesce(r.asOf, '') DESC, r.status, r.episode, r.start
WITH c, collect(r) AS said
ORDER BY CASE said[0].status WHEN 'current' THEN 0 WHEN 'former' THEN 1 ELSE 2 END, coalesce(said[0].asOf, '') DESC, c.name, c.id
WITH collect({x: c, said: said}) AS rows
UNWIND rows[$offset..$offset + $limit] AS row
RETURN size(rows) AS total, row.x AS x, size(row.said) AS n, row.said[..$said] AS said
