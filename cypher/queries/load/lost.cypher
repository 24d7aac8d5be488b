// title: Names nobody uses any more
// category: load
// description: Which of these names, aliases and addresses of entities no episode gives any more.
// param: rows rows — maps of label, id and text
// access: read
UNWIND $rows AS row
MATCH (x:Entity {id: row.id})
WHERE row.label IN labels(x)
  AND NOT EXISTS {
    MATCH (x)-[r:MENTIONS|SPONSORED]-(:Episode)
    WHERE r.name = row.text OR row.text IN r.aliases OR row.text IN r.urls OR row.text IN r.former
  }
RETURN row.label AS label, row.id AS id, row.text AS text
