package value

import "guestgraph/cypher/engine/fault"

// A Ternary is a truth value of three-valued logic.
type Ternary uint8

// The truth values.
const (
	False Ternary = iota
	True
	Unknown
)

// TernaryOf gives True or False.
func TernaryOf(b bool) Ternary {
	if b {
		return True
	}
	return False
}

// Value gives true, false or null.
func (t Ternary) Value() Value {
	switch t {
	case True:
		return Bool(true)
	case False:
		return Bool(false)
	}
	return Value{}
}

// Not gives the negation.
func (t Ternary) Not() Ternary {
	if t == Unknown {
		return Unknown
	}
	return 1 - t
}

// And is False where either is, else Unknown where either is.
func (t Ternary) And(o Ternary) Ternary {
	if t == False || o == False {
		return False
	}
	return max(t, o) // True < Unknown
}

// Or is True where either is, else Unknown where either is.
func (t Ternary) Or(o Ternary) Ternary {
	if t == True || o == True {
		return True
	}
	return max(t, o) // False < Unknown
}

// Xor is Unknown where either is.
func (t Ternary) Xor(o Ternary) Ternary {
	if t == Unknown || o == Unknown {
		return Unknown
	}
	return t ^ o
}

// Truth reads v as a predicate: a boolean, null for Unknown, or a list, which is true unless empty. Any other kind is
// a type error.
func Truth(v Value) (Ternary, error) {
	if v.ref == KindBool {
		return Ternary(v.num), nil
	}
	if v.ref == nil {
		return Unknown, nil
	}
	if l, ok := v.AsList(); ok {
		return TernaryOf(len(l) > 0), nil
	}
	return Unknown, fault.New(fault.TypeError, "Don't know how to treat that as a predicate: %s", Describe(v))
}
