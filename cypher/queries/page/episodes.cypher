// title: Episodes by id
// category: page
// description: What names an episode, and its text when a quote is to be shown in it.
// param: ids list
// param: texts bool = false — with the text
// access: read
UNWIND $ids AS id
MATCH (e:Episode {id: id})
OPTIONAL MATCH (e)-[:PART_OF]->(s:Show)
RETURN e.id AS id, e.title AS title, e.published AS published, e.url AS url, s.id AS showId, s.name AS showName,
  CASE WHEN $texts THEN e.text END AS text
