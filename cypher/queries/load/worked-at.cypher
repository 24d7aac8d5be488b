// title: Write affiliations
// category: load
// description: One edge a statement that a person works or worked at a company.
// param: rows rows — maps of from, to and props
// access: write
UNWIND $rows AS row
MATCH (a:Person {id: row.from})
MATCH (b:Company {id: row.to})
CREATE (a)-[r:WORKED_AT]->(b)
SET r = row.props
