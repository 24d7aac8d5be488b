// title: Page of a technology
// category: page
// description: Creators, makers, what it appears with, and who speaks of it.
// param: id string
// param: limit int = 200 — rows of each part
// param: with int = 300 — newest episodes in which to count what it appears with
// access: read
MATCH (t:Technology {id: $id})
RETURN 'self' AS part, t AS x, null AS r, null AS n
UNION ALL
MATCH (:Technology {id: $id})<-[r:CREATED|MAKES]-(m:Entity)
RETURN 'made' AS part, m AS x, r, null AS n
ORDER BY m.name, m.id, r.episode, r.start
LIMIT $limit
UNION ALL
MATCH (t:Technology {id: $id})<-[r:MENTIONS]-(e:Episode)
WHERE r.name IS NOT NULL
WITH t, e
ORDER BY coalesce(e.published, '') DESC, e.id
LIMIT $with
MATCH (e)-[r:MENTIONS]->(o:Technology)
WHERE r.name IS NOT NULL AND o <> t
RETURN 'with' AS part, o AS x, null AS r, count(*) AS n
ORDER BY n DESC, x.name, x.id
LIMIT 20
UNION ALL
MATCH (:Technology {id: $id})<-[r:MENTIONS]-(e:Episode)
WHERE r.name IS NOT NULL
RETURN 'mention' AS part, null AS x, r, null AS n
ORDER BY coalesce(e.published, '') DESC, e.id
LIMIT $limit
