// title: Number of moves between companies
// category: page
// description: How many moves page/flow finds: pairs of companies by the people who went from one to the other: said to be former at the one when or before they are said to work at the other, or said to work at both, one after the other.
// param: company string = "" — id of a company at either end, or all
// param: since string = "" — the day from which, and
// param: until string = "" — the day before which the episode came out that has them at the other
// param: people int = 1 — the fewest of a move
// access: read
MATCH (p:Person)-[f:WORKED_AT]->(a:Company)
WHERE f.status IN ['former', 'current']
MATCH (p)-[t:WORKED_AT]->(b:Company)
WHERE t.status = 'current' AND a <> b
  AND ($company = '' OR a.id = $company OR b.id = $company)
  AND ($since = '' OR t.asOf >= $since) AND ($until = '' OR t.asOf < $until)
  AND (f.status = 'former' AND coalesce(f.asOf <= t.asOf, true)
    OR f.status = 'current' AND f.asOf < t.asOf AND NOT EXISTS { MATCH (p)-[l:WORKED_AT]->(a) WHERE l.status = 'current' AND l.asOf >= t.asOf })
WITH a, b, count(DISTINCT p) AS people
WHERE people >= $people
RETURN count(*) AS total
