// title: Write records
// category: load
// description: What an episode's source gave, for decisions to be applied and undone without it.
// param: rows rows — maps of id and content
// access: write
UNWIND $rows AS row
MERGE (f:Record {id: row.id})
SET f.content = row.content
