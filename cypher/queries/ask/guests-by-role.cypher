// title: Which guests hold a role?
// category: careers
// description: Guests whose episode gives them a role that contains the word, as of that episode.
// phrase: Which guests are called {role:text}?
// param: role string = "founder" — word of the role
// links: person, company, episode
// access: read
MATCH (p:Person)-[:GUEST_ON]->(e:Episode), (p)-[w:WORKED_AT]->(c:Company)
WHERE w.episode = e.id AND any(role IN w.roles WHERE role CONTAINS toLower($role))
RETURN DISTINCT p.name AS person, w.roles AS roles, c.name AS company, e.id AS episode, e.published AS published
ORDER BY published DESC, person, company
