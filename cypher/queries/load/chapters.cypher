// title: Write chapters
// category: load
// description: Creates the chapters of new episodes.
// param: rows rows — maps of episode and props
// access: write
UNWIND $rows AS row
MATCH (e:Episode {id: row.episode})
CREATE (c:Chapter)
SET c = row.props
CREATE (e)-[:HAS_CHAPTER]->(c)
