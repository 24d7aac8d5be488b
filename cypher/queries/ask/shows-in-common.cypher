// title: What do two shows have in common?
// category: shows compared
// description: Companies and technologies that episodes of both name.
// phrase: What do {show} and {against:show} have in common?
// param: show string = "Database School" — name of the show
// param: against string = "devtools.fm" — name of the other show
// param: limit int = 50 — rows
// links: name entity
// access: read
MATCH (:Show {name: $show})<-[:PART_OF]-(a:Episode)-[:MENTIONS]->(x:Entity)
WHERE x:Company OR x:Technology
WITH x, count(DISTINCT a) AS here
MATCH (x)<-[:MENTIONS]-(b:Episode)-[:PART_OF]->(:Show {name: $against})
RETURN x.name AS name, [l IN labels(x) WHERE l <> 'Entity'][0] AS kind, here, count(DISTINCT b) AS there
ORDER BY here + there DESC, name, kind
LIMIT $limit
