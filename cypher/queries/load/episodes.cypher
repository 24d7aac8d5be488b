// title: Write episodes
// category: load
// description: Creates episodes and ties each to its show, if it has one.
// param: rows rows — maps of id, props and show
// access: write
UNWIND $rows AS row
MERGE (e:Episode {id: row.id})
SET e = row.props
WITH e, row
MATCH (s:Show {id: row.show})
MERGE (e)-[:PART_OF]->(s)
