// title: Episodes that speak of a person without having them on
// category: page
// description: The first passage of each, newest first.
// param: id string
// param: offset int = 0 — episodes to pass over
// param: limit int = 200 — episodes
// access: read
MATCH (p:Person {id: $id})<-[r:MENTIONS]-(e:Episode)
WHERE r.name IS NOT NULL AND NOT EXISTS { (p)-[:HOSTED|GUEST_ON]->(e) }
WITH r
ORDER BY coalesce(e.published, '') DESC, e.id
WITH collect(r) AS rows
UNWIND rows[$offset..$offset + $limit] AS r
RETURN size(rows) AS total, [r] AS said
