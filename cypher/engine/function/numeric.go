package function

import (
	"math"

	"guestgraph/cypher/engine/value"
)

// ofFloat makes a function of one number, reckoned as a float.
func ofFloat(function string, f func(float64) float64) call {
	return strict(func(_ *Context, args []value.Value) (value.Value, error) {
		x, err := numberArg(function, args[0])
		if err != nil {
			return null, err
		}
		return value.Float(f(x)), nil
	})
}

func floatFunction(category, name, description string, f func(float64) float64) *Function {
	return &Function{
		Name: name, Category: category, Description: description,
		Signature: name + "(input :: FLOAT) :: FLOAT",
		MinArgs:   1, MaxArgs: 1, Deterministic: true, Call: ofFloat(name, f),
	}
}

func numeric() []*Function {
	const cat = "Numeric"
	return []*Function{
		{
			Name: "abs", Category: cat, Signature: "abs(input :: INTEGER | FLOAT) :: INTEGER | FLOAT",
			Description: "The distance of a number from zero.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(abs),
		},
		floatFunction(cat, "ceil", "The least whole number that is not below the input, as a float.", math.Ceil),
		floatFunction(cat, "floor", "The greatest whole number that is not above the input, as a float.", math.Floor),
		{
			Name: "isNaN", Category: cat, Signature: "isNaN(input :: INTEGER | FLOAT) :: BOOLEAN",
			Description: "Tells whether a number is NaN.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(func(_ *Context, args []value.Value) (value.Value, error) {
				f, err := numberArg("isNaN", args[0])
				return value.Bool(f != f), err
			}),
		},
		{
			Name: "rand", Category: cat, Signature: "rand() :: FLOAT",
			Description: "A random float, at least 0 and less than 1, another for each call.",
			Call: func(ctx *Context, _ []value.Value) (value.Value, error) {
				return value.Float(ctx.random()), nil
			},
		},
		{
			Name: "round", Category: cat, Signature: "round(value :: FLOAT) :: FLOAT",
			Description: "The nearest whole number, as a float; halves go up.",
			Overloads: []Overload{
				{"round(value :: FLOAT, precision :: INTEGER | FLOAT) :: FLOAT", "The number rounded to that many decimal places; halves go away from zero."},
				{"round(value :: FLOAT, precision :: INTEGER | FLOAT, mode :: STRING) :: FLOAT", "The number rounded to that many decimal places in a given mode: UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN or UNNECESSARY."},
			},
			MinArgs: 1, MaxArgs: 3, Deterministic: true, Call: strict(round),
		},
		{
			Name: "sign", Category: cat, Signature: "sign(input :: INTEGER | FLOAT) :: INTEGER",
			Description: "-1, 0 or 1, as the number is below, at or above zero.",
			MinArgs:     1, MaxArgs: 1, Deterministic: true, Call: strict(sign),
		},
	}
}

func abs(_ *Context, args []value.Value) (value.Value, error) {
	if i, ok := args[0].AsInt(); ok {
		if i < 0 {
			i = -i // the least integer stays as it is, as in Java
		}
		return value.Int(i), nil
	}
	f, err := numberArg("abs", args[0])
	return value.Float(math.Abs(f)), err
}

func sign(_ *Context, args []value.Value) (value.Value, error) {
	f, err := numberArg("sign", args[0])
	switch {
	case f > 0:
		return value.Int(1), err
	case f < 0:
		return value.Int(-1), err
	}
	return value.Int(0), err
}

func logarithmic() []*Function {
	const cat = "Logarithmic"
	return []*Function{
		{
			Name: "e", Category: cat, Signature: "e() :: FLOAT", Description: "The base of the natural logarithm.",
			Deterministic: true, Call: func(*Context, []value.Value) (value.Value, error) { return value.Float(math.E), nil },
		},
		floatFunction(cat, "exp", "e to the power of the input.", math.Exp),
		floatFunction(cat, "log", "The natural logarithm.", math.Log),
		floatFunction(cat, "log10", "The logarithm to base 10.", math.Log10),
		floatFunction(cat, "sqrt", "The square root; NaN of a negative number.", math.Sqrt),
	}
}

func trigonometric() []*Function {
	const cat = "Trigonometric"
	degrees := floatFunction(cat, "degrees", "Radians turned into degrees.", func(x float64) float64 { return x * (180 / math.Pi) })
	degrees.Call = ofFloat("toDegrees", func(x float64) float64 { return x * (180 / math.Pi) })
	radians := floatFunction(cat, "radians", "Degrees turned into radians.", nil)
	radians.Call = ofFloat("toRadians", func(x float64) float64 { return x * (math.Pi / 180) })
	return []*Function{
		floatFunction(cat, "acos", "The angle, in radians, whose cosine is the input.", math.Acos),
		floatFunction(cat, "asin", "The angle, in radians, whose sine is the input.", math.Asin),
		floatFunction(cat, "atan", "The angle, in radians, whose tangent is the input.", math.Atan),
		{
			Name: "atan2", Category: cat, Signature: "atan2(y :: FLOAT, x :: FLOAT) :: FLOAT",
			Description: "The angle, in radians, of the point (x, y) as seen from the origin.",
			MinArgs:     2, MaxArgs: 2, Deterministic: true, Call: strict(atan2),
		},
		floatFunction(cat, "cos", "The cosine of an angle in radians.", math.Cos),
		floatFunction(cat, "cot", "The cotangent of an angle in radians.", func(x float64) float64 { return 1 / math.Tan(x) }),
		degrees,
		floatFunction(cat, "haversin", "Half the versine, (1 - cos(x)) / 2, of an angle in radians.", func(x float64) float64 { return (1 - math.Cos(x)) / 2 }),
		{
			Name: "pi", Category: cat, Signature: "pi() :: FLOAT", Description: "The ratio of a circle's circumference to its diameter.",
			Deterministic: true, Call: func(*Context, []value.Value) (value.Value, error) { return value.Float(math.Pi), nil },
		},
		radians,
		floatFunction(cat, "sin", "The sine of an angle in radians.", math.Sin),
		floatFunction(cat, "tan", "The tangent of an angle in radians.", math.Tan),
	}
}

func atan2(_ *Context, args []value.Value) (value.Value, error) {
	y, err := numberArg("atan2", args[0])
	if err != nil {
		return null, err
	}
	x, err := numberArg("atan2", args[1])
	return value.Float(math.Atan2(y, x)), err
}
