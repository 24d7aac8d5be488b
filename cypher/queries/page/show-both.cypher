// title: Episodes of a show that have a node
// category: page
// description: The passage that names the company or technology, or the person as host or guest, newest episode first.
// param: id string
// param: with string — id of the node
// param: label string — of the node
// param: year string = "" — the year of the episodes, or any
// param: offset int = 0 — episodes to pass over
// param: limit int = 200 — episodes
// access: read
MATCH (:Show {id: $id})<-[:PART_OF]-(e:Episode)-[m:MENTIONS|HOSTED|GUEST_ON]-(o:Entity {id: $with})
WHERE $label IN labels(o) AND coalesce(e.published, '') STARTS WITH $year
  AND CASE $label WHEN 'Person' THEN type(m) <> 'MENTIONS' ELSE m.name IS NOT NULL END
WITH e, m
ORDER BY coalesce(e.published, '') DESC, e.id, type(m)
WITH e, head(collect(m)) AS m
ORDER BY coalesce(e.published, '') DESC, e.id
WITH collect(m) AS rows
UNWIND rows[$offset..$offset + $limit] AS m
RETURN size(rows) AS total, m.episode AS id, [m] AS said
