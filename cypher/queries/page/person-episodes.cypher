// title: Episodes a person hosted or was a guest on
// category: page
// description: Newest first.
// param: id string
// param: types list — HOSTED, GUEST_ON
// param: offset int = 0 — episodes to pass over
// param: limit int = 200 — episodes
// access: read
MATCH (:Person {id: $id})-[r:HOSTED|GUEST_ON]->(e:Episode)
WHERE type(r) IN $types
WITH r
ORDER BY coalesce(e.published, '') DESC, e.id
WITH collect(r) AS rows
UNWIND rows[$offset..$offset + $limit] AS r
RETURN size(rows) AS total, [r] AS said
