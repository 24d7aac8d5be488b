// title: Write companies
// category: load
// description: Creates or updates nodes of one label.
// param: rows rows — maps of id and props
// access: write
UNWIND $rows AS row
MERGE (x:Company {id: row.id})
SET x:Entity, x += row.props
