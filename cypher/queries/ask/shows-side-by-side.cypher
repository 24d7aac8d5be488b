// title: How do shows compare?
// category: shows compared
// description: Episodes, guests, companies and technologies of each show.
// links: show
// access: read
MATCH (s:Show)<-[:PART_OF]-(e:Episode)
WITH s, collect(e) AS episodes
RETURN s.name AS show, size(episodes) AS episodes,
  COUNT { MATCH (s)<-[:PART_OF]-(:Episode)<-[:GUEST_ON]-(p:Person) RETURN DISTINCT p } AS guests,
  COUNT { MATCH (s)<-[:PART_OF]-(:Episode)-[:MENTIONS]->(c:Company) RETURN DISTINCT c } AS companies,
  COUNT { MATCH (s)<-[:PART_OF]-(:Episode)-[:MENTIONS]->(t:Technology) RETURN DISTINCT t } AS technologies
ORDER BY episodes DESC, show
