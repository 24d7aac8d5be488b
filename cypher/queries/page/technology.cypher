// title: What a technology is
// category: page
// description: The technology's node; the parts of the page are statements of their own.
// param: id string
// access: read
MATCH (t:Technology {id: $id})
RETURN t AS x
