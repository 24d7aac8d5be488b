// title: All names
// category: page
// description: Entities, shows and episodes with the text that search compares; see graph/nameindex.go.
// access: read
MATCH (x:Entity)
RETURN labels(x) AS labels, x.id AS id, x.searchText AS text, x.episodes AS weight, '' AS published
UNION ALL
MATCH (x:Show)
RETURN labels(x) AS labels, x.id AS id, x.searchText AS text, COUNT { (x)<-[:PART_OF]-() } AS weight, '' AS published
UNION ALL
MATCH (x:Episode)
RETURN labels(x) AS labels, x.id AS id, x.searchText AS text, 0 AS weight, coalesce(x.published, '') AS published
