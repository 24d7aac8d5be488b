// title: Who went from one company to another?
// category: moves
// description: People said to be former members of the one and current members of the other, with both statements.
// phrase: Who went from {company} to {other:company}?
// param: company string = "Elastic" — name of the company
// param: other string = "Xata" — name of the other company
// links: person, leftIn episode, episode
// access: read
MATCH (:Company {name: $company})<-[a:WORKED_AT {status: 'former'}]-(p:Person)-[b:WORKED_AT {status: 'current'}]->(:Company {name: $other})
RETURN p.name AS person, a.quote AS left, a.episode AS leftIn, b.quote AS quote, b.episode AS episode
ORDER BY person, leftIn, left, episode, quote
