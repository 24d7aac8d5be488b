// title: Relationship types and their properties
// category: page
// description: The properties of each type that relationships have.
// access: read
CALL db.schema.relTypeProperties() YIELD relType, propertyName, propertyTypes
RETURN relType AS name, propertyName AS property, propertyTypes AS types
