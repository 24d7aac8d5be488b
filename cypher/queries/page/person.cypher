// title: Who a person is
// category: page
// description: The person's node; the parts of the page are statements of their own.
// param: id string
// access: read
MATCH (p:Person {id: $id})
RETURN p AS x
