// title: Write shows
// category: load
// description: Creates the shows that are missing.
// param: rows rows — maps of id and props
// access: write
UNWIND $rows AS row
OPTIONAL MATCH (old:Show {id: row.id})
WITH row, old
WHERE old IS NULL
CREATE (s:Show {id: row.id})
SET s += row.props
RETURN 'Show' AS label, count(*) AS n
