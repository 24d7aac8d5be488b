// The episodes of a show, newest first
MATCH (e:Episode)-[:PART_OF]->(s:Show {id: $id})
RETURN e AS episode, e.published AS published
ORDER BY coalesce(published, "") DESC
