// title: Which guests talk about a technology?
// category: guests
// description: Guests of the episodes that name it, by number of episodes.
// phrase: Which guests talk about {technology}?
// param: technology string = "PostgreSQL" — name of the technology
// links: person
// access: read
MATCH (:Technology {name: $technology})<-[:MENTIONS]-(e:Episode)<-[:GUEST_ON]-(p:Person)
RETURN p.name AS person, count(DISTINCT e) AS episodes
ORDER BY episodes DESC, person
