// title: What is a show about?
// category: shows compared
// description: Companies and technologies by number of the show's episodes that name them.
// phrase: What is {show} about?
// param: show string = "Database School" — name of the show
// param: limit int = 50 — rows
// links: name entity
// access: read
MATCH (:Show {name: $show})<-[:PART_OF]-(e:Episode)-[:MENTIONS]->(x:Entity)
WHERE x:Company OR x:Technology
RETURN x.name AS name, [l IN labels(x) WHERE l <> 'Entity'][0] AS kind, count(DISTINCT e) AS episodes
ORDER BY episodes DESC, name, kind
LIMIT $limit
