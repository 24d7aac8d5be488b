// title: What is tied to an episode
// category: page
// description: The people, companies or technologies that an episode has or names, those that most episodes name first.
// param: id string
// param: other string — label of those looked for
// param: known map — its keys are the ids of those in the picture already
// param: offset int = 0
// param: limit int = 50
// access: read
MATCH (:Episode {id: $id})-[r:MENTIONS|SPONSORED]-(o:Entity)
WHERE r.name IS NOT NULL AND $other IN labels(o) AND $known[o.id] IS NULL
WITH o
ORDER BY o.episodes DESC, o.name, o.id
SKIP $offset LIMIT $limit
RETURN labels(o) AS labels, o.id AS id, o.name AS name
