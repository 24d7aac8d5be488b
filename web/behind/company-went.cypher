// Where people of a company went: former there when, or before, another employs them
MATCH (c:Company {id: $id})<-[left:WORKED_AT {status: "former"}]-(p:Person)-[joined:WORKED_AT {status: "current"}]->(other:Company)
WHERE other.id <> $id AND coalesce(left.asOf <= joined.asOf, true)
RETURN DISTINCT other AS company, p AS person, left.roles AS was, joined.roles AS became, left.quote AS left, joined.quote AS joined
ORDER BY company.name, person.name
