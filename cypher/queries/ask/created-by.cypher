// title: What did a person create?
// category: co-creation
// description: Technologies that episodes say the person created, with the words.
// phrase: What did {person} create?
// param: person string = "Sugu Sougoumarane" — name of the person
// links: technology, episode
// access: read
MATCH (:Person {name: $person})-[r:CREATED]->(t:Technology)
RETURN t.name AS technology, t.kind AS class, r.role AS role, r.quote AS quote, r.episode AS episode
ORDER BY technology, episode, quote
