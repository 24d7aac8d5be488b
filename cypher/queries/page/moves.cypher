// title: Moves between companies
// category: page
// description: Who went from one company to another: said to be former at the one when or before they are said to work at the other, or said to work at both, one after the other. Each with the dates of the episodes that have them at the other.
// access: read
MATCH (p:Person)-[f:WORKED_AT]->(a:Company)
WHERE f.status IN ['former', 'current']
MATCH (p)-[t:WORKED_AT]->(b:Company)
WHERE t.status = 'current' AND a <> b
  AND (f.status = 'former' AND coalesce(f.asOf <= t.asOf, true)
    OR f.status = 'current' AND f.asOf < t.asOf AND NOT EXISTS { MATCH (p)-[l:WORKED_AT]->(a) WHERE l.status = 'current' AND l.asOf >= t.asOf })
RETURN a.id AS fromId, a.name AS fromName, b.id AS toId, b.name AS toName, p.id AS person, coalesce(t.asOf, '') AS asOf
