package extract

import (
	"bufio"
	"cmp"
	_ "embed"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed name_weights.tsv
var nameWeights string

// A NameScorer tells how likely a run of capitals is a person's name, where the rules are not sure: a logistic regression
// over what the name looks like and what stands around it (namefeature.go). It is read from name_weights.tsv, which `make
// names` trains, and immutable.
type NameScorer struct {
	index   map[feature]int32
	weights []float64
}

// A NameWeight is what one feature says: added to the log odds of a name being a person's.
type NameWeight struct {
	Feature string
	Value   float64
}

var embeddedNames = sync.OnceValues(func() (*NameScorer, error) { return ReadNameScorer(strings.NewReader(nameWeights)) })

// DefaultNameScorer returns the embedded weights, read once.
func DefaultNameScorer() (*NameScorer, error) { return embeddedNames() }

// NewNameScorer makes a scorer of weights.
func NewNameScorer(list []NameWeight) *NameScorer {
	n := &NameScorer{index: make(map[feature]int32, len(list)), weights: make([]float64, 0, len(list))}
	for _, w := range list {
		n.index[parseFeature(w.Feature)] = int32(len(n.weights))
		n.weights = append(n.weights, w.Value)
	}
	return n
}

// ReadNameScorer reads weights: a feature and its weight a line, divided by a tab; lines that begin with "# " are remarks.
func ReadNameScorer(in io.Reader) (*NameScorer, error) {
	var list []NameWeight
	lines := bufio.NewScanner(in)
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		name, weight, ok := strings.Cut(line, "\t")
		value, err := strconv.ParseFloat(weight, 64)
		if !ok || err != nil || math.IsNaN(value) || math.IsInf(value, 0) {
			return nil, fmt.Errorf("read weights of names: line %d: %q: give a feature and a number, divided by a tab", number, line)
		}
		list = append(list, NameWeight{name, value})
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read weights of names: %w", err)
	}
	return NewNameScorer(list), nil
}

// WriteNameWeights writes weights as ReadNameScorer reads them, in order of the features; remarks come first.
func WriteNameWeights(out io.Writer, remarks string, list []NameWeight) error {
	w := bufio.NewWriter(out)
	for line := range strings.Lines(remarks) {
		w.WriteString("# " + line)
	}
	for _, l := range slices.SortedFunc(slices.Values(list), func(a, b NameWeight) int { return cmp.Compare(a.Feature, b.Feature) }) {
		w.WriteString(l.Feature + "\t" + strconv.FormatFloat(l.Value, 'f', 2, 64) + "\n")
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write weights of names: %w", err)
	}
	return nil
}

// judge gives the chance of each doubtful name of an episode to be a person's. A feature counts once a name, wherever it is
// seen.
func (n *NameScorer) judge(r *reading) []float64 {
	out := make([]float64, len(r.doubtful))
	seen := make([]uint64, (len(n.weights)+63)/64)
	sum := 0.0
	d := describer{r, func(f feature) {
		if i, ok := n.index[f]; ok && seen[i/64]&(1<<(i%64)) == 0 {
			seen[i/64] |= 1 << (i % 64)
			sum += n.weights[i]
		}
	}}
	for i := range r.doubtful {
		clear(seen)
		sum = 0
		d.describe(&r.doubtful[i])
		out[i] = chance(sum)
	}
	return out
}

// chance turns log odds into a probability.
func chance(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }

// A DoubtfulName is a name that the rules are not sure of, as the scorer sees it.
type DoubtfulName struct {
	Name     string
	Features []string // each once, in the order they were seen
}

// DoubtfulNames gives the names of an episode that the scorer decides about: what it learns from.
func (e *Extractor) DoubtfulNames(ep Episode) []DoubtfulName {
	r := e.read(&ep)
	r.listed()
	r.fullNames()
	out := make([]DoubtfulName, 0, len(r.doubtful))
	d := describer{reading: r}
	for i := range r.doubtful {
		n := DoubtfulName{Name: r.doubtful[i].name}
		d.emit = func(f feature) {
			if text := f.String(); !slices.Contains(n.Features, text) {
				n.Features = append(n.Features, text)
			}
		}
		d.describe(&r.doubtful[i])
		out = append(out, n)
	}
	return out
}

// Chance gives the probability that a name with these features is a person's, and what they weigh.
func (n *NameScorer) Chance(features []string) (p float64, because []NameWeight) {
	sum := 0.0
	for _, text := range features {
		if i, ok := n.index[parseFeature(text)]; ok {
			sum += n.weights[i]
			because = append(because, NameWeight{text, n.weights[i]})
		}
	}
	slices.SortStableFunc(because, func(a, b NameWeight) int { return cmp.Compare(math.Abs(b.Value), math.Abs(a.Value)) })
	return chance(sum), because
}
