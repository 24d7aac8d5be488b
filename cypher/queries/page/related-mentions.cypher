// title: What an episode mentions with others
// category: page
// description: For each entity asked for the episodes that mention it and how, and those it hosts or sponsors; see graph/RELATED.md.
// param: things rows — label and id of the mentioned entities to look at
// access: read
UNWIND $things AS thing
MATCH (x:Entity {id: thing.id})
WHERE thing.label IN labels(x)
MATCH (x)<-[r:MENTIONS]-(o:Episode)
WITH x, o.id AS id, r.name IS NOT NULL AS first, coalesce(r.in, CASE WHEN r.at IS NULL THEN 'prose' ELSE 'chapter' END) AS place
WITH x,
  collect(CASE WHEN first THEN id END) AS episodes,
  collect(CASE WHEN first AND place = 'transcript' THEN id END) AS spoken,
  collect(CASE WHEN place = 'chapter' THEN id END) AS chapters,
  collect(CASE WHEN place = 'title' THEN id END) AS titles
RETURN labels(x) AS labels, x.id AS id, x.name AS name, episodes, spoken, chapters, titles,
  [(x)-[:GUEST_ON]->(o:Episode) | o.id] AS guests, [(x)-[:HOSTED|SPONSORED]->(o:Episode) | o.id] AS apart
