// title: Who created or makes a technology?
// category: technologies
// description: People and companies, with the words that say so.
// param: technology string = "PostgreSQL" — name of the technology
// access: read
MATCH (m:Entity)-[r:CREATED|MAKES]->(:Technology {name: $technology})
RETURN m.name AS maker, type(r) AS how, r.role AS role, r.quote AS quote, r.episode AS episode
ORDER BY maker, how, episode, quote
