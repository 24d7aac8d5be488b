// title: What was said of a person's work, over time?
// category: careers
// description: Each statement as of its episode; a later one never rewrites an earlier one.
// phrase: Where did {person} work?
// param: person string = "Aaron Francis" — name of the person
// links: company, episode
// access: read
MATCH (:Person {name: $person})-[w:WORKED_AT]->(c:Company)
RETURN w.asOf AS asOf, c.name AS company, w.roles AS roles, w.status AS status, w.quote AS quote, w.episode AS episode
ORDER BY asOf, episode, w.start, company
