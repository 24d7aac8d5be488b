// title: Namesakes told apart
// category: load
// description: What episodes keep of having told people of one name apart.
// param: mark string — what it begins with
// access: read
MATCH (e:Episode)
WHERE e.decided IS NOT NULL
UNWIND e.decided AS text
WITH text
WHERE text STARTS WITH $mark
RETURN text
