package function

import (
	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

// A call is the body of a function.
type call = func(ctx *Context, args []value.Value) (value.Value, error)

var null value.Value

// strict gives null where any argument is null, and else calls f.
func strict(f call) call {
	return func(ctx *Context, args []value.Value) (value.Value, error) {
		for i := range args {
			if args[i].IsNull() {
				return null, nil
			}
		}
		return f(ctx, args)
	}
}

func typeError(format string, args ...any) error {
	return fault.New(fault.TypeError, format, args...)
}

func argumentError(format string, args ...any) error {
	return fault.New(fault.ArgumentError, format, args...)
}

// expected is the error of a function that got a value of the wrong type.
func expected(function, want string, got value.Value) error {
	return typeError("Invalid input for function '%s()': Expected %s, got: %s", function, want, value.Describe(got))
}

func notString(function string, got value.Value) error {
	return typeError("Expected a string value for `%s`, but got: %s; consider converting it to a string with toString().",
		function, value.Describe(got))
}

func textArg(function string, v value.Value) (string, error) {
	s, ok := v.AsString()
	if !ok {
		return "", notString(function, v)
	}
	return s, nil
}

// wholeArg reads a position or length; a float counts by its whole part.
func wholeArg(function, name string, v value.Value) (int64, error) {
	if i, ok := v.AsInt(); ok {
		return i, nil
	}
	if f, ok := v.AsFloat(); ok {
		return int64(f), nil
	}
	return 0, typeError("Invalid input for %s value in function '%s()': Expected a numeric value but got: %s",
		name, function, value.Describe(v))
}

func numberArg(function string, v value.Value) (float64, error) {
	f, ok := v.AsNumber()
	if !ok {
		return 0, typeError("%s() requires numbers", function)
	}
	return f, nil
}

func stringList(ss []string) value.Value {
	l := make([]value.Value, len(ss))
	for i, s := range ss {
		l[i] = value.String(s)
	}
	return value.List(l)
}
