// title: Who worked at a company?
// category: careers
// description: Everyone said to work or to have worked there, with the words that say so.
// phrase: Who worked at {company}?
// param: company string = "PlanetScale" — name of the company
// links: person, episode
// access: read
MATCH (p:Person)-[w:WORKED_AT]->(:Company {name: $company})
RETURN p.name AS person, w.roles AS roles, w.status AS status, w.asOf AS asOf, w.quote AS quote, w.episode AS episode
ORDER BY person, asOf, episode, quote
