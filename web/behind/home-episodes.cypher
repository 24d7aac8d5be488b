// The newest episodes
MATCH (e:Episode)-[:PART_OF]->(s:Show)
RETURN e AS episode, s AS show, e.published AS published
ORDER BY coalesce(published, "") DESC, episode.id
LIMIT 20
