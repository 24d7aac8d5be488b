// Who works or worked at a company, as each episode said it
MATCH (p:Person)-[w:WORKED_AT]->(c:Company {id: $id})
MATCH (e:Episode {id: w.episode})
RETURN p AS person, w.roles AS roles, w.status AS status, w.asOf AS asOf, w.quote AS quote, e AS episode
ORDER BY coalesce(asOf, "") DESC, p.name
