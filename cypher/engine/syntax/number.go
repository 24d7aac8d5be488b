package syntax

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"guestgraph/cypher/engine/value"
)

// isInteger tells whether s is an integer literal: decimal, 0x or 0o, with single underscores between digits.
func isInteger(s string) bool {
	base, digits := integerBase(s)
	if base != 10 {
		digits = strings.TrimPrefix(digits, "_")
	}
	return isDigits(digits, base)
}

// integerBase splits the prefix off an integer literal. A capital X, which Neo4j 5 no longer takes, is
// recognized so that the parser can say so.
func integerBase(s string) (base int, digits string) {
	if len(s) > 1 && s[0] == '0' {
		switch s[1] {
		case 'x', 'X':
			return 16, s[2:]
		case 'o':
			return 8, s[2:]
		}
	}
	return 10, s
}

// isDigits tells whether s is digits of base with single underscores between them.
func isDigits(s string, base int) bool {
	previous := byte('_')
	for i := range len(s) {
		c := s[i]
		ok := isDigit(c) && int(c-'0') < base || base == 16 && c|0x20 >= 'a' && c|0x20 <= 'f'
		if !ok && (c != '_' || previous == '_') {
			return false
		}
		previous = c
	}
	return previous != '_'
}

// isFloat tells whether s is a float literal: 1.5, .5, 1e9, 1.5e-3, each with an optional suffix f or d.
func isFloat(s string) bool {
	s, _ = trimSuffix(s)
	mantissa, exponent, hasExponent := s, "", false
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		mantissa, exponent, hasExponent = s[:i], s[i+1:], true
	}
	whole, fraction, hasFraction := strings.Cut(mantissa, ".")
	if !hasExponent && !hasFraction || hasFraction && !isDigits(fraction, 10) {
		return false
	}
	if hasExponent && !isDigits(strings.TrimLeft(exponent, "+-"), 10) {
		return false
	}
	return whole == "" && hasFraction || isDigits(whole, 10)
}

// trimSuffix takes off the suffix f or d that a float literal may carry.
func trimSuffix(s string) (string, bool) {
	if n := len(s); n > 0 {
		switch s[n-1] | 0x20 {
		case 'f', 'd':
			return s[:n-1], true
		}
	}
	return s, false
}

// integer parses the integer literal at the current token, negated when negative.
func (p *parser) integer(s string, negative bool) value.Value {
	at := p.start()
	base, digits := integerBase(s)
	if base == 16 && s[1] == 'X' {
		p.fail(at, "The hex integer literal syntax `%s` is no longer supported, please use `0x%s` instead", s, digits)
	}
	if base == 10 && len(s) > 1 && s[0] == '0' {
		p.fail(at, "The octal integer literal syntax `%s` is no longer supported, please use `0o%s` instead", s, s[1:])
	}
	digits = strings.ReplaceAll(digits, "_", "")
	n, err := strconv.ParseUint(digits, base, 64)
	limit := uint64(math.MaxInt64)
	if negative {
		limit++
	}
	if err != nil || n > limit {
		p.failDetail(at, "IntegerOverflow", "integer is too large")
	}
	if negative {
		return value.Int(-int64(n))
	}
	return value.Int(int64(n))
}

// float parses the float literal at the current token.
func (p *parser) float(s string, negative bool) value.Value {
	s, _ = trimSuffix(s)
	f, err := strconv.ParseFloat(strings.ReplaceAll(s, "_", ""), 64)
	if errors.Is(err, strconv.ErrRange) && math.IsInf(f, 0) {
		p.failDetail(p.start(), "FloatingPointOverflow", "floating point number is too large")
	}
	if negative {
		f = -f
	}
	return value.Float(f)
}
