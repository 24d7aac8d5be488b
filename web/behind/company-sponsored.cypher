// The episodes a company sponsored
MATCH (c:Company {id: $id})-[:SPONSORED]->(e:Episode)-[:PART_OF]->(s:Show)
RETURN DISTINCT e AS episode, s AS show
ORDER BY coalesce(episode.published, "") DESC
