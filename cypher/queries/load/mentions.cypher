// title: Write mentions
// category: load
// description: One edge a passage of an episode that names an entity.
// param: rows rows — maps of from, label, to and props
// access: write
UNWIND $rows AS row
MATCH (e:Episode {id: row.from})
MATCH (x:Entity {id: row.to})
WHERE row.label IN labels(x)
CREATE (e)-[r:MENTIONS]->(x)
SET r = row.props
