// title: Which guests talk about a technology?
// category: guests
// description: Guests of the episodes that name it, by number of episodes, with the words of the newest.
// phrase: Which guests talk about {technology}?
// param: technology string = "PostgreSQL" — name of the technology
// links: person, episode
// access: read
MATCH (:Technology {name: $technology})<-[m:MENTIONS]-(e:Episode)<-[:GUEST_ON]-(p:Person)
WITH p, m, e
ORDER BY coalesce(e.published, '') DESC, e.id, m.start
RETURN p.name AS person, count(DISTINCT e) AS episodes, head(collect(m.quote)) AS quote, head(collect(e.id)) AS episode
ORDER BY episodes DESC, person
