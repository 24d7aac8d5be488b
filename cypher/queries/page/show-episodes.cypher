// title: Episodes of a show
// category: page
// description: Newest first.
// param: id string
// param: year string = "" — the year of the episodes, or any
// param: offset int = 0 — episodes to pass over
// param: limit int = 200 — episodes
// access: read
MATCH (:Show {id: $id})<-[:PART_OF]-(e:Episode)
WHERE coalesce(e.published, '') STARTS WITH $year
WITH e
ORDER BY coalesce(e.published, '') DESC, e.id
WITH collect(e.id) AS rows
UNWIND rows[$offset..$offset + $limit] AS id
RETURN size(rows) AS total, id
