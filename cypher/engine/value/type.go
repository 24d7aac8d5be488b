package value

// A Type is a type of IS :: and of casts: a name, or a union where Name is empty.
type Type struct {
	Name    string // upper case: ANY, INTEGER, LIST, PROPERTY VALUE, ZONED DATETIME, …
	NotNull bool
	Elem    *Type // of LIST; nil is ANY
	Union   []*Type
}

// IsType is v IS :: t. Null is of every type that is not NOT NULL, and no value is of the type NOTHING.
func IsType(v Value, t *Type) bool {
	if v.ref == nil && t.Name != "" {
		return !t.NotNull && t.Name != "NOTHING"
	}
	switch t.Name {
	case "":
		for _, u := range t.Union {
			if IsType(v, u) {
				return true
			}
		}
		return false
	case "ANY":
		return true
	case "NULL", "NOTHING":
		return false
	case "PROPERTY VALUE":
		return Storable(v) == nil
	case "LIST":
		l, ok := v.AsList()
		if !ok {
			return false
		}
		for _, e := range l {
			if t.Elem != nil && !IsType(e, t.Elem) {
				return false
			}
		}
		return true
	}
	return v.Kind().String() == t.Name
}
