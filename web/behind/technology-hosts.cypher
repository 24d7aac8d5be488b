// The hosts of the episodes that name a technology
MATCH (:Technology {id: $id})<-[m:MENTIONS]-(e:Episode)<-[:HOSTED]-(p:Person)
RETURN p AS person, count(DISTINCT e) AS episodes, collect(DISTINCT m.quote)[..5] AS quotes
ORDER BY episodes DESC, person.name
LIMIT 100
