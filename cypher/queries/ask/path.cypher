// title: How are two people connected?
// category: connections
// description: The shortest paths through employers, episodes and what they made.
// phrase: How are {person} and {second:person} connected?
// param: person string = "Aaron Francis" — name of the person
// param: second string = "Sam Lambert" — name of the other person
// param: limit int = 10 — rows
// access: read
MATCH (a:Person {name: $person}), (b:Person {name: $second})
MATCH path = allShortestPaths((a)-[:WORKED_AT|HOSTED|GUEST_ON|CREATED|MAKES*..8]-(b))
RETURN length(path) AS steps, [n IN nodes(path) | coalesce(n.name, n.title)] AS through
ORDER BY through
LIMIT $limit
