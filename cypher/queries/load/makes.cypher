// title: Write makers
// category: load
// description: One edge a statement that a company makes a technology.
// param: rows rows — maps of from, to and props
// access: write
UNWIND $rows AS row
MATCH (a:Company {id: row.from})
MATCH (b:Technology {id: row.to})
CREATE (a)-[r:MAKES]->(b)
SET r = row.props
