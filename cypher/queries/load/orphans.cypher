// title: Delete orphans
// category: load
// description: Deletes those of these entities that no edge is left of.
// param: refs rows — maps of label and id
// access: write
UNWIND $refs AS ref
MATCH (x:Entity {id: ref.id})
WHERE ref.label IN labels(x) AND NOT EXISTS { (x)--() }
DELETE x
RETURN ref.label AS label, count(*) AS n
