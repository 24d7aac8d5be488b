// title: What a show is
// category: page
// description: The show's node; the parts of the page are statements of their own.
// param: id string
// access: read
MATCH (s:Show {id: $id})
RETURN s AS x
