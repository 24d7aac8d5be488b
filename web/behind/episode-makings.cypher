// What an episode says about who made what
MATCH (maker)-[m:CREATED|MAKES {episode: $id}]->(t:Technology)
RETURN maker, type(m) AS did, t AS technology, m.quote AS quote
ORDER BY m.start
