// title: Episodes already in the graph
// category: load
// description: The content hash of each episode that is there, and the decisions that shaped it.
// param: ids list — ids of episodes
// access: read
UNWIND $ids AS id
MATCH (e:Episode {id: id})
RETURN e.id AS id, e.hash AS hash, e.decided AS decided
