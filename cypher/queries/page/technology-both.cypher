// title: Episodes that speak of a technology and have another node too
// category: page
// description: The first passage of the technology in each, newest first: episodes that name the company or technology, or have the person as host or guest.
// param: id string
// param: with string — id of the other
// param: label string — of the other
// param: year string = "" — the year of the episodes, or any
// param: offset int = 0 — episodes to pass over
// param: limit int = 200 — episodes
// access: read
MATCH (:Technology {id: $id})<-[r:MENTIONS]-(e:Episode)-[m:MENTIONS|HOSTED|GUEST_ON]-(o:Entity {id: $with})
WHERE r.name IS NOT NULL AND $label IN labels(o) AND (type(m) <> 'MENTIONS' OR $label <> 'Person') AND coalesce(e.published, '') STARTS WITH $year
WITH DISTINCT e, r
ORDER BY coalesce(e.published, '') DESC, e.id
WITH collect(r) AS rows
UNWIND rows[$offset..$offset + $limit] AS r
RETURN size(rows) AS total, [r] AS said
