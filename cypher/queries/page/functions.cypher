// title: Functions
// category: page
// description: The functions that the server knows, by name.
// access: read
SHOW FUNCTIONS YIELD name, signature, description
RETURN name, signature, description
ORDER BY name
