package procedure

import (
	"context"
	"math"
	"regexp"
	"slices"
	"strings"

	"guestgraph/cypher/engine/store"
	"guestgraph/cypher/engine/value"
)

// The parameters of BM25 (Robertson and Zaragoza 2009), as Lucene sets them.
const (
	bm25K1 = 1.2
	bm25B  = 0.75
)

// maxExpansions is how many terms a fuzzy word stands for at most, as in Lucene.
const maxExpansions = 50

// A search runs a query on one full-text index. scores maps entities that match to their score.
type search struct {
	ctx   context.Context
	tx    *store.Tx
	ix    *store.Index
	terms func(text string) []string // the analyzer of the query
}

type scores map[uint32]float64

// fields gives the places of the fields a node is about.
func (s *search) fields(n *textNode) []int {
	var out []int
	for i, name := range s.ix.Properties {
		if n.field == "" || n.field == name {
			out = append(out, i)
		}
	}
	return out
}

func (s *search) run(n *textNode) (scores, error) {
	if err := s.ctx.Err(); err != nil {
		return nil, err
	}
	if n.kind == textBool {
		return s.boolean(n)
	}
	out := scores{}
	if n.kind == textAll {
		for i := range s.ix.Properties {
			for p := range s.tx.Postings(s.ix, i, "") {
				out[p.ID] = n.boost
			}
		}
		return out, nil
	}
	for _, field := range s.fields(n) {
		if err := s.inField(n, field, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// boolean combines clauses: all required ones, no excluded one, and one optional when none is
// required. Scores add up.
func (s *search) boolean(n *textNode) (scores, error) {
	var required, excluded []scores
	total := scores{}
	needed := false
	for _, c := range n.clauses {
		if s.empty(c.node) {
			continue
		}
		part, err := s.run(c.node)
		if err != nil {
			return nil, err
		}
		switch c.occur {
		case must:
			required = append(required, part)
			needed = true
		case mustNot:
			excluded = append(excluded, part)
			continue
		}
		for id, score := range part {
			total[id] += score
		}
	}
	for id := range total {
		if needed && slices.ContainsFunc(required, func(p scores) bool { _, ok := p[id]; return !ok }) ||
			slices.ContainsFunc(excluded, func(p scores) bool { _, ok := p[id]; return ok }) {
			delete(total, id)
			continue
		}
		total[id] *= n.boost
	}
	return total, nil
}

// empty tells whether the analyzer leaves nothing of a clause, which then does not count.
func (s *search) empty(n *textNode) bool {
	if n.kind != textWord && n.kind != textPhrase {
		return false
	}
	return !slices.ContainsFunc(s.terms(n.text), func(t string) bool { return t != "" })
}

// inField adds the scores of one field to out.
func (s *search) inField(n *textNode, field int, out scores) error {
	switch n.kind {
	case textWord:
		for _, term := range s.terms(n.text) {
			if term != "" {
				s.term(field, term, n.boost, 0, out)
			}
		}
	case textPhrase:
		s.phrase(n, field, out)
	case textFuzzy:
		s.fuzzy(n, field, out)
	default:
		return s.constant(n, field, out)
	}
	return nil
}

// idf is the inverse document frequency of BM25 as Lucene computes it.
func idf(docs, with int) float64 {
	return math.Log(1 + (float64(docs)-float64(with)+0.5)/(float64(with)+0.5))
}

// saturate is the term frequency part of BM25.
func (s *search) saturate(field int, freq float64, length int) float64 {
	docs, total := s.tx.TextStats(s.ix, field)
	average := float64(total) / float64(docs)
	return freq / (freq + bm25K1*(1-bm25B+bm25B*float64(length)/average))
}

// term adds the scores of a term; df, when not zero, is used in place of its own frequency.
func (s *search) term(field int, term string, boost float64, df int, out scores) {
	postings := slices.Collect(s.tx.Postings(s.ix, field, term))
	docs, _ := s.tx.TextStats(s.ix, field)
	if df == 0 {
		df = len(postings)
	}
	weight := boost * idf(docs, df)
	for _, p := range postings {
		out[p.ID] += weight * s.saturate(field, float64(p.Freq), p.Length)
	}
}

// constant adds the same score for every entity that has one of the terms a node stands for.
func (s *search) constant(n *textNode, field int, out scores) error {
	prefix, accept, err := s.acceptor(n)
	if err != nil {
		return err
	}
	found := scores{}
	for term := range s.tx.TermsFrom(s.ix, field, prefix) {
		if !accept(term) {
			continue
		}
		for p := range s.tx.Postings(s.ix, field, term) {
			found[p.ID] = n.boost
		}
	}
	for id, score := range found {
		out[id] += score
	}
	return nil
}

// acceptor gives which terms a pattern, regular expression or range stands for, and what they all
// start with.
func (s *search) acceptor(n *textNode) (prefix string, accept func(string) bool, err error) {
	if n.kind == textRange {
		lo, hi := s.ix.Normalize(n.text), s.ix.Normalize(n.upper)
		return "", func(t string) bool {
			return (n.text == "*" || t > lo || t == lo && !n.open[0]) && (n.upper == "*" || t < hi || t == hi && !n.open[1])
		}, nil
	}
	expr := n.text
	if n.kind == textPattern {
		prefix, expr = wildcards(s.ix.Normalize(n.text))
	}
	re, err := regexp.Compile("^(?s:" + expr + ")$")
	if err != nil {
		return "", nil, textError{"cannot parse the regular expression /" + n.text + "/: " + err.Error()}
	}
	return prefix, re.MatchString, nil
}

// wildcards turns * and ? into a regular expression and gives the text before the first.
func wildcards(pattern string) (prefix, expr string) {
	var b, plain strings.Builder
	wild, escaped := false, false
	for _, r := range pattern {
		switch {
		case escaped:
			escaped = false
			b.WriteString(regexp.QuoteMeta(string(r)))
			if !wild {
				plain.WriteRune(r)
			}
		case r == '\\':
			escaped = true
		case r == '*':
			wild = true
			b.WriteString(".*")
		case r == '?':
			wild = true
			b.WriteString(".")
		default:
			b.WriteString(regexp.QuoteMeta(string(r)))
			if !wild {
				plain.WriteRune(r)
			}
		}
	}
	return plain.String(), b.String()
}

// fuzzy adds the scores of the terms within some edits of a word; nearer ones count more.
func (s *search) fuzzy(n *textNode, field int, out scores) {
	word := s.ix.Normalize(n.text)
	edits := 2
	switch {
	case n.number >= 1:
		edits = min(int(n.number), 2)
	case n.number >= 0:
		edits = min(int((1-n.number)*float64(len([]rune(word)))), 2)
	}
	type near struct {
		term  string
		boost float64
		df    int
	}
	var found []near
	df := 0
	for term := range s.tx.TermsFrom(s.ix, field, "") {
		d := distance(word, term, edits)
		if d > edits {
			continue
		}
		count := 0
		for range s.tx.Postings(s.ix, field, term) {
			count++
		}
		df = max(df, count)
		length := min(len([]rune(word)), len([]rune(term)))
		found = append(found, near{term, 1 - float64(d)/float64(length), count})
	}
	slices.SortStableFunc(found, func(a, b near) int {
		switch {
		case a.boost > b.boost:
			return -1
		case a.boost < b.boost:
			return 1
		}
		return strings.Compare(a.term, b.term)
	})
	for _, f := range found[:min(len(found), maxExpansions)] {
		if f.boost > 0 {
			s.term(field, f.term, n.boost*f.boost, df, out) // all count as being as common as the commonest
		}
	}
}

// distance is the number of insertions, deletions, replacements and swaps of adjacent ones that make
// b of a; anything above limit is limit+1.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > limit || len(y)-len(x) > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(y)], limit+1)
}

// phrase adds the scores of entities that have the words of a phrase in order, with up to slop
// words moved.
func (s *search) phrase(n *textNode, field int, out scores) {
	words := s.terms(n.text)
	docs, _ := s.tx.TextStats(s.ix, field)
	lengths := map[uint32]int{}
	weight, count := 0.0, 0
	for _, w := range words {
		if w == "" {
			continue
		}
		postings := slices.Collect(s.tx.Postings(s.ix, field, w))
		weight += idf(docs, len(postings))
		here := map[uint32]int{}
		for _, p := range postings {
			if _, ok := lengths[p.ID]; ok || count == 0 {
				here[p.ID] = p.Length
			}
		}
		lengths = here
		count++
	}
	if count == 1 {
		for _, w := range words {
			if w != "" {
				s.term(field, w, n.boost, 0, out)
			}
		}
		return
	}
	for id, length := range lengths {
		terms, _ := s.ix.FieldTerms(s.property(id, field))
		if freq := phraseFreq(words, terms, int(n.number)); freq > 0 {
			out[id] += n.boost * weight * s.saturate(field, freq, length)
		}
	}
}

func (s *search) property(id uint32, field int) value.Value {
	if s.ix.Rel {
		return s.tx.RelProperty(value.RelID(id), s.ix.Properties[field])
	}
	return s.tx.NodeProperty(value.NodeID(id), s.ix.Properties[field])
}

// phraseFreq counts how often words stand in terms, in order. A match whose words are moved by d
// places counts 1/(1+d), and not at all when d is above slop.
func phraseFreq(words, terms []string, slop int) float64 {
	var places [][]int // of each word, less its place in the phrase: equal for an exact match
	for i, w := range words {
		if w == "" {
			continue
		}
		var at []int
		for j, t := range terms {
			if t == w {
				at = append(at, j-i)
			}
		}
		if len(at) == 0 {
			return 0
		}
		places = append(places, at)
	}
	freq := 0.0
	next := make([]int, len(places))
	for {
		low, high, lowest := math.MaxInt, math.MinInt, 0
		for i, at := range places {
			p := at[next[i]]
			if p < low {
				low, lowest = p, i
			}
			high = max(high, p)
		}
		if d := high - low; d <= slop {
			freq += 1 / float64(1+d)
		}
		if next[lowest]++; next[lowest] == len(places[lowest]) {
			return freq
		}
	}
}
