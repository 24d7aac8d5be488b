// title: Who created or makes a technology?
// category: co-creation
// description: People and companies, with the words that say so.
// phrase: Who created or makes {technology}?
// param: technology string = "Vitess" — name of the technology
// links: maker entity, episode
// access: read
MATCH (m:Entity)-[r:CREATED|MAKES]->(:Technology {name: $technology})
RETURN m.name AS maker, type(r) AS how, r.role AS role, r.quote AS quote, r.episode AS episode
ORDER BY maker, how, episode, quote
