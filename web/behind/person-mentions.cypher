// The passages that name a person
MATCH (e:Episode)-[m:MENTIONS]->(n:Person {id: $id})
RETURN e AS episode, m.quote AS quote, m.at AS second
ORDER BY coalesce(e.published, "") DESC, m.start
