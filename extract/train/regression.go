package main

import (
	"cmp"
	"math"
	"slices"

	"guestgraph/extract"
)

// Logistic regression by FTRL-Proximal (McMahan et al., "Ad Click Prediction: a View from the Trenches", 2013, algorithm 1):
// online, deterministic for a fixed order of the examples, and sparse, so that the weights stay few and readable.
const (
	rate    = 0.1 // alpha
	slow    = 1.0 // beta
	sparse  = 0.5 // lambda 1
	ridge   = 2.0 // lambda 2
	epochs  = 24
	seldom  = 4 // features of fewer examples are left out
	decimal = 100
)

// A regression is one being fitted.
type regression struct {
	z, n, w []float64
}

// learn fits weights to examples. The order of the examples does not matter.
func learn(examples []example) []extract.NameWeight {
	examples = slices.Clone(examples)
	slices.SortStableFunc(examples, func(a, b example) int {
		return cmp.Or(cmp.Compare(hash(a.episode+a.name), hash(b.episode+b.name)), cmp.Compare(a.episode, b.episode), cmp.Compare(a.name, b.name), cmp.Compare(a.weight, b.weight))
	})
	features, rows := number(examples)
	r := regression{make([]float64, len(features)), make([]float64, len(features)), make([]float64, len(features))}
	for range epochs {
		for i, row := range rows {
			r.step(row, &examples[i])
		}
	}
	var out []extract.NameWeight
	for i, w := range r.w {
		if w = math.Round(w*decimal) / decimal; w != 0 {
			out = append(out, extract.NameWeight{Feature: features[i], Value: w})
		}
	}
	slices.SortFunc(out, func(a, b extract.NameWeight) int { return cmp.Compare(a.Feature, b.Feature) })
	return out
}

// number gives the features that are not too seldom, and those of each example by their numbers.
func number(examples []example) (features []string, rows [][]int) {
	count := map[string]int{}
	for i := range examples {
		for _, f := range examples[i].features {
			count[f]++
		}
	}
	index := map[string]int{}
	for i := range examples {
		var row []int
		for _, f := range examples[i].features {
			if count[f] < seldom {
				continue
			}
			id, known := index[f]
			if !known {
				id = len(features)
				index[f] = id
				features = append(features, f)
			}
			row = append(row, id)
		}
		rows = append(rows, row)
	}
	return features, rows
}

func (r *regression) step(row []int, x *example) {
	odds := 0.0
	for _, i := range row {
		odds += r.w[i]
	}
	gradient := 1 / (1 + math.Exp(-odds))
	if x.person {
		gradient--
	}
	gradient *= x.weight
	for _, i := range row {
		n := r.n[i] + gradient*gradient
		r.z[i] += gradient - (math.Sqrt(n)-math.Sqrt(r.n[i]))/rate*r.w[i]
		r.n[i] = n
		r.w[i] = 0
		if math.Abs(r.z[i]) > sparse {
			r.w[i] = (math.Copysign(sparse, r.z[i]) - r.z[i]) / ((slow+math.Sqrt(n))/rate + ridge)
		}
	}
}
