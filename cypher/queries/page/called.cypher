// title: Nodes by kind and name
// category: page
// description: What the values of an answer name: entities and shows by their names, episodes by their ids; of entities of one name the one most spoken of comes last.
// param: refs list — maps of i (its place), kind (entity for any of three) and name
// access: read
UNWIND $refs AS ref
MATCH (x:Person {name: ref.name}) WHERE ref.kind IN ['person', 'entity']
RETURN ref.i AS i, labels(x) AS labels, x.id AS id, x.name AS name, x.episodes AS n, null AS published, null AS showId, null AS showName
ORDER BY n, id DESC
UNION ALL
UNWIND $refs AS ref
MATCH (x:Company {name: ref.name}) WHERE ref.kind IN ['company', 'entity']
RETURN ref.i AS i, labels(x) AS labels, x.id AS id, x.name AS name, x.episodes AS n, null AS published, null AS showId, null AS showName
ORDER BY n, id DESC
UNION ALL
UNWIND $refs AS ref
MATCH (x:Technology {name: ref.name}) WHERE ref.kind IN ['technology', 'entity']
RETURN ref.i AS i, labels(x) AS labels, x.id AS id, x.name AS name, x.episodes AS n, null AS published, null AS showId, null AS showName
ORDER BY n, id DESC
UNION ALL
UNWIND $refs AS ref
MATCH (x:Show {name: ref.name}) WHERE ref.kind = 'show'
RETURN ref.i AS i, labels(x) AS labels, x.id AS id, x.name AS name, 0 AS n, null AS published, null AS showId, null AS showName
ORDER BY id DESC
UNION ALL
UNWIND $refs AS ref
MATCH (x:Episode {id: ref.name}) WHERE ref.kind = 'episode'
OPTIONAL MATCH (x)-[:PART_OF]->(s:Show)
RETURN ref.i AS i, labels(x) AS labels, x.id AS id, x.title AS name, 0 AS n, x.published AS published, s.id AS showId, s.name AS showName
