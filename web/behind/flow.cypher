// Moves between companies: former at the one, then at the other; or at both, one after the other
MATCH (p:Person)-[f:WORKED_AT]->(a:Company)
WHERE f.status IN ['former', 'current']
MATCH (p)-[t:WORKED_AT]->(b:Company)
WHERE t.status = 'current' AND a <> b
  AND ($company = '' OR $company IN [a.id, b.id]) AND ($to = '' OR b.id = $to)
  AND ($since = '' OR t.asOf >= $since) AND ($until = '' OR t.asOf < $until)
  AND (f.status = 'former' AND coalesce(f.asOf <= t.asOf, true)
    OR f.status = 'current' AND f.asOf < t.asOf AND NOT EXISTS { MATCH (p)-[l:WORKED_AT]->(a) WHERE l.status = 'current' AND l.asOf >= t.asOf })
WITH a, b, collect(DISTINCT p.name) AS people, collect(DISTINCT f.quote) AS left, collect(DISTINCT t.quote) AS joined
WHERE size(people) >= $people
RETURN a AS from, b AS to, people, left, joined
ORDER BY size(people) DESC, from.name, to.name
LIMIT $limit
