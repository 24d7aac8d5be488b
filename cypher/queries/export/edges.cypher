// title: Every relationship
// category: export
// description: The relationships between nodes of those labels, with what names their ends.
// param: labels list — of labels
// access: read
MATCH (a)-[r]->(b)
WHERE any(l IN labels(a) WHERE l IN $labels) AND any(l IN labels(b) WHERE l IN $labels)
RETURN labels(a) AS fromLabels, a.id AS from, coalesce(a.name, a.title) AS fromName, r,
  labels(b) AS toLabels, b.id AS to, coalesce(b.name, b.title) AS toName
