// title: Chapters of an episode
// category: page
// description: Chapters in order, with the entities their titles name.
// param: id string
// access: read
MATCH (:Episode {id: $id})-[:HAS_CHAPTER]->(c:Chapter)
OPTIONAL MATCH (c)-[:MENTIONS]->(x:Entity)
RETURN c.position AS position, c.start AS start, c.title AS title, x
ORDER BY position, x.name, x.id
