// title: Where did a company's people come from?
// category: moves
// description: Companies of which people now at this one are said to be former members, with the words about both.
// phrase: Where did people of {company} come from?
// param: company string = "Xata" — name of the company
// links: company, person, episode
// access: read
MATCH (home:Company {name: $company})<-[w:WORKED_AT {status: 'current'}]-(p:Person)-[l:WORKED_AT {status: 'former'}]->(c:Company)
WHERE c <> home
WITH c, p, l, w
ORDER BY l.asOf, l.episode, l.start, w.asOf, w.episode, w.start
WITH c, p, head(collect(l)) AS l, head(collect(w)) AS w
RETURN c.name AS company, p.name AS person, w.quote AS saidOfNow, l.asOf AS asOf, l.quote AS quote, l.episode AS episode
ORDER BY company, person
