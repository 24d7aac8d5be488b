// title: What does a company make?
// category: co-creation
// description: Technologies that an episode says this company makes, or that its people created.
// phrase: What does {company} make?
// param: company string = "PlanetScale" — name of the company
// links: technology, maker entity, episode
// access: read
MATCH (c:Company {name: $company})-[r:MAKES]->(t:Technology)
RETURN t.name AS technology, c.name AS maker, r.quote AS quote, r.episode AS episode
ORDER BY technology, episode, quote
UNION ALL
MATCH (:Company {name: $company})<-[:WORKED_AT]-(p:Person)
WITH DISTINCT p
MATCH (p)-[r:CREATED]->(t:Technology)
RETURN t.name AS technology, p.name AS maker, r.quote AS quote, r.episode AS episode
ORDER BY technology, maker, episode, quote
