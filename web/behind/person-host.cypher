// The episodes a person hosted
MATCH (p:Person {id: $id})-[on:HOSTED]->(e:Episode)
RETURN e AS episode, on.quote AS quote
ORDER BY coalesce(e.published, "") DESC
