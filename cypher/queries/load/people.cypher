// title: Write people
// category: load
// description: Creates or updates nodes of one label.
// param: rows rows — maps of id and props
// access: write
UNWIND $rows AS row
MERGE (x:Person {id: row.id})
SET x:Entity, x += row.props
