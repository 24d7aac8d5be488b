// title: Delete empty shows
// category: load
// description: Deletes shows without an episode.
// access: write
MATCH (s:Show)
WHERE NOT EXISTS { (s)<-[:PART_OF]-(:Episode) }
WITH s, s.id AS id
DELETE s
RETURN id
