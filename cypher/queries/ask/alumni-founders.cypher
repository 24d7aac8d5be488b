// title: Which alumni of a company founded another?
// category: moves
// description: People who were at the company and are called founder or co-founder of another one.
// phrase: Which alumni of {company} founded another company?
// param: company string = "Elastic" — name of the company
// links: person, founded company, episode
// access: read
MATCH (home:Company {name: $company})<-[:WORKED_AT]-(p:Person)-[w:WORKED_AT]->(c:Company)
WHERE c <> home AND any(role IN w.roles WHERE role CONTAINS 'founder')
RETURN DISTINCT p.name AS person, c.name AS founded, w.quote AS quote, w.episode AS episode
ORDER BY person, founded, episode, quote
