// Where people of a company came from: said to be former elsewhere, or there earlier, when it employs them
MATCH (b:Company {id: $id})<-[t:WORKED_AT]-(p:Person)
WHERE t.status = "current"
MATCH (p)-[f:WORKED_AT]->(a:Company)
WHERE f.status IN ["former", "current"] AND a <> b
  AND (f.status = "former" AND coalesce(f.asOf <= t.asOf, true)
    OR f.status = "current" AND f.asOf < t.asOf AND NOT EXISTS { MATCH (p)-[l:WORKED_AT]->(a) WHERE l.status = "current" AND l.asOf >= t.asOf })
RETURN a AS company, p AS person, collect(DISTINCT f.quote) AS left, collect(DISTINCT t.quote) AS joined
ORDER BY company.name, person.name
