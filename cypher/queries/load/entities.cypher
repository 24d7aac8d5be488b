// title: Entities already in the graph
// category: load
// description: Names, aliases and addresses of the entities a batch is about to touch.
// param: refs rows — maps of label and id
// access: read
UNWIND $refs AS ref
MATCH (x:Entity {id: ref.id})
WHERE ref.label IN labels(x)
RETURN ref.label AS label, x.id AS id, x.name AS name, x.aliases AS aliases, x.urls AS urls, x.former AS former, x.kind AS kind, x.episodes AS episodes
