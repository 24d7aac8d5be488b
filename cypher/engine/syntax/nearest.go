package syntax

import "strings"

// Nearest gives the candidate closest to name, ignoring case, or "" when none is near enough to be a
// slip of the keyboard: one edit for short names, two or three for longer ones. Of equals the first wins.
func Nearest(name string, candidates []string) string {
	best, limit := "", 1+len(name)/4
	if limit > 3 {
		limit = 3
	}
	lower := strings.ToLower(name)
	for _, c := range candidates {
		d := distance(lower, strings.ToLower(c), limit)
		if d <= limit && d < len(name) {
			best, limit = c, d-1
		}
	}
	return best
}

// distance is the number of insertions, deletions, replacements and swaps of neighbours that make b of a
// (optimal string alignment); anything above limit is given as limit+1 or more.
func distance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
