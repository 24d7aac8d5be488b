// title: Delete episodes
// category: load
// description: Deletes episodes with all their edges.
// param: ids list — ids of episodes
// access: write
UNWIND $ids AS id
MATCH (e:Episode {id: id})
DETACH DELETE e
