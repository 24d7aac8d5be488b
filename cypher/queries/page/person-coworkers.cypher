// title: Who shares an employer with a person
// category: page
// description: What was said of both at each shared company, the smallest companies first, for there the tie is closest.
// param: id string
// param: offset int = 0 — pairs of company and co-worker to pass over
// param: limit int = 200 — pairs
// param: said int = 20 — statements of each side
// access: read
MATCH (p:Person {id: $id})-[m:WORKED_AT]->(c:Company)
WITH p, c, m
ORDER BY coalesce(m.asOf, '') DESC, m.status, m.episode, m.start
WITH p, c, collect(m) AS mine
MATCH (c)<-[r:WORKED_AT]-(o:Person)
WHERE o <> p
WITH c, mine, o, r
ORDER BY coalesce(r.asOf, '') DESC, r.status, r.episode, r.start
WITH c, mine, o, collect(r) AS said
ORDER BY o.name, o.id
WITH c, mine, collect({x: o, said: said}) AS people
ORDER BY size(people), c.name, c.id
UNWIND people AS other
WITH collect({via: c, mine: mine, x: other.x, said: other.said}) AS rows
UNWIND rows[$offset..$offset + $limit] AS row
RETURN size(rows) AS total, row.via AS via, row.x AS x, size(row.mine) AS mineN, size(row.said) AS n, row.mine[..$said] AS mine, row.said[..$said] AS said
