// title: Who has a role at a company?
// category: careers
// description: People to whom an episode gives a role there that contains the word, as of that episode.
// phrase: Who is {role:text} at {company}?
// param: role string = "engineer" — word of the role
// param: company string = "Turso" — name of the company
// links: person, episode
// access: read
MATCH (p:Person)-[w:WORKED_AT]->(:Company {name: $company})
WHERE any(role IN w.roles WHERE role CONTAINS toLower($role))
RETURN p.name AS person, w.roles AS roles, w.status AS status, w.asOf AS asOf, w.quote AS quote, w.episode AS episode
ORDER BY person, asOf, episode, quote
