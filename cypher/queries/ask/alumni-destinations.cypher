// title: Where did a company's people go?
// category: moves
// description: Companies where people said to be former members of this one are now.
// phrase: Where did people of {company} go?
// param: company string = "Elastic" — name of the company
// links: company, people person
// access: read
MATCH (home:Company {name: $company})<-[:WORKED_AT {status: 'former'}]-(p:Person)
WITH DISTINCT home, p
MATCH (p)-[:WORKED_AT {status: 'current'}]->(c:Company)
WHERE c <> home
WITH DISTINCT c, p
ORDER BY p.name, p.id
RETURN c.name AS company, count(p) AS n, collect(p.name) AS people
ORDER BY n DESC, company
