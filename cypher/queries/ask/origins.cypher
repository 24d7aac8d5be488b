// title: Where did a company's people come from?
// category: moves
// description: Companies of which people now at this one are said to be former members.
// phrase: Where did people of {company} come from?
// param: company string = "Xata" — name of the company
// links: company, people person
// access: read
MATCH (home:Company {name: $company})<-[:WORKED_AT {status: 'current'}]-(p:Person)
WITH DISTINCT home, p
MATCH (p)-[:WORKED_AT {status: 'former'}]->(c:Company)
WHERE c <> home
WITH DISTINCT c, p
ORDER BY p.name, p.id
RETURN c.name AS company, count(p) AS n, collect(p.name) AS people
ORDER BY n DESC, company
