package function

import (
	"math"

	"guestgraph/cypher/engine/value"
)

func vectors() []*Function {
	const cat = "Vector"
	const signature = "(a :: LIST<INTEGER | FLOAT>, b :: LIST<INTEGER | FLOAT>) :: FLOAT"
	return []*Function{
		{
			Name: "vector.similarity.cosine", Category: cat, Signature: "vector.similarity.cosine" + signature,
			Description: "How alike two vectors are in direction: 1 for the same, 0 for the opposite.",
			MinArgs:     2, MaxArgs: 2, Deterministic: true, Call: similarity("vector.similarity.cosine", CosineSimilarity),
		},
		{
			Name: "vector.similarity.euclidean", Category: cat, Signature: "vector.similarity.euclidean" + signature,
			Description: "How near two vectors are: 1 for the same, towards 0 with distance.",
			MinArgs:     2, MaxArgs: 2, Deterministic: true, Call: similarity("vector.similarity.euclidean", EuclideanSimilarity),
		},
	}
}

// CosineSimilarity is (1 + cos) / 2 of the angle between two vectors of the same length.
func CosineSimilarity(a, b []float32) float32 {
	var dot, aa, bb float64
	for i := range a {
		x, y := float64(a[i]), float64(b[i])
		dot, aa, bb = dot+x*y, aa+x*x, bb+y*y
	}
	return float32((1 + dot/math.Sqrt(aa*bb)) / 2)
}

// EuclideanSimilarity is 1 / (1 + d²) of the distance d between two vectors of the same length.
func EuclideanSimilarity(a, b []float32) float32 {
	var square float64
	for i := range a {
		d := float64(a[i]) - float64(b[i])
		square += d * d
	}
	return float32(1 / (1 + square))
}

func similarity(name string, f func(a, b []float32) float32) call {
	return strict(func(_ *Context, args []value.Value) (value.Value, error) {
		var vectors [2][]float32
		for i, arg := range [...]string{"a", "b"} {
			l, ok := args[i].AsList()
			if !ok {
				return null, typeError("Invalid input for '%s()': Expected argument %s to be a LIST<INTEGER | FLOAT>.", name, arg)
			}
			v, ok := Vector(l)
			if !ok || name == "vector.similarity.cosine" && isZero(v) {
				return null, argumentError("Invalid input for '%s()': Argument %s is not a valid vector for this similarity function.", name, arg)
			}
			vectors[i] = v
		}
		if len(vectors[0]) != len(vectors[1]) {
			return null, argumentError("Invalid input for '%s()': The supplied vectors do not have the same number of dimensions.", name)
		}
		return value.Float(float64(f(vectors[0], vectors[1]))), nil
	})
}

// Vector reads a list of finite numbers as a vector; ok is false for any other list, and for an empty one.
func Vector(l []value.Value) (v []float32, ok bool) {
	v = make([]float32, len(l))
	for i := range l {
		f, ok := l[i].AsNumber()
		v[i] = float32(f)
		if !ok || math.IsNaN(f) || math.IsInf(float64(v[i]), 0) {
			return nil, false
		}
	}
	return v, len(v) > 0
}

func isZero(v []float32) bool {
	for _, x := range v {
		if x != 0 {
			return false
		}
	}
	return true
}
