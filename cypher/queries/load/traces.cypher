// title: Where people of a name appear
// category: load
// description: Each episode that calls somebody by an id, with what tells or ties: show, employers, addresses.
// param: refs rows — maps of node, where the person stands, and raw, the id before decisions
// access: read
UNWIND $refs AS ref
MATCH (p:Person {id: ref.node})<-[r:MENTIONS]-(e:Episode)
WHERE r.name IS NOT NULL AND (ref.raw IN r.former OR (ref.raw = ref.node AND r.former IS NULL))
OPTIONAL MATCH (e)-[:PART_OF]->(s:Show)
OPTIONAL MATCH (p)-[w:WORKED_AT]->(c:Company)
WHERE w.episode = e.id
RETURN ref.raw AS raw, e.id AS episode, e.published AS published, e.decided AS decided, s.id AS show,
  r.name AS name, r.aliases AS aliases, r.urls AS urls, collect(DISTINCT c.id) AS employers
