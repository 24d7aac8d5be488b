// title: Every node
// category: export
// description: The nodes of those labels.
// param: labels list — of labels
// access: read
MATCH (n)
WHERE any(l IN labels(n) WHERE l IN $labels)
RETURN n
