// title: Which ids may be one by their names?
// category: data quality
// description: Pairs of one kind that share a name or alias but for case, spaces, hyphens and full stops: candidates for a file of decisions, each as its line; look at both before you take it over.
// param: limit int = 100 — rows
// access: read
MATCH (x:Entity)
UNWIND [s IN [x.name] + x.aliases WHERE size(s) > 2 AND (NOT x:Person OR s CONTAINS ' ')] AS spelling
WITH DISTINCT x, replace(replace(replace(toLower(spelling), ' ', ''), '-', ''), '.', '') AS written,
  CASE WHEN x:Company THEN 'company' WHEN x:Technology THEN 'technology' ELSE 'person' END AS kind
WITH kind, written, x
ORDER BY x.episodes, x.id DESC
WITH kind, written, collect(x) AS same
WHERE size(same) = 2
WITH kind, written, same[0] AS a, same[1] AS b
RETURN 'merge ' + kind + ' ' + a.id + ' into ' + b.id AS decision, a.name AS name, b.name AS other, collect(written) AS written
ORDER BY decision
LIMIT $limit
