// The passages that name a company
MATCH (e:Episode)-[m:MENTIONS]->(n:Company {id: $id})
RETURN e AS episode, m.quote AS quote, m.at AS second
ORDER BY coalesce(e.published, "") DESC, m.start
