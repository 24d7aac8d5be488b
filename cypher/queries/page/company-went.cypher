// title: Where people of a company went
// category: page
// description: As page/moves counts moves, from the company; of each person the two statements that tell it best.
// param: id string
// param: offset int = 0 — moves to pass over
// param: limit int = 200 — moves
// access: read
MATCH (a:Company {id: $id})<-[f:WORKED_AT]-(p:Person)
WHERE f.status IN ['former', 'current']
MATCH (p)-[t:WORKED_AT]->(b:Company)
WHERE t.status = 'current' AND a <> b
  AND (f.status = 'former' AND coalesce(f.asOf <= t.asOf, true)
    OR f.status = 'current' AND f.asOf < t.asOf AND NOT EXISTS { MATCH (p)-[l:WORKED_AT]->(a) WHERE l.status = 'current' AND l.asOf >= t.asOf })
WITH p, b AS o, f, t
ORDER BY f.status DESC, CASE WHEN f.episode = t.episode THEN 0 ELSE 1 END, coalesce(t.asOf, '') DESC, coalesce(f.asOf, '') DESC, t.episode, f.episode, t.start, f.start
WITH p, o, head(collect(f)) AS f, head(collect(t)) AS t
ORDER BY p.name, p.id
WITH o, collect({x: p, f: f, t: t}) AS moves
ORDER BY size(moves) DESC, o.name, o.id
UNWIND moves AS move
WITH collect({via: o, move: move}) AS rows
UNWIND rows[$offset..$offset + $limit] AS row
RETURN size(rows) AS total, row.via AS via, row.move.x AS x, [row.move.f, row.move.t] AS said
