// title: Who created or makes a technology
// category: page
// description: People and companies, each with what was said, newest first.
// param: id string
// param: offset int = 0 — makers to pass over
// param: limit int = 200 — makers
// param: said int = 20 — statements of each
// access: read
MATCH (:Technology {id: $id})<-[r:CREATED|MAKES]-(m:Entity)
MATCH (e:Episode {id: r.episode})
WITH m, r
ORDER BY coalesce(e.published, '') DESC, r.episode, r.start
WITH m, collect(r) AS said
ORDER BY size(said) DESC, m.name, m.id
WITH collect({x: m, said: said}) AS rows
UNWIND rows[$offset..$offset + $limit] AS row
RETURN size(rows) AS total, row.x AS x, size(row.said) AS n, row.said[..$said] AS said
