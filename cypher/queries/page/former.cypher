// title: What an id leads to
// category: page
// description: Entities of a label into which decisions merged the one that had this id.
// param: label string
// param: id string
// access: read
MATCH (x:Entity)
WHERE $label IN labels(x) AND $id IN x.former
RETURN x
ORDER BY x.id
LIMIT 2
