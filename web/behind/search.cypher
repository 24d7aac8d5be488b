// People, companies and technologies whose name holds a word
MATCH (n:Entity)
WHERE toLower(n.name) CONTAINS toLower($q)
RETURN n AS found
ORDER BY n.name
LIMIT 50
