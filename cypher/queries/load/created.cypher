// title: Write creations
// category: load
// description: One edge a statement that a person created a technology.
// param: rows rows — maps of from, to and props
// access: write
UNWIND $rows AS row
MATCH (a:Person {id: row.from})
MATCH (b:Technology {id: row.to})
CREATE (a)-[r:CREATED]->(b)
SET r = row.props
