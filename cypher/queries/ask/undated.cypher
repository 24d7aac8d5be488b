// title: How many statements have no date?
// category: data quality
// description: Statements of employment with and without the date of their episode, by show: without one they cannot be put in order.
// links: show
// access: read
MATCH (:Person)-[w:WORKED_AT]->(:Company)
MATCH (e:Episode {id: w.episode})
OPTIONAL MATCH (e)-[:PART_OF]->(s:Show)
RETURN s.name AS show, count(*) AS statements, sum(CASE WHEN w.asOf IS NULL THEN 1 ELSE 0 END) AS undated
ORDER BY undated DESC, show
