// Who hosts a show and who was a guest on it
MATCH (p:Person)-[part:HOSTED|GUEST_ON]->(e:Episode)-[:PART_OF]->(s:Show {id: $id})
RETURN p AS person, type(part) AS part, count(DISTINCT e) AS episodes
ORDER BY episodes DESC, person.name
