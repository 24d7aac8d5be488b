// title: Who shared an employer with a person?
// category: careers
// description: People said to have been at a company where this person was, too, with the words about both; the statements do not say that it was at one time.
// phrase: Who shared an employer with {person}?
// param: person string = "Aaron Francis" — name of the person
// links: company, person, episode
// access: read
MATCH (p:Person {name: $person})-[m:WORKED_AT]->(c:Company)<-[w:WORKED_AT]-(o:Person)
WHERE o <> p
WITH c, o, m, w
ORDER BY m.asOf, m.episode, m.start, w.asOf, w.episode, w.start
WITH c, o, head(collect(m)) AS m, head(collect(w)) AS w
RETURN c.name AS company, o.name AS person, w.status AS status, m.quote AS saidOfFirst, w.quote AS quote, w.episode AS episode
ORDER BY company, person
