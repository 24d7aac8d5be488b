// title: Show tied to an episode
// category: page
// description: The show that an episode is part of.
// param: id string
// param: known map — its keys are the ids of those in the picture already
// param: offset int = 0
// param: limit int = 50
// access: read
MATCH (:Episode {id: $id})-[:PART_OF]->(o:Show)
WHERE $known[o.id] IS NULL
RETURN labels(o) AS labels, o.id AS id, o.name AS name
SKIP $offset LIMIT $limit
