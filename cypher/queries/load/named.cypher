// title: What episodes call their entities
// category: load
// description: The entities that episodes name, with the names, aliases and addresses each episode gave.
// param: ids list — ids of episodes
// access: read
UNWIND $ids AS id
MATCH (e:Episode {id: id})-[r:MENTIONS|SPONSORED]-(x:Entity)
RETURN labels(x) AS labels, x.id AS id, r.name AS name, r.aliases AS aliases, r.urls AS urls, r.former AS former, r.kind AS kind
