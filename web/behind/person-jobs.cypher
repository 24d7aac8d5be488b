// Where a person works or worked, as each episode said it
MATCH (p:Person {id: $id})-[w:WORKED_AT]->(c:Company)
MATCH (e:Episode {id: w.episode})
RETURN c AS company, w.roles AS roles, w.status AS status, w.asOf AS asOf, w.quote AS quote, e AS episode
ORDER BY coalesce(asOf, "") DESC, c.name
