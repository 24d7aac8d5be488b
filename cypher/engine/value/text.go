package value

import (
	"regexp"
	"strings"

	"guestgraph/cypher/engine/fault"
)

// StartsWith is a STARTS WITH b; Unknown unless both are strings.
func StartsWith(a, b Value) Ternary { return onStrings(a, b, strings.HasPrefix) }

// EndsWith is a ENDS WITH b; Unknown unless both are strings.
func EndsWith(a, b Value) Ternary { return onStrings(a, b, strings.HasSuffix) }

// Contains is a CONTAINS b; Unknown unless both are strings.
func Contains(a, b Value) Ternary { return onStrings(a, b, strings.Contains) }

func onStrings(a, b Value, f func(a, b string) bool) Ternary {
	sa, aText := a.AsString()
	sb, bText := b.AsString()
	if !aText || !bText {
		return Unknown
	}
	return TernaryOf(f(sa, sb))
}

// Pattern compiles the right side of =~ so that it matches whole strings.
func Pattern(expr string) (*regexp.Regexp, error) {
	re, err := regexp.Compile(`^(?:` + expr + `)$`)
	if err != nil {
		return nil, fault.Wrap(err, fault.SemanticError, "Invalid Regex: %s", err.Error())
	}
	return re, nil
}

// Matches is a =~ b. For a pattern used many times, Pattern saves compiling it.
func Matches(a, b Value) (Ternary, error) {
	if a.ref == nil || b.ref == nil {
		return Unknown, nil
	}
	expr, ok := b.AsString()
	if !ok {
		return Unknown, fault.New(fault.TypeError, "Expected %s to be a regular expression: a string", Describe(b))
	}
	re, err := Pattern(expr)
	if err != nil {
		return Unknown, err
	}
	s, ok := a.AsString()
	if !ok {
		return Unknown, nil
	}
	return TernaryOf(re.MatchString(s)), nil
}
