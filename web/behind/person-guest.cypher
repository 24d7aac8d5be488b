// The episodes a person was a guest on
MATCH (p:Person {id: $id})-[on:GUEST_ON]->(e:Episode)
RETURN e AS episode, on.quote AS quote
ORDER BY coalesce(e.published, "") DESC
