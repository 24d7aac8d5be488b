package function

import (
	"math"
	"strconv"
	"strings"

	"guestgraph/cypher/engine/fault"
	"guestgraph/cypher/engine/value"
)

// A conversion turns one value into another type: null where the value has none in it, and ok false where its type
// has no conversion at all.
type conversion func(v value.Value) (out value.Value, ok bool, err error)

func conversions() []*Function {
	var all []*Function
	for _, c := range []struct {
		to, name, input, want string
		category              string
		convert               conversion
	}{
		{"BOOLEAN", "toBoolean", "BOOLEAN | STRING | INTEGER", "a Boolean, Integer or String", "Scalar", toBoolean},
		{"FLOAT", "toFloat", "STRING | INTEGER | FLOAT", "a String, Float or Integer", "Scalar", toFloat},
		{"INTEGER", "toInteger", "BOOLEAN | STRING | INTEGER | FLOAT", "a String, Float, Integer or Boolean", "Scalar", toInteger},
		{"STRING", "toString", "ANY", "a String, Float, Integer, Boolean, Temporal or Duration", "String", toText},
	} {
		all = append(all,
			&Function{
				Name: c.name, Category: c.category, Signature: c.name + "(input :: " + c.input + ") :: " + c.to,
				Description: "The value as " + c.to + "; null where its text is none, and an error where its type has no such conversion.",
				MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: converter(c.name, c.want, c.convert),
			},
			&Function{
				Name: c.name + "OrNull", Category: c.category, Signature: c.name + "OrNull(input :: ANY) :: " + c.to,
				Description: "The value as " + c.to + "; null where it cannot be one.",
				MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: orNull(c.convert),
			},
			&Function{
				Name: c.name + "List", Category: "List", Signature: c.name + "List(input :: LIST<ANY>) :: LIST<" + c.to + ">",
				Description: "Each element of the list as " + c.to + "; null for those that cannot be one.",
				MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: eachOrNull(c.name+"List", c.convert),
			})
	}
	return all
}

func converter(name, want string, convert conversion) call {
	return strict(func(_ *Context, args []value.Value) (value.Value, error) {
		v, ok, err := convert(args[0])
		if !ok && err == nil {
			return null, expected(name, want, args[0])
		}
		return v, err
	})
}

func orNull(convert conversion) call {
	return func(_ *Context, args []value.Value) (value.Value, error) {
		v, _, err := convert(args[0])
		return v, err
	}
}

func eachOrNull(name string, convert conversion) call {
	return strict(func(_ *Context, args []value.Value) (value.Value, error) {
		l, ok := args[0].AsList()
		if !ok {
			return null, expected(name, "a List", args[0])
		}
		out := make([]value.Value, len(l))
		for i := range l {
			v, _, err := convert(l[i])
			if err != nil {
				return null, err
			}
			out[i] = v
		}
		return value.List(out), nil
	})
}

func toBoolean(v value.Value) (value.Value, bool, error) {
	switch v.Kind() {
	case value.KindBool:
		return v, true, nil
	case value.KindInt:
		i, _ := v.AsInt()
		return value.Bool(i != 0), true, nil
	case value.KindString:
		s, _ := v.AsString()
		switch strings.ToLower(strings.TrimSpace(s)) {
		case "true":
			return value.Bool(true), true, nil
		case "false":
			return value.Bool(false), true, nil
		}
		return null, true, nil
	}
	return null, false, nil
}

func toFloat(v value.Value) (value.Value, bool, error) {
	if f, ok := v.AsNumber(); ok {
		return value.Float(f), true, nil
	}
	s, ok := v.AsString()
	if !ok {
		return null, false, nil
	}
	if f, ok := parseFloat(strings.TrimSpace(s)); ok {
		return value.Float(f), true, nil
	}
	return null, true, nil
}

// parseFloat reads what Java's Double.parseDouble reads: decimal and hexadecimal floats, a suffix d or f, NaN and
// Infinity, but no underscores and no other spellings.
func parseFloat(s string) (float64, bool) {
	body := strings.TrimLeft(s, "+-")
	if len(s)-len(body) > 1 || body == "" {
		return 0, false
	}
	if c := body[0]; c != '.' && (c < '0' || c > '9') && body != "NaN" && body != "Infinity" || strings.Contains(body, "_") {
		return 0, false
	}
	if last := body[len(body)-1] | 0x20; (last == 'd' || last == 'f') && len(body) > 1 && !strings.ContainsAny(body, "xX") {
		s = s[:len(s)-1]
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil && !math.IsInf(f, 0) {
		return 0, false
	}
	return f, true
}

func toInteger(v value.Value) (value.Value, bool, error) {
	switch v.Kind() {
	case value.KindInt:
		return v, true, nil
	case value.KindFloat:
		f, _ := v.AsFloat()
		return value.Int(saturate(f)), true, nil
	case value.KindBool:
		b, _ := v.AsBool()
		if b {
			return value.Int(1), true, nil
		}
		return value.Int(0), true, nil
	case value.KindString:
		s, _ := v.AsString()
		i, err := textToInteger(s)
		return i, true, err
	}
	return null, false, nil
}

// saturate is Java's cast of a double to a long.
func saturate(f float64) int64 {
	switch {
	case f != f:
		return 0
	case f >= math.MaxInt64:
		return math.MaxInt64
	case f <= math.MinInt64:
		return math.MinInt64
	}
	return int64(f)
}

// textToInteger reads an integer, or a decimal number whose fraction is cut off.
func textToInteger(s string) (value.Value, error) {
	if i, err := strconv.ParseInt(s, 10, 64); err == nil {
		return value.Int(i), nil
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < '0' || c > '9') && c != '.' && c != '+' && c != '-' && c != 'e' && c != 'E' {
			return null, nil
		}
	}
	f, ok := parseFloat(s)
	if !ok {
		return null, nil
	}
	if f >= math.MaxInt64 || f < math.MinInt64 {
		return null, fault.New(fault.TypeError, "integer, %s, is too large", s)
	}
	return value.Int(int64(f)), nil
}

func toText(v value.Value) (value.Value, bool, error) {
	if s, ok := value.ToString(v); ok {
		return value.String(s), true, nil
	}
	return null, v.IsNull(), nil
}
