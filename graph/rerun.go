package graph

import (
	"regexp"
	"slices"
	"strings"
)

// nearDuplicate is the share of words, Jaccard's, from which on two titles are one.
const nearDuplicate = 0.8

// numbering is how titles begin that count episodes: "#12: ", "Ep. 12 - ", "12. ".
var numbering = regexp.MustCompile(`(?i)^\s*(?:episode|ep\.?)?\s*#?\d+\s*[:.|–—-]\s*`)

// sameTitle tells whether two titles share nearly all their words and all their numbers: "Part 1" and "Part 2" are two
// episodes. So are "SQLite" and "SQLite internals": titles of one or two words must be equal.
func sameTitle(a, b string) bool {
	wordsA, wordsB := titleWords(a), titleWords(b)
	if min(len(wordsA), len(wordsB)) < 3 {
		return len(wordsA) > 0 && slices.Equal(wordsA, wordsB)
	}
	if n, m := numbersOf(wordsA), numbersOf(wordsB); len(n) > 0 && len(m) > 0 && !slices.Equal(n, m) {
		return false
	}
	union := map[string]bool{}
	for _, w := range wordsA {
		union[w] = true
	}
	size, common := len(union), 0
	for _, w := range wordsB {
		if union[w] {
			common++
			delete(union, w) // each word once
		} else {
			size++
		}
	}
	return float64(common) >= nearDuplicate*float64(size)
}

func titleWords(title string) []string {
	if at := numbering.FindStringIndex(title); at != nil && at[1] < len(title) {
		title = title[at[1]:]
	}
	return strings.Fields(fold(title))
}

func numbersOf(words []string) []string {
	var numbers []string
	for _, w := range words {
		if strings.Trim(w, "0123456789") == "" {
			numbers = append(numbers, w)
		}
	}
	slices.Sort(numbers)
	return numbers
}
