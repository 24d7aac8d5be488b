// title: Who founded more than one company?
// category: careers
// description: People called founder or co-founder of at least so many companies.
// param: atLeast int = 1 — companies
// param: limit int = 50 — rows
// links: person, companies company
// access: read
MATCH (p:Person)-[w:WORKED_AT]->(c:Company)
WHERE any(role IN w.roles WHERE role CONTAINS 'founder')
WITH DISTINCT p, c
ORDER BY c.name, c.id
WITH p, collect(c.name) AS companies
WHERE size(companies) >= $atLeast
RETURN p.name AS person, companies, size(companies) AS founded
ORDER BY founded DESC, person
LIMIT $limit
