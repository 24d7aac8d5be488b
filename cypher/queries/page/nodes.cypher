// title: Nodes by element id
// category: page
// description: What nodes are called.
// param: ids list — element ids
// access: read
MATCH (x) WHERE elementId(x) IN $ids
RETURN elementId(x) AS element, labels(x) AS labels, x.id AS id, coalesce(x.name, x.title) AS name
