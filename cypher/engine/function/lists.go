package function

import (
	"slices"
	"unicode/utf8"

	"guestgraph/cypher/engine/value"
)

func listFunctions() []*Function {
	const cat = "List"
	return []*Function{
		{
			Name: "range", Category: cat, Signature: "range(start :: INTEGER, end :: INTEGER) :: LIST<INTEGER>",
			Description: "The integers from start to end, both included.",
			Overloads: []Overload{{
				"range(start :: INTEGER, end :: INTEGER, step :: INTEGER) :: LIST<INTEGER>",
				"Every step-th integer from start to end, downward where the step is negative.",
			}},
			MinArgs: 2, MaxArgs: 3, Deterministic: true, Call: rangeList,
		},
		{
			Name: "reverse", Category: cat, Signature: "reverse(input :: STRING | LIST<ANY>) :: STRING | LIST<ANY>",
			Description: "The characters of a string, or the elements of a list, from last to first.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(reverse),
		},
		{
			Name: "tail", Category: cat, Signature: "tail(input :: LIST<ANY>) :: LIST<ANY>",
			Description: "A list without its first element.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(tail),
		},
		syntax("reduce", cat, "reduce(accumulator :: VARIABLE = initial :: ANY, variable :: VARIABLE IN list :: LIST<ANY> | expression :: ANY) :: ANY",
			"Folds a list: evaluates the expression for each element and carries its result in the accumulator."),
	}
}

// syntax lists a form that the parser reads by itself.
func syntax(name, category, signature, description string) *Function {
	return &Function{Name: name, Category: category, Signature: signature, Description: description, MinArgs: 1, MaxArgs: 1, Deterministic: true}
}

// maxRange bounds what one call of range may make.
const maxRange = 1 << 30

func rangeList(_ *Context, args []value.Value) (value.Value, error) {
	bounds := [3]int64{2: 1}
	for i, name := range []string{"start", "end", "step"}[:len(args)] {
		n, err := wholeArg("range", name, args[i])
		if err != nil {
			return null, err
		}
		bounds[i] = n
	}
	start, end, step := bounds[0], bounds[1], bounds[2]
	if step == 0 {
		return null, argumentError("Step argument to 'range()' cannot be zero")
	}
	if step > 0 && start > end || step < 0 && start < end {
		return value.List(nil), nil
	}
	distance, stride := uint64(end)-uint64(start), uint64(step)
	if step < 0 {
		distance, stride = uint64(start)-uint64(end), -stride
	}
	n := distance/stride + 1
	if n == 0 || n > maxRange {
		return null, argumentError("range() would make a list of more than %d elements", maxRange)
	}
	l := make([]value.Value, n)
	for i := range l {
		l[i] = value.Int(start + int64(i)*step)
	}
	return value.List(l), nil
}

func reverse(_ *Context, args []value.Value) (value.Value, error) {
	if s, ok := args[0].AsString(); ok {
		b := make([]byte, len(s))
		at := len(b)
		for len(s) > 0 {
			_, size := utf8.DecodeRuneInString(s)
			at -= size
			copy(b[at:], s[:size])
			s = s[size:]
		}
		return value.String(string(b)), nil
	}
	l, ok := args[0].AsList()
	if !ok {
		return null, typeError("Invalid input for function 'reverse()': Expected a string or a list; consider converting the value to a string with toString() or creating a list.")
	}
	l = slices.Clone(l)
	slices.Reverse(l)
	return value.List(l), nil
}

// tail of a value that is no list is that of a list of it: empty.
func tail(_ *Context, args []value.Value) (value.Value, error) {
	l, _ := args[0].AsList()
	if len(l) == 0 {
		return value.List(nil), nil
	}
	return value.List(l[1:]), nil
}
