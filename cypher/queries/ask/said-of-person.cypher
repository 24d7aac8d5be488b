// title: Every sentence about a person
// category: evidence
// description: All passages that name the person, with the place where they stand.
// phrase: What was said about {person}?
// param: person string = "Aaron Francis" — name of the person
// links: episode
// access: read
MATCH (p:Person {name: $person})<-[m:MENTIONS]-(e:Episode)
RETURN e.id AS episode, e.published AS published, m.quote AS quote, m.start AS start, m.at AS seconds, m.confidence AS confidence
ORDER BY published, episode, start, quote
