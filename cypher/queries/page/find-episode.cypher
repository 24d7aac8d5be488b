// title: Find an episode
// category: page
// description: The episode of that id, page or guid.
// param: refs list — ways to write what is looked for
// access: read
UNWIND $refs AS ref
MATCH (e:Episode {id: ref})
RETURN e.id AS id
UNION
UNWIND $refs AS ref
MATCH (e:Episode {url: ref})
RETURN e.id AS id
UNION
UNWIND $refs AS ref
MATCH (e:Episode {guid: ref})
RETURN e.id AS id
