// title: Delete what episodes said
// category: load
// description: Deletes the statements between entities that episodes made. Their subject is always mentioned in the episode.
// param: ids list — ids of episodes
// access: write
UNWIND $ids AS id
MATCH (e:Episode {id: id})-[:MENTIONS|SPONSORED]-(x:Entity)
WITH DISTINCT e, x
MATCH (x)-[r:WORKED_AT|CREATED|MAKES]->()
WHERE r.episode = e.id
WITH r, type(r) AS type
DELETE r
RETURN type, count(*) AS n
