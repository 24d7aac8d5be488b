// title: Delete the chapters of episodes
// category: load
// description: Deletes chapters with their mentions.
// param: ids list — ids of episodes
// access: write
UNWIND $ids AS id
MATCH (e:Episode {id: id})-[:HAS_CHAPTER]->(c:Chapter)
DETACH DELETE c
