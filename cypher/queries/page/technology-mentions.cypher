// title: Episodes that speak of a technology
// category: page
// description: The first passage of each, newest first.
// param: id string
// param: year string = "" — the year of the episodes, or any
// param: offset int = 0 — episodes to pass over
// param: limit int = 200 — episodes
// access: read
MATCH (:Technology {id: $id})<-[r:MENTIONS]-(e:Episode)
WHERE r.name IS NOT NULL AND coalesce(e.published, '') STARTS WITH $year
WITH r
ORDER BY coalesce(e.published, '') DESC, e.id
WITH collect(r) AS rows
UNWIND rows[$offset..$offset + $limit] AS r
RETURN size(rows) AS total, [r] AS said
