// title: Nodes by kind and id
// category: page
// description: The nodes that refs name; a ref without a kind may name one of each kind.
// param: refs list — maps of i (its place), kind (may be "") and id
// access: read
UNWIND $refs AS ref
MATCH (x:Person {id: ref.id}) WHERE ref.kind IN ['', 'person']
RETURN ref.i AS i, labels(x) AS labels, x.id AS id, x.name AS name, elementId(x) AS element
UNION ALL
UNWIND $refs AS ref
MATCH (x:Company {id: ref.id}) WHERE ref.kind IN ['', 'company']
RETURN ref.i AS i, labels(x) AS labels, x.id AS id, x.name AS name, elementId(x) AS element
UNION ALL
UNWIND $refs AS ref
MATCH (x:Technology {id: ref.id}) WHERE ref.kind IN ['', 'technology']
RETURN ref.i AS i, labels(x) AS labels, x.id AS id, x.name AS name, elementId(x) AS element
UNION ALL
UNWIND $refs AS ref
MATCH (x:Show {id: ref.id}) WHERE ref.kind IN ['', 'show']
RETURN ref.i AS i, labels(x) AS labels, x.id AS id, x.name AS name, elementId(x) AS element
UNION ALL
UNWIND $refs AS ref
MATCH (x:Episode {id: ref.id}) WHERE ref.kind IN ['', 'episode']
RETURN ref.i AS i, labels(x) AS labels, x.id AS id, x.title AS name, elementId(x) AS element
