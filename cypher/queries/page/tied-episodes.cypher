// title: Episodes tied to an entity
// category: page
// description: The episodes that have or name an entity, newest first. One edge of each carries its name.
// param: label string — of the entity
// param: id string
// param: known map — its keys are the ids of those in the picture already
// param: offset int = 0
// param: limit int = 50
// access: read
MATCH (x:Entity {id: $id})-[r:MENTIONS|SPONSORED]-(o:Episode)
WHERE $label IN labels(x) AND r.name IS NOT NULL AND $known[o.id] IS NULL
WITH o
ORDER BY coalesce(o.published, '') DESC, o.id
SKIP $offset LIMIT $limit
RETURN labels(o) AS labels, o.id AS id, o.title AS name
