// title: Who is known by one name only?
// category: data quality
// description: People without a surname: perhaps somebody else who is in the graph already.
// param: limit int = 50 — rows
// links: person
// access: read
MATCH (p:Person)
WHERE NOT p.name CONTAINS ' '
RETURN p.name AS person, p.episodes AS episodes, p.aliases AS aliases, COUNT { (p)-[:WORKED_AT]->() } AS statements
ORDER BY episodes DESC, person
LIMIT $limit
