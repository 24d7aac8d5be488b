// People, companies and technologies by a part of their name
MATCH (n:Entity)
WHERE toLower(n.name) CONTAINS toLower($q)
   OR any(alias IN coalesce(n.aliases, []) WHERE toLower(alias) CONTAINS toLower($q))
RETURN n AS found, n.aliases AS aliases
ORDER BY n.name
LIMIT 50
