// title: Episodes that decisions concern
// category: load
// description: Episodes that decisions shaped before, and those that name an entity on which something is decided.
// param: refs rows — maps of label and id
// access: read
MATCH (e:Episode)
WHERE e.decided IS NOT NULL
RETURN e.id AS id
UNION
UNWIND $refs AS ref
MATCH (x:Entity {id: ref.id})-[:MENTIONS|SPONSORED]-(e:Episode)
WHERE ref.label IN labels(x)
RETURN e.id AS id
