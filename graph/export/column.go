package export

// A column is a property that nodes or edges may have.
type column struct {
	name string
	kind kind
}

// A kind is the type of a column's values.
type kind int

const (
	text kind = iota
	whole
	number
	list // of texts
)

// nodeColumns are the properties of nodes in the graph model. A format that declares its columns at the beginning
// cannot wait for what comes, so that they are written down here; a test holds them against a loaded graph.
func nodeColumns() []column {
	return []column{
		{"name", text}, {"title", text}, {"kind", text}, {"aliases", list}, {"urls", list}, {"former", list}, {"episodes", whole},
		{"url", text}, {"audioUrl", text}, {"guid", text}, {"published", text}, {"duration", number},
		{"position", whole}, {"start", number}, {"text", text},
	}
}

// edgeColumns are the properties of relationships.
func edgeColumns() []column {
	return []column{
		{"episode", text}, {"asOf", text}, {"status", text}, {"roles", list}, {"role", text}, {"quote", text}, {"in", text},
		{"start", whole}, {"end", whole}, {"at", number}, {"context", text}, {"confidence", number}, {"rule", text},
		{"name", text}, {"aliases", list}, {"urls", list}, {"former", list}, {"kind", text},
	}
}

// cell writes a property's value as text: lists as JSON, so that no separator can stand inside an item. A property
// that is absent, or an empty list, is told apart from an empty text.
func cell(v any) (string, bool) {
	if list, ok := v.([]any); v == nil || ok && len(list) == 0 {
		return "", false
	}
	text, err := Cell(v)
	return text, err == nil
}
