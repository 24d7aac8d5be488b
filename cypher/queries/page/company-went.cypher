// title: Where people of a company went
// category: page
// description: Former people of the company whom the same or a later episode places at another one now: the newest two statements that say so.
// param: id string
// param: offset int = 0 — moves to pass over
// param: limit int = 200 — moves
// access: read
MATCH (c:Company {id: $id})<-[f:WORKED_AT {status: 'former'}]-(p:Person)-[t:WORKED_AT {status: 'current'}]->(o:Company)
WHERE o <> c AND (f.episode = t.episode OR f.asOf <= t.asOf)
WITH p, o, f, t
ORDER BY coalesce(t.asOf, '') DESC, coalesce(f.asOf, '') DESC, t.episode, f.episode, t.start, f.start
WITH p, o, head(collect(f)) AS f, head(collect(t)) AS t
ORDER BY p.name, p.id
WITH o, collect({x: p, f: f, t: t}) AS moves
ORDER BY size(moves) DESC, o.name, o.id
UNWIND moves AS move
WITH collect({via: o, move: move}) AS rows
UNWIND rows[$offset..$offset + $limit] AS row
RETURN size(rows) AS total, row.via AS via, row.move.x AS x, [row.move.f, row.move.t] AS said
