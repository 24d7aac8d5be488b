// title: Search by name
// category: page
// description: Entities, shows and episodes whose names hold words that begin as the words looked for; see graph/search.go for the order.
// param: name string — folded query
// param: whole string — folded query as a whole line of searchText
// param: begin string — folded query as the beginning of a line
// param: words list — its words, each after a space
// param: label string = "" — one label, or all
// param: limit int = 20
// access: read
MATCH (x:Entity)
WHERE ($label = '' OR $label IN labels(x)) AND all(word IN $words WHERE x.searchText CONTAINS word)
WITH x, x.episodes AS weight,
  CASE
    WHEN x.searchName = $name THEN 0
    WHEN x.searchText CONTAINS $whole THEN 1
    WHEN x.searchText STARTS WITH $begin THEN 2
    WHEN all(word IN $words WHERE (' ' + x.searchName) CONTAINS word) THEN 3
    ELSE 4
  END AS rank
ORDER BY rank, weight DESC, x.name, x.id
LIMIT $limit
OPTIONAL MATCH (x)-[w:WORKED_AT]->(c:Company)
WITH x, rank, weight, w, c
ORDER BY coalesce(w.asOf, '') DESC, w.status, w.episode, w.start
WITH x, rank, weight, head(collect(c.name)) AS company, head(collect(w.roles)) AS roles, head(collect(w.status)) AS status
RETURN labels(x) AS labels, x.id AS id, x.name AS name, x.aliases AS aliases, rank, weight,
  company, roles, status, x.kind AS class,
  COUNT { (x)<-[:WORKED_AT]-() } AS people, null AS published, null AS show
UNION ALL
MATCH (x:Show)
WHERE ($label = '' OR $label = 'Show') AND all(word IN $words WHERE x.searchText CONTAINS word)
WITH x, COUNT { (x)<-[:PART_OF]-() } AS weight,
  CASE
    WHEN x.searchName = $name THEN 0
    WHEN x.searchText CONTAINS $whole THEN 1
    WHEN x.searchText STARTS WITH $begin THEN 2
    ELSE 3
  END AS rank
ORDER BY rank, weight DESC, x.name, x.id
LIMIT $limit
RETURN labels(x) AS labels, x.id AS id, x.name AS name, [] AS aliases, rank, weight,
  null AS company, null AS roles, null AS status, null AS class,
  0 AS people, null AS published, null AS show
UNION ALL
MATCH (x:Episode)
WHERE ($label = '' OR $label = 'Episode') AND all(word IN $words WHERE x.searchText CONTAINS word)
WITH x,
  CASE
    WHEN x.searchName = $name THEN 0
    WHEN x.searchText STARTS WITH $begin THEN 2
    ELSE 3
  END AS rank
ORDER BY rank, coalesce(x.published, '') DESC, x.id
LIMIT $limit
OPTIONAL MATCH (x)-[:PART_OF]->(s:Show)
RETURN labels(x) AS labels, x.id AS id, x.title AS name, [] AS aliases, rank, 0 AS weight,
  null AS company, null AS roles, null AS status, null AS class,
  0 AS people, x.published AS published, s.name AS show
