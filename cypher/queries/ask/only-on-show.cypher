// title: What is only spoken of on one show?
// category: shows compared
// description: Companies and technologies that no episode of another show names.
// phrase: What is spoken of only on {show}?
// param: show string = "Database School" — name of the show
// param: limit int = 50 — rows
// links: name entity
// access: read
MATCH (s:Show {name: $show})<-[:PART_OF]-(e:Episode)-[:MENTIONS]->(x:Entity)
WHERE x:Company OR x:Technology
WITH s, x, count(DISTINCT e) AS episodes
WHERE episodes = x.episodes
RETURN x.name AS name, [l IN labels(x) WHERE l <> 'Entity'][0] AS kind, episodes
ORDER BY episodes DESC, name, kind
LIMIT $limit
