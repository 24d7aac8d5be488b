// title: What a technology appears with
// category: page
// description: Technologies or companies that the newest episodes naming it name too, by the number of these episodes.
// param: id string
// param: label string = "Technology" — or Company
// param: newest int = 300 — episodes to look at
// param: offset int = 0 — nodes to pass over
// param: limit int = 200 — nodes
// access: read
MATCH (t:Technology {id: $id})<-[r:MENTIONS]-(e:Episode)
WHERE r.name IS NOT NULL
WITH t, e
ORDER BY coalesce(e.published, '') DESC, e.id
LIMIT $newest
MATCH (e)-[r:MENTIONS]->(o:Entity)
WHERE r.name IS NOT NULL AND o <> t AND $label IN labels(o)
WITH o, count(*) AS n
ORDER BY n DESC, o.name, o.id
WITH collect({x: o, n: n}) AS rows
UNWIND rows[$offset..$offset + $limit] AS row
RETURN size(rows) AS total, row.x AS x, row.n AS n
