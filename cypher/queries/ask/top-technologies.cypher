// title: Which technologies are spoken of most?
// category: topics
// description: By number of episodes.
// param: limit int = 50 — rows
// links: technology
// access: read
MATCH (t:Technology)<-[:MENTIONS]-(e:Episode)
RETURN t.name AS technology, t.kind AS kind, count(DISTINCT e) AS episodes
ORDER BY episodes DESC, technology
LIMIT $limit
