// title: Where does the evidence stand?
// category: evidence
// description: Statements by what they say and where: description, title, transcript or credits; and how certain they are on average.
// access: read
MATCH (a)-[r:WORKED_AT|CREATED|MAKES|MENTIONS|HOSTED|GUEST_ON|SPONSORED]->()
WHERE NOT a:Chapter
WITH type(r) AS statement, CASE coalesce(r.in, '') WHEN '' THEN 'description' ELSE r.in END AS place, r.confidence AS confidence
RETURN statement, place, count(*) AS statements, round(avg(confidence), 2) AS confidence
ORDER BY statement, statements DESC, place
