// title: What did a company sponsor?
// category: sponsorship
// description: Episodes that name it as a sponsor, with the words.
// phrase: What did {company} sponsor?
// param: company string = "Clerk" — name of the company
// links: show, episode
// access: read
MATCH (:Company {name: $company})-[r:SPONSORED]->(e:Episode)
OPTIONAL MATCH (e)-[:PART_OF]->(s:Show)
RETURN s.name AS show, e.published AS published, r.quote AS quote, e.id AS episode
ORDER BY published DESC, show, episode, quote
