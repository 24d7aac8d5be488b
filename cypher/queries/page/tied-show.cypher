// title: Show tied to an episode
// category: page
// description: The show that an episode is part of.
// param: id string
// param: offset int = 0
// param: limit int = 50
// access: read
MATCH (:Episode {id: $id})-[:PART_OF]->(o:Show)
RETURN labels(o) AS labels, o.id AS id, o.name AS name
SKIP $offset LIMIT $limit
