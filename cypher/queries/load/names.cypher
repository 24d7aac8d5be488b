// title: Names in use
// category: load
// description: What episodes call entities, of what kind they say that these are, and how many say so.
// param: refs rows — maps of label and id
// access: read
UNWIND $refs AS ref
MATCH (x:Entity {id: ref.id})-[r:MENTIONS|SPONSORED]-(:Episode)
WHERE ref.label IN labels(x) AND r.name IS NOT NULL
RETURN ref.label AS label, ref.id AS id, r.name AS name, r.kind AS kind, count(*) AS n
