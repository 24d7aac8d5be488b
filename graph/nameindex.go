package graph

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// A nameIndex finds the nodes of the graph by their names, in this process: search as one types has to bear typing
// errors, which the two backends do not do alike. It never changes; see nameKeeper for how it follows the graph.
//
// BenchmarkTyping over 10,000 made-up episodes: 20,000 names take 2.7 MiB, of the answers while names are typed half
// come within 0.5 ms and 95 % within 8 ms, the reading of what tells hits apart included.
type nameIndex struct {
	docs     []named // what stands above stands first among equals
	words    vocabulary
	bookmark string        // of the state of the graph it was read from
	took     time.Duration // to read and build it
	built    time.Time
}

// A named is one node that can be searched for.
type named struct {
	kind Kind
	id   string
	text string // its names as searchText joins them, and those of other scripts once more in Latin letters
}

// A nameRow is what a named is made of.
type nameRow struct {
	named
	weight    int    // number of episodes
	published string // of an episode
}

func newNameIndex(rows []nameRow) *nameIndex {
	slices.SortFunc(rows, func(a, b nameRow) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(b.published, a.published), cmp.Compare(a.text, b.text),
			cmp.Compare(slices.Index(kinds(), a.kind), slices.Index(kinds(), b.kind)), cmp.Compare(a.id, b.id))
	})
	ix := &nameIndex{docs: make([]named, len(rows))}
	docsOf := map[string][]int32{}
	for i, row := range rows {
		row.text = withLatin(row.text)
		ix.docs[i] = row.named
		for word := range strings.FieldsSeq(row.text) {
			if list := docsOf[word]; len(list) == 0 || list[len(list)-1] != int32(i) {
				docsOf[word] = append(list, int32(i))
			}
		}
	}
	ix.words = newVocabulary(docsOf)
	return ix
}

// withLatin adds to names in other scripts how they read in Latin letters.
func withLatin(text string) string {
	for line := range strings.SplitSeq(strings.Trim(text, "\n"), "\n") {
		if latin := latinized(line); latin != line && !strings.Contains(text, "\n"+latin+"\n") {
			text += latin + "\n"
		}
	}
	return text
}

// latinized writes a folded name in Latin letters as far as romanize knows them.
func latinized(folded string) string {
	if strings.IndexFunc(folded, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return folded
	}
	var b strings.Builder
	for _, r := range folded {
		if latin, ok := romanize(r); ok {
			b.WriteString(latin)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// The ranks of what is found, best first. One typed with slips comes after these, those with fewer slips first.
const (
	rankName       = iota // the whole name
	rankAlias             // a whole alias, or the name with its words run together
	rankNameBegin         // the beginning of the name
	rankWordsBegin        // beginnings of the name's words
	rankElse              // beginnings of words of aliases, or of name and alias together
	rankSlips
)

// A match is a document found, with its rank.
type match struct {
	doc  int32
	rank int
}

// slipped tells whether something was not written as typed.
func (m match) slipped() bool { return m.rank > rankSlips+1 }

// fewHits is the number of hits as typed below which those with slips are added, unless a whole name is among the hits.
const fewHits = 5

// find returns what a folded query finds, best first.
func (ix *nameIndex) find(folded string) []match {
	found := newRanking(len(ix.docs))
	spellings := slices.Compact([]string{folded, latinized(folded)})
	for _, s := range spellings {
		words := strings.Fields(s)
		for _, hit := range ix.all(words, func(string) int { return 0 }) {
			found.add(hit.doc, ix.docs[hit.doc].rank(s, words))
		}
	}
	if found.n < fewHits && found.best > rankAlias {
		for _, s := range spellings {
			ix.findSlips(s, found)
		}
	}
	return found.inOrder()
}

// findSlips adds what a query finds when slips are forgiven, also with its words run together ("git hub").
func (ix *nameIndex) findSlips(query string, found *ranking) {
	words := strings.Fields(query)
	spellings := [][]string{words}
	if len(words) > 1 && len(words) < 4 {
		spellings = append(spellings, []string{strings.Join(words, "")})
	}
	for _, spelt := range spellings {
		typed := []rune(strings.Join(spelt, " "))
		walks := map[int]*walk{} // by the slips allowed: what names found one after another begin with is compared once
		for _, hit := range ix.all(spelt, forgiven) {
			w := walks[hit.rank]
			if w == nil {
				w = newWalk(typed, hit.rank)
				walks[hit.rank] = w
			}
			rank := rankSlips + 2*hit.rank
			if !ix.docs[hit.doc].isWhole(w) {
				rank++
			}
			found.add(hit.doc, rank)
		}
	}
}

// A ranking is the best rank of each document: one byte each, since a letter typed alone finds nearly all of them.
type ranking struct {
	rankOf []uint8
	n      int   // documents found
	best   int   // rank of any
	counts []int // documents of each rank
}

const (
	notFound  = 255 // stands for no rank
	worstRank = notFound - 1
)

func newRanking(docs int) *ranking {
	return &ranking{rankOf: bytes.Repeat([]byte{notFound}, docs), best: notFound, counts: make([]int, notFound+1)}
}

func (r *ranking) add(doc int32, rank int) {
	rank = min(rank, worstRank)
	before := r.rankOf[doc]
	if rank >= int(before) {
		return
	}
	if before == notFound {
		r.n++
	} else {
		r.counts[before]--
	}
	r.rankOf[doc] = uint8(rank)
	r.counts[rank]++
	r.best = min(r.best, rank)
}

// inOrder lists the documents by rank, those of one rank as they stand.
func (r *ranking) inOrder() []match {
	places := make([]int, notFound)
	sum := 0
	for rank := range places {
		places[rank] = sum
		sum += r.counts[rank]
	}
	out := make([]match, r.n)
	for doc, rank := range r.rankOf {
		if rank != notFound {
			out[places[rank]] = match{int32(doc), int(rank)}
			places[rank]++
		}
	}
	return out
}

// forgiven is the number of slips forgiven in a word: none in a short one, where nearly everything is near.
func forgiven(word string) int {
	switch n := utf8.RuneCountInString(word); {
	case n < 4:
		return 0
	case n < 8:
		return 1
	}
	return 2
}

// all returns the documents that have, for each word, a word that begins alike but for the slips allowed; the rank is
// the sum of the slips.
func (ix *nameIndex) all(words []string, slips func(word string) int) []match {
	if len(words) == 0 {
		return nil
	}
	type state struct{ seen, slips uint8 }
	states := make([]state, len(ix.docs))
	words = words[:min(len(words), 255)]
	for i, word := range words {
		alike := ix.words.begin(word)
		if most := slips(word); most > 0 && utf8.RuneCountInString(word) <= longestWord {
			alike = ix.words.near(word, most)
		}
		any := false
		for _, a := range alike { // fewest slips first, so that the first that fits a document is its best
			for _, doc := range ix.words.of(a.word) {
				if s := &states[doc]; int(s.seen) == i {
					*s, any = state{uint8(i + 1), s.slips + uint8(a.slips)}, true
				}
			}
		}
		if !any {
			return nil
		}
	}
	var found []match
	for doc, s := range states {
		if int(s.seen) == len(words) {
			found = append(found, match{int32(doc), int(s.slips)})
		}
	}
	return found
}

// longestWord bounds the letters of a word whose slips are looked for: the work grows with them.
const longestWord = 48

// rank ranks a document that has all the words of a query as typed.
func (d *named) rank(query string, words []string) int {
	name, _ := d.name()
	switch {
	case name == query:
		return rankName
	case strings.Contains(d.text, "\n "+query+"\n"):
		return rankAlias
	case strings.HasPrefix(name, query), strings.HasPrefix(d.text[1:], " "+query):
		return rankNameBegin
	case !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(" "+name, " "+w) }):
		return rankWordsBegin
	}
	return rankElse
}

// name is the folded name, and the rest of the text.
func (d *named) name() (name, rest string) {
	name, rest, _ = strings.Cut(strings.TrimPrefix(d.text, "\n "), "\n")
	return name, rest
}

// isWhole tells whether what was typed is one of the names from end to end, but for the slips that the walk allows.
func (d *named) isWhole(w *walk) bool {
	for line := range strings.SplitSeq(strings.Trim(d.text, "\n"), "\n") {
		name := strings.TrimPrefix(line, " ")
		longer := utf8.RuneCountInString(name) - len(w.typed)
		if max(longer, -longer) <= w.most && w.whole(name) <= w.most { // each letter too many or too few is a slip
			return true
		}
	}
	return false
}

// meant writes a query as the document that it found spells its words.
func (ix *nameIndex) meant(query string, doc int32) string {
	own := vocabulary{words: strings.FieldsFunc(ix.docs[doc].text, unicode.IsSpace)}
	slices.Sort(own.words)
	words := strings.Fields(query)
	for i, word := range words {
		for _, spelt := range []string{word, latinized(word)} {
			if alike := own.near(spelt, forgiven(word)); len(alike) > 0 {
				words[i] = own.words[alike[0].word]
				break
			}
		}
	}
	return strings.Join(words, " ")
}
