// title: Episodes tied to a show
// category: page
// description: The episodes that are part of a show, newest first.
// param: id string
// param: known map — its keys are the ids of those in the picture already
// param: offset int = 0
// param: limit int = 50
// access: read
MATCH (:Show {id: $id})<-[:PART_OF]-(o:Episode)
WHERE $known[o.id] IS NULL
WITH o
ORDER BY coalesce(o.published, '') DESC, o.id
SKIP $offset LIMIT $limit
RETURN labels(o) AS labels, o.id AS id, o.title AS name
