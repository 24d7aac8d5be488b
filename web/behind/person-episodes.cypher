// The episodes a person hosted or was a guest on
MATCH (p:Person {id: $id})-[part:HOSTED|GUEST_ON]->(e:Episode)-[:PART_OF]->(s:Show)
RETURN e AS episode, s AS show, type(part) AS part
ORDER BY coalesce(e.published, "") DESC
