// title: What ties nodes to each other
// category: page
// description: The statements between given nodes. Each is looked for from the end that has few of them, never from what everyone speaks of.
// param: people list — ids
// param: companies list — ids
// param: episodes list — ids
// param: wanted map — for each kind a map whose keys are the ids of the nodes
// param: limit int = 20000 — rows of each sort
// access: read
UNWIND $people AS id
MATCH (a:Person {id: id})-[r:WORKED_AT]->(b:Company)
WHERE $wanted.company[b.id] = true
RETURN a.id AS source, 'person' AS sourceKind, r, b.id AS target, 'company' AS targetKind
LIMIT $limit
UNION ALL
UNWIND $people AS id
MATCH (a:Person {id: id})-[r:CREATED]->(b:Technology)
WHERE $wanted.technology[b.id] = true
RETURN a.id AS source, 'person' AS sourceKind, r, b.id AS target, 'technology' AS targetKind
LIMIT $limit
UNION ALL
UNWIND $companies AS id
MATCH (a:Company {id: id})-[r:MAKES]->(b:Technology)
WHERE $wanted.technology[b.id] = true
RETURN a.id AS source, 'company' AS sourceKind, r, b.id AS target, 'technology' AS targetKind
LIMIT $limit
UNION ALL
UNWIND $episodes AS id
MATCH (b:Episode {id: id})<-[r:HOSTED|GUEST_ON]-(a:Person)
WHERE $wanted.person[a.id] = true
RETURN a.id AS source, 'person' AS sourceKind, r, b.id AS target, 'episode' AS targetKind
LIMIT $limit
UNION ALL
UNWIND $episodes AS id
MATCH (b:Episode {id: id})<-[r:SPONSORED]-(a:Company)
WHERE $wanted.company[a.id] = true
RETURN a.id AS source, 'company' AS sourceKind, r, b.id AS target, 'episode' AS targetKind
LIMIT $limit
UNION ALL
UNWIND $episodes AS id
MATCH (a:Episode {id: id})-[r:PART_OF]->(b:Show)
WHERE $wanted.show[b.id] = true
RETURN a.id AS source, 'episode' AS sourceKind, r, b.id AS target, 'show' AS targetKind
LIMIT $limit
UNION ALL
UNWIND $episodes AS id
MATCH (a:Episode {id: id})-[r:MENTIONS]->(b:Person)
WHERE r.name IS NOT NULL AND $wanted.person[b.id] = true
RETURN a.id AS source, 'episode' AS sourceKind, r, b.id AS target, 'person' AS targetKind
LIMIT $limit
UNION ALL
UNWIND $episodes AS id
MATCH (a:Episode {id: id})-[r:MENTIONS]->(b:Company)
WHERE r.name IS NOT NULL AND $wanted.company[b.id] = true
RETURN a.id AS source, 'episode' AS sourceKind, r, b.id AS target, 'company' AS targetKind
LIMIT $limit
UNION ALL
UNWIND $episodes AS id
MATCH (a:Episode {id: id})-[r:MENTIONS]->(b:Technology)
WHERE r.name IS NOT NULL AND $wanted.technology[b.id] = true
RETURN a.id AS source, 'episode' AS sourceKind, r, b.id AS target, 'technology' AS targetKind
LIMIT $limit
