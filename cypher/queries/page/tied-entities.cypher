// title: Entities tied to an entity
// category: page
// description: The people, companies or technologies that statements tie to an entity, those that most episodes name first.
// param: label string — of the entity
// param: id string
// param: other string — label of those looked for
// param: known map — its keys are the ids of those in the picture already
// param: offset int = 0
// param: limit int = 50
// access: read
MATCH (x:Entity {id: $id})-[:WORKED_AT|CREATED|MAKES]-(o:Entity)
WHERE $label IN labels(x) AND $other IN labels(o) AND $known[o.id] IS NULL
WITH DISTINCT o
ORDER BY o.episodes DESC, o.name, o.id
SKIP $offset LIMIT $limit
RETURN labels(o) AS labels, o.id AS id, o.name AS name
