// What ties these nodes to each other, with the words that say so
MATCH (a:Person|Company|Episode)-[r]->(b:Entity|Episode|Show)
WHERE a.id IN $nodes AND b.id IN $nodes
  AND NOT (type(r) = "MENTIONS" AND EXISTS { (b)-[:HOSTED|GUEST_ON|SPONSORED]->(a) }) // an episode names its own
RETURN a, type(r) AS tie, r.status AS status, r.quote AS quote, r.episode AS episode, b
