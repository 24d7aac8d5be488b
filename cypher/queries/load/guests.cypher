// title: Write guests
// category: load
// description: One edge a guest of an episode.
// param: rows rows — maps of from, to and props
// access: write
UNWIND $rows AS row
MATCH (a:Person {id: row.from})
MATCH (b:Episode {id: row.to})
CREATE (a)-[r:GUEST_ON]->(b)
SET r = row.props
