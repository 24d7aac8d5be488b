// title: What former ids lead to
// category: page
// description: Entities into which decisions merged those that had these ids.
// param: wanted map — its keys are the ids
// access: read
MATCH (x:Entity)
WHERE x.former IS NOT NULL
UNWIND x.former AS former
WITH x, former
WHERE $wanted[former] = true
RETURN former, labels(x) AS labels, x.id AS id, x.name AS name
ORDER BY id
