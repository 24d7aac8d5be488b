// title: Procedures
// category: page
// description: The procedures that only read, by name.
// access: read
SHOW PROCEDURES YIELD name, signature, description, mode, admin
WHERE mode = 'READ' AND NOT admin
RETURN name, signature, description
ORDER BY name
