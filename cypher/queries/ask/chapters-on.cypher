// title: When in an episode is a technology spoken of?
// category: topics
// description: Chapters and timed passages that name it.
// phrase: When in an episode is {technology} spoken of?
// param: technology string = "PostgreSQL" — name of the technology
// param: limit int = 50 — rows
// links: show, episode
// access: read
MATCH (:Technology {name: $technology})<-[m:MENTIONS]-(e:Episode)
WHERE m.at IS NOT NULL
OPTIONAL MATCH (e)-[:PART_OF]->(s:Show)
RETURN s.name AS show, m.quote AS quote, e.id AS episode, m.at AS seconds
ORDER BY show, episode, seconds, quote
LIMIT $limit
