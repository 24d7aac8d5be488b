package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// alignment is the distance of optimal string alignment as its definition has it, over whole words.
func alignment(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
				continue
			case a[i-1] == b[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j-1], d[i-1][j], d[i][j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], 1+d[i-2][j-2])
			}
		}
	}
	return d[len(a)][len(b)]
}

func slipsTo(typed, word string) int {
	runes, best := []rune(word), len([]rune(typed))
	for n := range len(runes) + 1 {
		best = min(best, alignment([]rune(typed), runes[:n]))
	}
	return best
}

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		typed, word string
		want        int
	}{
		{"tigirs", "tigris", 1}, {"planetscael", "planetscale", 1}, {"planetscael", "planetscaleio", 1}, {"sougomaran", "sougoumarane", 1},
		{"kubernets", "kubernetes", 0 + 1}, {"abc", "abc", 0}, {"abc", "abcdef", 0}, {"ca", "abc", 1}, {"щербаков", "щерпакова", 1}, {"", "x", 0}, {"xyz", "", 3},
	} {
		v := newVocabulary(map[string][]int32{c.word: {0}})
		got := v.near(c.typed, 9)
		if len(got) != 1 || got[0].slips != c.want || slipsTo(c.typed, c.word) != c.want {
			t.Errorf("%q to %q: %v, by definition %d, want %d", c.typed, c.word, got, slipsTo(c.typed, c.word), c.want)
		}
	}
}

// The walk over the sorted words must give what comparing with each word by the definition gives.
func TestNearMatchesTheDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		out := make([]rune, 1+r.IntN(9))
		for i := range out {
			out[i] = []rune("abcdé")[r.IntN(5)]
		}
		return string(out)
	}
	docs := map[string][]int32{}
	for i := range 400 {
		docs[word()] = []int32{int32(i)}
	}
	v := newVocabulary(docs)
	for range 300 {
		typed, most := word(), r.IntN(3)
		got := map[string]int{}
		for _, a := range v.near(typed, most) {
			got[v.words[a.word]] = a.slips
		}
		for _, w := range v.words {
			slips, found := got[w]
			if want := slipsTo(typed, w); found != (want <= most) || found && slips != want {
				t.Fatalf("%q to %q within %d: got %d %v, want %d", typed, w, most, slips, found, want)
			}
		}
	}
}

func FuzzNear(f *testing.F) {
	f.Add("tigirs", "tigris", "tiger")
	f.Add("\xff", "é", "")
	f.Fuzz(func(t *testing.T, typed, one, other string) {
		if len(typed)+len(one)+len(other) > 200 {
			return
		}
		v := newVocabulary(map[string][]int32{one: {0}, other: {1}})
		for i, w := range v.words {
			found := slices.ContainsFunc(v.near(typed, 2), func(a likeness) bool { return a.word == i && a.slips == slipsTo(typed, w) })
			if found != (slipsTo(typed, w) <= 2) {
				t.Errorf("%q to %q: found %v, slips %d", typed, w, found, slipsTo(typed, w))
			}
		}
	})
}

// syllables make names that begin alike as real ones do.
var syllables = []string{"ka", "ro", "ti", "gris", "plan", "et", "sca", "le", "post", "gre", "mon", "do", "re", "dis", "son", "li", "an", "ber", "ver", "na", "shi", "mar", "que", "tz", "ow", "sky", "ell", "um"}

func manyNames(n int) []nameRow {
	r := rand.New(rand.NewPCG(3, uint64(n)))
	word := func() string {
		w := ""
		for range 2 + r.IntN(3) {
			w += syllables[r.IntN(len(syllables))]
		}
		return w
	}
	rows := make([]nameRow, n)
	for i := range rows {
		kind := kinds()[r.IntN(5)]
		name := word() + " " + word()
		if kind == KindEpisode {
			name += " on the " + word() + " and other stories"
		}
		rows[i] = nameRow{named: named{kind: kind, id: fmt.Sprint(i), text: searchText(name, nil)}, weight: int(r.ExpFloat64() * 10)}
	}
	return rows
}

func BenchmarkNameIndex(b *testing.B) {
	rows := manyNames(50_000)
	b.Run("build", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			newNameIndex(slices.Clone(rows))
		}
	})
	ix := newNameIndex(rows)
	b.Logf("%d names, %d words", len(ix.docs), len(ix.words.words))
	for _, q := range []string{"p", "post", "postgre monson", "psotgre", "planetscael", "tigirs", "zzzzzzzz", "karo tigirs"} {
		b.Run(q, func(b *testing.B) {
			b.ReportAllocs()
			found := 0
			for b.Loop() {
				found = len(ix.find(q))
			}
			b.ReportMetric(float64(found), "found")
		})
	}
}
