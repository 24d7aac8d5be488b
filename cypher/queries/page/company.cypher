// title: What a company is
// category: page
// description: The company's node; the parts of the page are statements of their own.
// param: id string
// access: read
MATCH (c:Company {id: $id})
RETURN c AS x
