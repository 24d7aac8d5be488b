// title: Which shows share guests?
// category: shows compared
// description: Pairs of shows that had the same people on.
// links: one show, other show, people person
// access: read
MATCH (a:Show)<-[:PART_OF]-(:Episode)<-[:GUEST_ON]-(p:Person)-[:GUEST_ON]->(:Episode)-[:PART_OF]->(b:Show)
WHERE a.id < b.id
WITH DISTINCT a, b, p
ORDER BY p.name, p.id
RETURN a.name AS one, b.name AS other, count(p) AS guests, collect(p.name)[..10] AS people
ORDER BY guests DESC, one, other
