// title: What a company makes
// category: page
// description: Each technology with what was said of it, newest first.
// param: id string
// param: offset int = 0 — technologies to pass over
// param: limit int = 200 — technologies
// param: said int = 20 — statements of each
// access: read
MATCH (:Company {id: $id})-[r:MAKES]->(t:Technology)
MATCH (e:Episode {id: r.episode})
WITH t, r
ORDER BY coalesce(e.published, '') DESC, r.episode, r.start
WITH t, collect(r) AS said
ORDER BY size(said) DESC, t.name, t.id
WITH collect({x: t, said: said}) AS rows
UNWIND rows[$offset..$offset + $limit] AS row
RETURN size(rows) AS total, row.x AS x, size(row.said) AS n, row.said[..$said] AS said
