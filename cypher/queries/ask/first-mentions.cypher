// title: When was each technology first spoken of?
// category: topics
// description: The first episode that names a technology, by date, with the words; of episodes without a date the first by its id.
// param: limit int = 50 — rows
// links: technology, episode
// access: read
MATCH (t:Technology)<-[m:MENTIONS]-(e:Episode)
WITH t, m, e
ORDER BY coalesce(e.published, '9999'), e.id, m.start
WITH t, head(collect(m)) AS m, head(collect(e)) AS e, count(DISTINCT e) AS episodes
RETURN t.name AS technology, t.kind AS class, episodes, e.published AS published, m.quote AS quote, e.id AS episode
ORDER BY published DESC, episodes DESC, technology
LIMIT $limit
