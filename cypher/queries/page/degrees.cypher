// title: How many neighbours nodes have
// category: page
// description: For each node the number of others that it is tied to, by their kind.
// param: people list — ids
// param: companies list — ids
// param: technologies list — ids
// param: episodes list — ids
// param: shows list — ids
// access: read
UNWIND $people AS id
MATCH (x:Person {id: id})
RETURN 'person' AS kind, id, 0 AS person, COUNT { MATCH (x)-[:WORKED_AT]->(o:Company) RETURN DISTINCT o } AS company,
  COUNT { MATCH (x)-[:CREATED]->(o:Technology) RETURN DISTINCT o } AS technology, x.episodes AS episode, 0 AS show
UNION ALL
UNWIND $companies AS id
MATCH (x:Company {id: id})
RETURN 'company' AS kind, id, COUNT { MATCH (x)<-[:WORKED_AT]-(o:Person) RETURN DISTINCT o } AS person, 0 AS company,
  COUNT { MATCH (x)-[:MAKES]->(o:Technology) RETURN DISTINCT o } AS technology, x.episodes AS episode, 0 AS show
UNION ALL
UNWIND $technologies AS id
MATCH (x:Technology {id: id})
RETURN 'technology' AS kind, id, COUNT { MATCH (x)<-[:CREATED]-(o:Person) RETURN DISTINCT o } AS person,
  COUNT { MATCH (x)<-[:MAKES]-(o:Company) RETURN DISTINCT o } AS company, 0 AS technology, x.episodes AS episode, 0 AS show
UNION ALL
UNWIND $episodes AS id
MATCH (x:Episode {id: id})
RETURN 'episode' AS kind, id, COUNT { (x)-[r:MENTIONS]->(:Person) WHERE r.name IS NOT NULL } AS person,
  COUNT { (x)-[r:MENTIONS|SPONSORED]-(:Company) WHERE r.name IS NOT NULL } AS company,
  COUNT { (x)-[r:MENTIONS]->(:Technology) WHERE r.name IS NOT NULL } AS technology, 0 AS episode, COUNT { (x)-[:PART_OF]->() } AS show
UNION ALL
UNWIND $shows AS id
MATCH (x:Show {id: id})
RETURN 'show' AS kind, id, 0 AS person, 0 AS company, 0 AS technology, COUNT { (x)<-[:PART_OF]-() } AS episode, 0 AS show
