// title: Whether curators shaped the graph
// category: load
// description: How many episodes have a decision that does not begin with a mark.
// param: mark string — what begins those that nobody took
// access: read
MATCH (e:Episode)
WHERE any(text IN e.decided WHERE NOT text STARTS WITH $mark)
RETURN count(e) AS n
