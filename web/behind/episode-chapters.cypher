// The chapters of an episode and what each names
MATCH (e:Episode {id: $id})-[:HAS_CHAPTER]->(c:Chapter)
OPTIONAL MATCH (c)-[:MENTIONS]->(n:Entity)
RETURN c.start AS second, c.title AS title, collect(DISTINCT n.name) AS named
ORDER BY second
