// title: Which shows have most guests?
// category: shows compared
// description: Shows by number of different guests.
// links: show
// access: read
MATCH (s:Show)<-[:PART_OF]-(e:Episode)
OPTIONAL MATCH (e)<-[:GUEST_ON]-(p:Person)
RETURN s.name AS show, count(DISTINCT p) AS guests, count(DISTINCT e) AS episodes
ORDER BY guests DESC, show
