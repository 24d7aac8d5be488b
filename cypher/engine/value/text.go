package value

import (
	"errors"
	"regexp"
	"regexp/syntax"
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

// Pattern compiles the right side of =~ so that it matches whole strings. Patterns are RE2's, which take time in
// proportion to the text whatever they are; what they lack is refused by name.
func Pattern(expr string) (*regexp.Regexp, error) {
	_, err := regexp.Compile(expr) // by itself: a)|(b is no pattern, though it is one in parentheses
	var re *regexp.Regexp
	if err == nil {
		re, err = regexp.Compile(`^(?:` + expr + `)$`)
	}
	if err != nil {
		remedy := ""
		var bad *syntax.Error
		if errors.As(err, &bad) && (bad.Code == syntax.ErrInvalidPerlOp || bad.Code == syntax.ErrInvalidEscape || bad.Code == syntax.ErrInvalidRepeatOp) {
			remedy = "; look-around, back-references and possessive quantifiers are not supported"
		}
		return nil, fault.Wrap(err, fault.SemanticError, "Invalid Regex: %s%s", err.Error(), remedy)
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
