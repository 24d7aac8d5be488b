// Who shares an employer with a person, at whatever time
MATCH (p:Person {id: $id})-[:WORKED_AT]->(c:Company)<-[w:WORKED_AT]-(other:Person)
WHERE other.id <> $id
RETURN DISTINCT c AS company, other AS coworker, w.roles AS roles, w.status AS status, w.quote AS quote
ORDER BY company.name, coworker.name
