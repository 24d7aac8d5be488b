package graph

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// A vocabulary is the words of all names in order, each with the documents that have it.
type vocabulary struct {
	words []string // sorted, each once
	first []int32  // where in docs the documents of a word begin; one more than there are words
	docs  []int32  // for each word, its documents in ascending order
}

func newVocabulary(docsOf map[string][]int32) vocabulary {
	v := vocabulary{words: make([]string, 0, len(docsOf)), first: make([]int32, 1, len(docsOf)+1)}
	for w := range docsOf {
		v.words = append(v.words, w)
	}
	slices.Sort(v.words)
	for _, w := range v.words {
		v.docs = append(v.docs, docsOf[w]...)
		v.first = append(v.first, int32(len(v.docs)))
	}
	return v
}

// of returns the documents that have the word of that number.
func (v *vocabulary) of(word int) []int32 { return v.docs[v.first[word]:v.first[word+1]] }

// A likeness is a word of the vocabulary and how many slips part its beginning from the word that was typed.
type likeness struct{ word, slips int }

// begin returns the words that begin as typed.
func (v *vocabulary) begin(typed string) []likeness {
	from := sort.SearchStrings(v.words, typed)
	var found []likeness
	for i := from; i < len(v.words) && strings.HasPrefix(v.words[i], typed); i++ {
		found = append(found, likeness{word: i})
	}
	return found
}

// near returns the words of which some beginning is at most `most` slips from what was typed, fewest slips first.
//
// A slip is a letter too many, too few, another one, or two neighbours swapped (Damerau 1964): the distance is that of
// optimal string alignment, computed row by row as by Wagner and Fischer 1974 with the swap of Lowrance and Wagner 1975.
// Walking the words in order, a row is computed once for all words that begin alike, and none below a beginning that is
// too far already, since no row's least value is below the one before it (Ukkonen 1985): so the sorted list serves as
// a trie, finds every such word, and needs no index of trigrams beside it, which misses short words or hardly narrows
// them down. BenchmarkNameIndex, 50,000 names of 26,000 words: 1 to 2 ms a word; comparing each pair, as with
// github.com/hbollon/go-edlib 1.7 (0.7 µs and 4 allocations a pair), takes 18 ms.
func (v *vocabulary) near(typed string, most int) []likeness {
	w := newWalk([]rune(typed), most)
	var found []likeness
	for i, word := range v.words {
		if slips := w.step(word); slips <= most {
			found = append(found, likeness{i, slips})
		}
	}
	slices.SortStableFunc(found, func(a, b likeness) int { return a.slips - b.slips })
	return found
}

// A walk holds the rows of distances for the beginning of the word it last came to.
type walk struct {
	typed []rune
	most  int
	path  []rune  // the letters for which there are rows
	rows  [][]int // rows[d][j]: slips between the first d letters of path and the first j of typed
	least []int   // least[d]: slips between typed and the nearest beginning of at most d letters
	dead  bool    // the last row says that nothing below can be near
}

func newWalk(typed []rune, most int) *walk {
	row := make([]int, len(typed)+1)
	for j := range row {
		row[j] = j
	}
	return &walk{typed: typed, most: most, rows: [][]int{row}, least: []int{len(typed)}}
}

// step goes on to a word, in order, and returns the slips to its nearest beginning.
func (w *walk) step(word string) int {
	shared, at := 0, 0
	for shared < len(w.path) {
		r, size := utf8.DecodeRuneInString(word[at:])
		if size == 0 || r != w.path[shared] {
			break
		}
		shared, at = shared+1, at+size
	}
	if w.dead && shared == len(w.path) {
		return w.least[shared]
	}
	w.path, w.dead = w.path[:shared], false
	for _, r := range word[at:] {
		if w.push(r); w.dead {
			break
		}
	}
	return w.least[len(w.path)]
}

// whole goes on to a word and returns the slips to all of it, or more than most when there are more.
func (w *walk) whole(word string) int {
	w.step(word)
	if w.dead {
		return w.most + 1
	}
	return w.rows[len(w.path)][len(w.typed)]
}

// push computes the row for one letter more.
func (w *walk) push(r rune) {
	d := len(w.path) + 1
	w.path = append(w.path, r)
	if len(w.rows) <= d {
		w.rows, w.least = append(w.rows, make([]int, len(w.typed)+1)), append(w.least, 0)
	}
	row, above := w.rows[d], w.rows[d-1]
	row[0] = d
	lowest := d
	for j := 1; j <= len(w.typed); j++ {
		cost := above[j-1]
		if w.typed[j-1] != r {
			cost++
		}
		cost = min(cost, above[j]+1, row[j-1]+1)
		if d > 1 && j > 1 && w.typed[j-1] == w.path[d-2] && w.typed[j-2] == r {
			cost = min(cost, w.rows[d-2][j-2]+1)
		}
		row[j] = cost
		lowest = min(lowest, cost)
	}
	w.least[d] = min(w.least[d-1], row[len(w.typed)])
	w.dead = lowest > w.most
}
