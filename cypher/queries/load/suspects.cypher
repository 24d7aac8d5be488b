// title: People who may be several
// category: load
// description: People with more than one address of their own, and those to whom another id leads.
// access: read
MATCH (p:Person)
WHERE size(p.urls) > 1 OR p.former IS NOT NULL
RETURN p.id AS id, p.urls AS urls, p.former AS former
