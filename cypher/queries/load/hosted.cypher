// title: Write hosts
// category: load
// description: One edge a host of an episode.
// param: rows rows — maps of from, to and props
// access: write
UNWIND $rows AS row
MATCH (a:Person {id: row.from})
MATCH (b:Episode {id: row.to})
CREATE (a)-[r:HOSTED]->(b)
SET r = row.props
