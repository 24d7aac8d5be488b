// title: What says that a person worked at a company?
// category: evidence
// description: Every statement of it, with the rule that found it and how certain it is.
// phrase: What says that {person} worked at {company}?
// param: person string = "Glauber Costa" — name of the person
// param: company string = "Turso" — name of the company
// links: episode
// access: read
MATCH (:Person {name: $person})-[w:WORKED_AT]->(:Company {name: $company})
RETURN w.status AS status, w.roles AS roles, w.asOf AS asOf, w.confidence AS confidence, w.rule AS rule, w.quote AS quote, w.episode AS episode, w.start AS start, w.at AS seconds
ORDER BY asOf, episode, start
