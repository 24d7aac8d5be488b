// title: Edges of episodes
// category: load
// description: How many edges of each type episodes have.
// param: ids list — ids of episodes
// access: read
UNWIND $ids AS id
MATCH (e:Episode {id: id})-[r]-()
RETURN type(r) AS type, count(r) AS n
