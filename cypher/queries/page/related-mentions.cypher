// title: What an episode mentions with others
// category: page
// description: For each entity asked for the episodes that mention it and how, and those it hosts or sponsors; see graph/RELATED.md.
// param: things rows — label and id of the mentioned entities to look at
// access: read
UNWIND $things AS thing
MATCH (x:Entity {id: thing.id})
WHERE thing.label IN labels(x)
MATCH (x)<-[r:MENTIONS]-(o:Episode)
WITH x,
  collect(CASE WHEN r.name IS NOT NULL THEN o.id END) AS episodes,
  collect(CASE WHEN r.name IS NOT NULL AND r.in = 'transcript' THEN o.id END) AS spoken,
  collect(CASE WHEN r.in IS NULL AND r.at IS NOT NULL THEN o.id END) AS chapters,
  collect(CASE WHEN r.in = 'title' THEN o.id END) AS titles
RETURN labels(x) AS labels, x.id AS id, x.name AS name, episodes, spoken, chapters, titles,
  [(x)-[:GUEST_ON]->(o:Episode) | o.id] AS guests, [(x)-[:HOSTED|SPONSORED]->(o:Episode) | o.id] AS apart
