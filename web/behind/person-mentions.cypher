// The passages that name a person in episodes without them
MATCH (e:Episode)-[m:MENTIONS]->(n:Person {id: $id})
WHERE NOT EXISTS { (n)-[:HOSTED|GUEST_ON]->(e) }
RETURN e AS episode, m.quote AS quote, m.at AS second
ORDER BY coalesce(e.published, "") DESC, m.start
