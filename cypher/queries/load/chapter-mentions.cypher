// title: Write mentions of chapters
// category: load
// description: One edge a chapter whose title names an entity.
// param: rows rows — maps of from, label, to and props
// access: write
UNWIND $rows AS row
MATCH (c:Chapter {id: row.from})
MATCH (x:Entity {id: row.to})
WHERE row.label IN labels(x)
CREATE (c)-[r:MENTIONS]->(x)
SET r = row.props
