// title: All that is said of who made a technology
// category: page
// description: A row a statement that a person created it, or a company makes it, newest first.
// param: id string — of the maker
// param: maker string — its label
// param: with string — id of the technology
// param: offset int = 0 — statements to pass over
// param: limit int = 200 — statements
// access: read
MATCH (m:Entity {id: $id})-[r:CREATED|MAKES]->(t:Technology {id: $with})
WHERE $maker IN labels(m)
MATCH (e:Episode {id: r.episode})
WITH t, r, e
ORDER BY coalesce(e.published, '') DESC, r.episode, r.start
WITH t, collect(r) AS rows
UNWIND rows[$offset..$offset + $limit] AS r
RETURN size(rows) AS total, t AS x, [r] AS said
