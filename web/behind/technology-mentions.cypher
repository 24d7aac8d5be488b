// The passages that name a technology
MATCH (e:Episode)-[m:MENTIONS]->(n:Technology {id: $id})
RETURN e AS episode, m.quote AS quote, m.at AS second
ORDER BY coalesce(e.published, "") DESC, m.start
