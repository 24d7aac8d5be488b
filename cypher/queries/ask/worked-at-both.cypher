// title: Who worked at both of two companies?
// category: careers
// description: People said to have been at one and at the other, with the words about each.
// phrase: Who worked at {company} and {other:company}?
// param: company string = "Elastic" — name of the company
// param: other string = "Xata" — name of the other company
// links: person, episode
// access: read
MATCH (:Company {name: $company})<-[a:WORKED_AT]-(p:Person)-[b:WORKED_AT]->(:Company {name: $other})
WITH p, a, b
ORDER BY a.asOf, a.status, a.episode, a.start, b.asOf, b.status, b.episode, b.start
RETURN p.name AS person, collect(DISTINCT a.status) AS first, collect(DISTINCT b.status) AS second,
  head(collect(a.quote)) AS saidOfFirst, head(collect(b.quote)) AS quote, head(collect(b.episode)) AS episode
ORDER BY person
