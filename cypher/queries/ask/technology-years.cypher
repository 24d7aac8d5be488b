// title: When is a technology spoken of?
// category: topics
// description: Episodes a year that name it, beside all episodes of that year; those without a date stand together.
// phrase: In which years is {technology} spoken of?
// param: technology string = "PostgreSQL" — name of the technology
// access: read
MATCH (e:Episode)
WITH coalesce(substring(e.published, 0, 4), 'no date') AS year,
  CASE WHEN EXISTS { (e)-[:MENTIONS]->(:Technology {name: $technology}) } THEN 1 ELSE 0 END AS named
RETURN year, sum(named) AS episodes, count(*) AS ofAll
ORDER BY year
