// title: What is spoken of in each year?
// category: topics
// description: The technologies that most episodes of a year name; episodes without a date stand together.
// param: top int = 10 — technologies of a year
// links: technologies technology
// access: read
MATCH (e:Episode)-[:MENTIONS]->(t:Technology)
WITH coalesce(substring(e.published, 0, 4), 'no date') AS year, t, count(DISTINCT e) AS episodes
ORDER BY year DESC, episodes DESC, t.name
WITH year, collect(t.name)[..$top] AS technologies, count(t) AS different
RETURN year, different, technologies
ORDER BY year DESC
