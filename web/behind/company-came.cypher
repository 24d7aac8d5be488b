// Where people of a company came from: former elsewhere when, or before, it employs them
MATCH (c:Company {id: $id})<-[joined:WORKED_AT {status: "current"}]-(p:Person)-[left:WORKED_AT {status: "former"}]->(other:Company)
WHERE other.id <> $id AND coalesce(left.asOf <= joined.asOf, true)
RETURN DISTINCT other AS company, p AS person, left.roles AS was, joined.roles AS became, left.quote AS left, joined.quote AS joined
ORDER BY company.name, person.name
