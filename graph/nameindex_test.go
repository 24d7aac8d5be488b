package graph

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// indexOf builds an index of companies with those names.
func indexOf(names map[string]int) *nameIndex {
	var rows []nameRow
	for id, weight := range names {
		rows = append(rows, nameRow{named: named{kind: KindCompany, id: id, text: searchText(id, nil)}, weight: weight})
	}
	return newNameIndex(rows)
}

func TestFindOrder(t *testing.T) {
	ix := indexOf(map[string]int{
		"Tigris": 1, "Tigris Data": 2, "Tigris Computer": 9, "Data Tigris": 5, "Tiger Beetle": 7, "Tiger": 3, "Éclair": 1, "Яндекс": 1, "GitHub": 4, "Rust": 8, "Just": 9,
	})
	for _, c := range []struct {
		typed string
		want  []string
	}{
		{"tigris", []string{"Tigris", "Tigris Computer", "Tigris Data", "Data Tigris"}}, // whole name, beginning by weight, word
		{"tigris data", []string{"Tigris Data", "Data Tigris"}},
		{"tigirs", []string{"Tigris", "Tigris Computer", "Data Tigris", "Tigris Data"}},
		{"tigirs dta", []string{"Tigris Data"}}, // dta alone is too short to be read as anything else
		{"tigirs daat", []string{"Tigris Data", "Data Tigris"}},
		{"eclair", []string{"Éclair"}}, {"yandex", nil}, {"iandeks", []string{"Яндекс"}}, {"ЯНДЕКС", []string{"Яндекс"}},
		{"git hub", []string{"GitHub"}}, {"gti hub", []string{"GitHub"}}, {"github", []string{"GitHub"}}, {"gihtub", []string{"GitHub"}},
		{"rust", []string{"Rust"}}, // a whole name needs no others that only come near
		{"tigerbeetle", []string{"Tiger Beetle"}},
	} {
		var got []string
		for _, m := range ix.find(fold(c.typed)) {
			got = append(got, ix.docs[m.doc].id)
		}
		if diff := cmp.Diff(c.want, got); diff != "" && len(c.want)+len(got) > 0 {
			t.Errorf("%q (-want +got):\n%s", c.typed, diff)
		}
	}
}

// A walk that went over other names before says the same of a name as a new one.
func TestWholeAfterOtherNames(t *testing.T) {
	ix := newNameIndex(manyNames(300))
	for _, typed := range []string{"guest number77", "gusst nubmer7", "alpha", ix.docs[7].id, ""} {
		for most := range 4 {
			w := newWalk([]rune(fold(typed)), most)
			for i := range ix.docs {
				if got, want := ix.docs[i].isWhole(w), ix.docs[i].isWhole(newWalk([]rune(fold(typed)), most)); got != want {
					t.Fatalf("%q with %d slips is %q: %v, want %v", typed, most, ix.docs[i].text, got, want)
				}
			}
		}
	}
}

func TestMeant(t *testing.T) {
	ix := indexOf(map[string]int{"Tigris Data": 1})
	for typed, want := range map[string]string{"tigirs data": "tigris data", "tigirs": "tigris", "тигрис дата": "tigris data"} {
		if got := ix.meant(fold(typed), 0); got != want {
			t.Errorf("%q is taken to mean %q, want %q", typed, got, want)
		}
	}
}

// A long question, or one of many words, must not take long nor break.
func TestFindTakesAnything(t *testing.T) {
	ix := newNameIndex(manyNames(500))
	long := ""
	for i := range 400 {
		long += fmt.Sprintf("w%d ", i)
	}
	for _, q := range []string{long, "\xff", "a", string(make([]byte, 300)), "ßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßß"} {
		ix.find(fold(q))
	}
}
