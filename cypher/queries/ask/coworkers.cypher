// title: Who shared an employer with a person?
// category: careers
// description: People said to have been at a company where this person was, too; the statements do not say that it was at one time.
// phrase: Who shared an employer with {person}?
// param: person string = "Aaron Francis" — name of the person
// links: company, people person
// access: read
MATCH (p:Person {name: $person})-[:WORKED_AT]->(c:Company)<-[:WORKED_AT]-(o:Person)
WHERE o <> p
WITH DISTINCT c, o
ORDER BY o.name, o.id
RETURN c.name AS company, collect(o.name) AS people, count(o) AS n
ORDER BY n DESC, company
