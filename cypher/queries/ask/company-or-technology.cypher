// title: Which names are both a company and a technology?
// category: data quality
// description: A company often has the name of what it makes; where it has not, one of the two may be wrong.
// param: limit int = 50 — rows
// links: company, technology
// access: read
MATCH (c:Company), (t:Technology)
WHERE t.id = c.id
RETURN c.name AS company, t.name AS technology, t.kind AS class, c.episodes AS asCompany, t.episodes AS asTechnology
ORDER BY asCompany + asTechnology DESC, company
LIMIT $limit
