// title: Labels and their properties
// category: page
// description: The properties of each set of labels that nodes have.
// access: read
CALL db.schema.nodeTypeProperties() YIELD nodeLabels, propertyName, propertyTypes
RETURN nodeLabels AS names, propertyName AS property, propertyTypes AS types
