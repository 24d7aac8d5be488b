// title: Where did a company's people go?
// category: moves
// description: Companies where people said to be former members of this one are now, with the words about both.
// phrase: Where did people of {company} go?
// param: company string = "Elastic" — name of the company
// links: company, person, episode
// access: read
MATCH (home:Company {name: $company})<-[l:WORKED_AT {status: 'former'}]-(p:Person)-[w:WORKED_AT {status: 'current'}]->(c:Company)
WHERE c <> home
WITH c, p, l, w
ORDER BY l.asOf, l.episode, l.start, w.asOf, w.episode, w.start
WITH c, p, head(collect(l)) AS l, head(collect(w)) AS w
RETURN c.name AS company, p.name AS person, l.quote AS saidOfLeaving, w.asOf AS asOf, w.quote AS quote, w.episode AS episode
ORDER BY company, person
