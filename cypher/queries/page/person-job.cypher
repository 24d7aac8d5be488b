// title: All that is said of a person at a company
// category: page
// description: A row a statement, newest first.
// param: id string
// param: with string — id of the company
// param: offset int = 0 — statements to pass over
// param: limit int = 200 — statements
// access: read
MATCH (:Person {id: $id})-[r:WORKED_AT]->(c:Company {id: $with})
WITH c, r
ORDER BY coalesce(r.asOf, '') DESC, r.status, r.episode, r.start
WITH c, collect(r) AS rows
UNWIND rows[$offset..$offset + $limit] AS r
RETURN size(rows) AS total, c AS x, [r] AS said
