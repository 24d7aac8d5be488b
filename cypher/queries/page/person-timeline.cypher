// title: What was said of a person, episode by episode
// category: page
// description: All statements of each episode that has or names the person, newest episode first.
// param: id string
// param: offset int = 0 — episodes to pass over
// param: limit int = 200 — episodes
// access: read
MATCH (:Person {id: $id})-[r:HOSTED|GUEST_ON|WORKED_AT|CREATED|MENTIONS]-(x)
WHERE type(r) <> 'MENTIONS' OR r.name IS NOT NULL
WITH r.episode AS id, collect({r: r, x: x}) AS said
MATCH (e:Episode {id: id})
WITH said, e
ORDER BY coalesce(e.published, '') DESC, e.id
WITH collect(said) AS rows
UNWIND range(0, size(rows) - 1)[$offset..$offset + $limit] AS i
UNWIND rows[i] AS row
RETURN size(rows) AS total, i, row.x AS x, [row.r] AS said
