// title: Delete the records of episodes
// category: load
// description: Deletes what was kept of the sources of episodes.
// param: ids list — ids of episodes
// access: write
UNWIND $ids AS id
MATCH (f:Record {id: id})
DELETE f
