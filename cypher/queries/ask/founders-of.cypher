// title: Who founded a company?
// category: careers
// description: People whom an episode calls founder or co-founder of it.
// phrase: Who founded {company}?
// param: company string = "Xata" — name of the company
// links: person, episode
// access: read
MATCH (p:Person)-[w:WORKED_AT]->(:Company {name: $company})
WHERE any(role IN w.roles WHERE role CONTAINS 'founder')
RETURN p.name AS person, w.roles AS roles, w.asOf AS asOf, w.quote AS quote, w.episode AS episode
ORDER BY person, asOf, episode, quote
