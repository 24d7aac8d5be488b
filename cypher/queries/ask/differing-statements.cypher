// title: Where do episodes differ about an employment?
// category: evidence
// description: The same person and company in two episodes that give another status or other roles: a promotion, a departure, or an error.
// param: limit int = 50 — rows
// links: person, company, episode
// access: read
MATCH (p:Person)-[a:WORKED_AT]->(c:Company)<-[b:WORKED_AT]-(p)
WHERE a.episode <> b.episode AND (a.status <> b.status OR a.roles <> b.roles)
  AND (coalesce(a.asOf, '') < coalesce(b.asOf, '') OR coalesce(a.asOf, '') = coalesce(b.asOf, '') AND a.episode < b.episode)
RETURN DISTINCT p.name AS person, c.name AS company, a.status AS before, a.roles AS rolesBefore, a.asOf AS asOf, b.status AS after, b.roles AS rolesAfter, b.quote AS quote, b.episode AS episode
ORDER BY person, company, asOf, episode, quote, rolesBefore, rolesAfter
LIMIT $limit
