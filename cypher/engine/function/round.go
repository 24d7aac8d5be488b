package function

import (
	"math"
	"strconv"
	"strings"

	"guestgraph/cypher/engine/value"
)

// round without precision is Java's Math.round: halves go up, and the result stays within 64 bits.
// With precision it rounds the decimal text of the number, as BigDecimal.setScale does.
func round(_ *Context, args []value.Value) (value.Value, error) {
	x, err := numberArg("round", args[0])
	if err != nil {
		return null, err
	}
	whole := math.IsNaN(x) || math.IsInf(x, 0)
	if len(args) == 1 {
		if whole {
			return value.Float(x), nil
		}
		return value.Float(roundHalfUp(x)), nil
	}
	p, err := numberArg("round", args[1])
	switch {
	case err != nil:
		return null, err
	case p < 0:
		return null, argumentError("Precision argument to 'round()' cannot be negative")
	}
	mode := "HALF_UP"
	if len(args) == 3 {
		var ok bool
		if mode, ok = args[2].AsString(); !ok {
			return null, typeError("Expected a string value for `round`, but got: %s.", value.Describe(args[2]))
		}
	}
	up, ok := rounding(mode)
	if !ok {
		return null, argumentError("Unknown rounding mode. Valid values are: CEILING, FLOOR, UP, DOWN, HALF_EVEN, HALF_UP, HALF_DOWN, UNNECESSARY.")
	}
	if whole {
		return value.Float(x), nil
	}
	if p == 0 && len(args) == 2 {
		return value.Float(roundHalfUp(x)), nil
	}
	f, exact := roundDecimal(x, int(min(p, 400)), up)
	if !exact && mode == "UNNECESSARY" {
		return null, argumentError("Rounding necessary")
	}
	return value.Float(f), nil
}

func roundHalfUp(x float64) float64 {
	f := math.Floor(x)
	if x-f >= 0.5 {
		f++
	}
	return max(math.MinInt64, min(f, math.MaxInt64))
}

// An awayFunc tells whether to step away from zero, given the sign, the last digit that is kept and how
// what is cut off compares with a half (-1, 0, 1). Something is always cut off.
type awayFunc func(negative bool, last byte, half int) bool

func rounding(mode string) (awayFunc, bool) {
	switch mode {
	case "UP":
		return func(bool, byte, int) bool { return true }, true
	case "DOWN", "UNNECESSARY":
		return func(bool, byte, int) bool { return false }, true
	case "CEILING":
		return func(negative bool, _ byte, _ int) bool { return !negative }, true
	case "FLOOR":
		return func(negative bool, _ byte, _ int) bool { return negative }, true
	case "HALF_UP":
		return func(_ bool, _ byte, half int) bool { return half >= 0 }, true
	case "HALF_DOWN":
		return func(_ bool, _ byte, half int) bool { return half > 0 }, true
	case "HALF_EVEN":
		return func(_ bool, last byte, half int) bool { return half > 0 || half == 0 && (last-'0')%2 == 1 }, true
	}
	return nil, false
}

// roundDecimal rounds the shortest decimal text of x; exact tells that nothing was cut off.
func roundDecimal(x float64, places int, away awayFunc) (rounded float64, exact bool) {
	text := strconv.FormatFloat(math.Abs(x), 'f', -1, 64)
	point := strings.IndexByte(text, '.')
	if point < 0 || len(text)-point-1 <= places {
		return x, true
	}
	kept := []byte("0" + text[:point] + text[point+1:point+1+places]) // a digit for the carry
	cut := text[point+1+places:]
	if strings.Trim(cut, "0") == "" {
		return x, true
	}
	half := strings.Compare(strings.TrimRight(cut, "0"), "5")
	if away(x < 0, kept[len(kept)-1], half) {
		for i := len(kept) - 1; ; i-- {
			if kept[i] < '9' {
				kept[i]++
				break
			}
			kept[i] = '0'
		}
	}
	digits := string(kept[:1+point]) + "." + string(kept[1+point:])
	f, _ := strconv.ParseFloat(digits, 64) // its digits are those of a float, cut short
	return math.Copysign(f, x), false
}
