// When each employer of a person was told of, and how often they were on or spoken of
MATCH (p:Person {id: $id})-[w:WORKED_AT]->(c:Company)
RETURN c.name AS said_of, w.status AS status, substring(w.asOf, 0, 7) AS month, count(*) AS statements
UNION ALL
MATCH (p:Person {id: $id})-[on:HOSTED|GUEST_ON]->(e:Episode)
RETURN type(on) AS said_of, null AS status, substring(e.published, 0, 7) AS month, count(*) AS statements
UNION ALL
MATCH (p:Person {id: $id})<-[:MENTIONS]-(e:Episode)
WHERE NOT EXISTS { (p)-[:HOSTED|GUEST_ON]->(e) }
RETURN "MENTIONS" AS said_of, null AS status, substring(e.published, 0, 7) AS month, count(DISTINCT e) AS statements
UNION ALL
MATCH (p:Person {id: $id})-[m:CREATED]->(:Technology)
MATCH (e:Episode {id: m.episode})
RETURN "CREATED" AS said_of, null AS status, substring(e.published, 0, 7) AS month, count(*) AS statements
