// title: Records of episodes
// category: load
// description: Text, record and state of episodes that have a record.
// param: ids list — ids of episodes
// access: read
UNWIND $ids AS id
MATCH (e:Episode {id: id})
MATCH (f:Record {id: id})
RETURN e.id AS id, e.hash AS hash, e.decided AS decided, e.text AS text, f.content AS content
