// title: Which rules found how much?
// category: evidence
// description: Statements of employment by the rule that found them.
// access: read
MATCH (:Person)-[w:WORKED_AT]->(:Company)
RETURN w.rule AS rule, count(*) AS statements, min(w.confidence) AS lowest, max(w.confidence) AS highest
ORDER BY statements DESC, rule
