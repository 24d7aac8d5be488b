// title: Write sponsors
// category: load
// description: One edge a sponsor of an episode.
// param: rows rows — maps of from, to and props
// access: write
UNWIND $rows AS row
MATCH (a:Company {id: row.from})
MATCH (b:Episode {id: row.to})
CREATE (a)-[r:SPONSORED]->(b)
SET r = row.props
