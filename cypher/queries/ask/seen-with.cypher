// title: What is a technology spoken of together with?
// category: topics
// description: Other technologies by number of episodes that name both.
// phrase: What is spoken of together with {technology}?
// param: technology string = "PostgreSQL" — name of the technology
// param: limit int = 25 — rows
// links: technology
// access: read
MATCH (t:Technology {name: $technology})<-[:MENTIONS]-(e:Episode)-[:MENTIONS]->(o:Technology)
WHERE o <> t
RETURN o.name AS technology, o.kind AS kind, count(DISTINCT e) AS episodes
ORDER BY episodes DESC, technology
LIMIT $limit
