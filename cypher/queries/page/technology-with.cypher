// title: What a technology appears with
// category: page
// description: Technologies and companies that the newest episodes naming it name too, by the number of these episodes.
// param: id string
// param: part string = "" — technologies, companies, or both
// param: newest int = 300 — episodes to look at
// param: offset int = 0 — nodes of each part to pass over
// param: limit int = 200 — nodes of each part
// access: read
MATCH (t:Technology {id: $id})<-[r:MENTIONS]-(e:Episode)
WHERE r.name IS NOT NULL
WITH t, e
ORDER BY coalesce(e.published, '') DESC, e.id
LIMIT $newest
MATCH (e)-[r:MENTIONS]->(o:Company|Technology)
WHERE r.name IS NOT NULL AND o <> t
WITH o, count(*) AS n
WITH o, n, CASE WHEN o:Technology THEN 'technologies' ELSE 'companies' END AS part
WHERE $part = '' OR part = $part
WITH o, n, part
ORDER BY n DESC, o.name, o.id
WITH part, collect({x: o, n: n}) AS rows
UNWIND rows[$offset..$offset + $limit] AS row
RETURN part, size(rows) AS total, row.x AS x, row.n AS n
