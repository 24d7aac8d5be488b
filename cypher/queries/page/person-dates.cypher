// title: When something was said of a person
// category: page
// description: Months with the number of statements: of each employer with its status, of episodes by the person's part in them.
// param: id string
// access: read
MATCH (:Person {id: $id})-[r:WORKED_AT]->(c:Company)
RETURN 'job' AS part, c AS x, r.status AS status, substring(r.asOf, 0, 7) AS month, count(*) AS n
UNION ALL
MATCH (:Person {id: $id})-[r:CREATED]->(:Technology)
MATCH (e:Episode {id: r.episode})
RETURN 'created' AS part, null AS x, null AS status, substring(e.published, 0, 7) AS month, count(*) AS n
UNION ALL
MATCH (:Person {id: $id})-[r:HOSTED|GUEST_ON]->(e:Episode)
RETURN CASE type(r) WHEN 'HOSTED' THEN 'host' ELSE 'guest' END AS part, null AS x, null AS status, substring(e.published, 0, 7) AS month, count(*) AS n
UNION ALL
MATCH (p:Person {id: $id})<-[r:MENTIONS]-(e:Episode)
WHERE r.name IS NOT NULL AND NOT EXISTS { (p)-[:HOSTED|GUEST_ON]->(e) }
RETURN 'mention' AS part, null AS x, null AS status, substring(e.published, 0, 7) AS month, count(*) AS n
