// title: Who sponsors what?
// category: sponsorship
// description: Sponsors by number of episodes, with the shows.
// links: sponsor company, shows show
// access: read
MATCH (c:Company)-[:SPONSORED]->(e:Episode)
OPTIONAL MATCH (e)-[:PART_OF]->(s:Show)
WITH DISTINCT c, e, s
ORDER BY s.name
RETURN c.name AS sponsor, count(e) AS episodes, collect(DISTINCT s.name) AS shows
ORDER BY episodes DESC, sponsor
