// title: Which episodes name no guest?
// category: data quality
// description: Either there was none, or the description hides them: worth a look.
// param: limit int = 50 — rows
// links: episode, show
// access: read
MATCH (e:Episode)
WHERE NOT EXISTS { (e)<-[:GUEST_ON]-() }
OPTIONAL MATCH (e)-[:PART_OF]->(s:Show)
RETURN e.id AS episode, s.name AS show, e.published AS published, COUNT { (e)-[:MENTIONS]->() } AS mentions
ORDER BY published DESC, show, episode
LIMIT $limit
