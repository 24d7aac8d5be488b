// Where people of a company went: said to be former, or at it earlier, when another employs them
MATCH (a:Company {id: $id})<-[f:WORKED_AT]-(p:Person)
WHERE f.status IN ["former", "current"]
MATCH (p)-[t:WORKED_AT]->(b:Company)
WHERE t.status = "current" AND a <> b
  AND (f.status = "former" AND coalesce(f.asOf <= t.asOf, true)
    OR f.status = "current" AND f.asOf < t.asOf AND NOT EXISTS { MATCH (p)-[l:WORKED_AT]->(a) WHERE l.status = "current" AND l.asOf >= t.asOf })
RETURN b AS company, p AS person, collect(DISTINCT f.quote) AS left, collect(DISTINCT t.quote) AS joined
ORDER BY company.name, person.name
