// Who and what an episode names, in the order of its description
MATCH (e:Episode {id: $id})-[m:MENTIONS]->(n)
RETURN n AS named, m.quote AS quote, m.at AS second
ORDER BY m.start
