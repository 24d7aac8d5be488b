// All that episodes say of a person, newest episode first
MATCH (:Person {id: $id})-[r:HOSTED|GUEST_ON|WORKED_AT|CREATED|MENTIONS]-(x)
WHERE type(r) <> "MENTIONS" OR x:Episode
MATCH (e:Episode {id: r.episode})
RETURN e AS episode, e.published AS published, type(r) AS says, CASE WHEN x:Episode THEN null ELSE x END AS of, r.status AS status, r.roles AS roles, r.quote AS quote
ORDER BY coalesce(published, "") DESC, episode.id, r.start
