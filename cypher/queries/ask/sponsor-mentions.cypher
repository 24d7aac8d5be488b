// title: Are sponsors spoken of where they do not pay?
// category: sponsorship
// description: Sponsors with the episodes they sponsored and the other episodes that name them.
// param: limit int = 50 — rows
// links: sponsor company
// access: read
MATCH (c:Company)-[:SPONSORED]->(e:Episode)
WITH c, collect(DISTINCT e) AS sponsored
OPTIONAL MATCH (c)<-[:MENTIONS]-(o:Episode)
WITH c, sponsored, collect(DISTINCT o) AS named
WITH c, sponsored, [o IN named WHERE NOT o IN sponsored] AS elsewhere
RETURN c.name AS sponsor, size(sponsored) AS sponsored, size(elsewhere) AS elsewhere
ORDER BY elsewhere DESC, sponsored DESC, sponsor
LIMIT $limit
