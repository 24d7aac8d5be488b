// title: Who may be one person under two ids?
// category: data quality
// description: Pairs of people who share an address of their own, or surname, initial and an employer: candidates for a file of decisions, each as its line; look at both before you take it over.
// param: limit int = 100 — rows
// access: read
MATCH (a:Person)
UNWIND a.urls AS url
WITH url, a
ORDER BY a.episodes DESC, a.id
WITH url, collect(a) AS people
WHERE size(people) > 1
UNWIND people[1..] AS a
WITH a, people[0] AS b, min(url) AS url
RETURN 'merge person ' + a.id + ' into ' + b.id AS decision, a.name AS name, b.name AS other, 'both at ' + url AS why
ORDER BY decision
LIMIT $limit
UNION
MATCH (a:Person)-[:WORKED_AT]->(c:Company)<-[:WORKED_AT]-(b:Person)
WHERE b <> a AND (a.episodes < b.episodes OR (a.episodes = b.episodes AND a.id > b.id))
  AND split(a.searchName, ' ')[-1] = split(b.searchName, ' ')[-1]
  AND left(a.searchName, 1) = left(b.searchName, 1)
WITH a, b, min(c.name) AS company
RETURN 'merge person ' + a.id + ' into ' + b.id AS decision, a.name AS name, b.name AS other, 'one surname and initial, both at ' + company AS why
ORDER BY decision
LIMIT $limit
