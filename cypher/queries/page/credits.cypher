// title: Who is on a show's episodes
// category: page
// description: Some of a show's episodes, newest first, each with its guid, hosts and guests.
// param: id string
// param: offset int = 0
// param: limit int = 10
// access: read
MATCH (s:Show {id: $id})
RETURN 'self' AS part, s AS x, COUNT { (s)<-[:PART_OF]-() } AS n, null AS e, null AS type
UNION ALL
MATCH (:Show {id: $id})<-[:PART_OF]-(e:Episode)
WITH e
ORDER BY coalesce(e.published, '') DESC, e.id
SKIP $offset
LIMIT $limit
OPTIONAL MATCH (e)<-[r:HOSTED|GUEST_ON]-(p:Person)
RETURN 'episode' AS part, p AS x, 0 AS n, e {.id, .guid, .title, .published, .url} AS e, type(r) AS type
