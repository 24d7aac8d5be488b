// title: Who moved between companies
// category: page
// description: What was said of people at the company they left and at the one they went to; see page/moves.
// param: movers list — maps of i (place of the move), person, a and b (ids)
// param: since string = "" — the day from which, and
// param: until string = "" — the day before which the episode came out that has them at the other
// access: read
UNWIND $movers AS m
MATCH (p:Person {id: m.person})-[f:WORKED_AT]->(a:Company)
WHERE a.id = m.a AND f.status IN ['former', 'current']
MATCH (p)-[t:WORKED_AT]->(b:Company)
WHERE b.id = m.b AND t.status = 'current'
  AND ($since = '' OR t.asOf >= $since) AND ($until = '' OR t.asOf < $until)
  AND (f.status = 'former' AND coalesce(f.asOf <= t.asOf, true)
    OR f.status = 'current' AND f.asOf < t.asOf AND NOT EXISTS { MATCH (p)-[l:WORKED_AT]->(a) WHERE l.status = 'current' AND l.asOf >= t.asOf })
RETURN m.i AS i, p.id AS id, p.name AS name, labels(p) AS labels, f, t
