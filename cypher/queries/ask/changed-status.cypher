// title: Whose status changed from one episode to another?
// category: evidence
// description: The same person and company, once said to be current and later former.
// links: person, company
// access: read
MATCH (p:Person)-[a:WORKED_AT {status: 'current'}]->(c:Company)<-[b:WORKED_AT {status: 'former'}]-(p)
WHERE a.asOf < b.asOf
RETURN p.name AS person, c.name AS company, max(a.asOf) AS lastCurrent, min(b.asOf) AS firstFormer
ORDER BY person, company
