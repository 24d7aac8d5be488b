package extract

import "strings"

// references are the link definitions of a Markdown text, "[docs]: https://heapworks.example/docs", that it refers to by
// "[docs]" or "[the manual][docs]".
type references struct {
	urls  map[string][2]int // folded label → where the URL stands in the published text
	lines map[int]int       // where a definition begins → where its line ends
}

// maxReferences bounds the definitions of one text: each is looked for in all of it.
const maxReferences = 1000

// referencesIn returns the definitions, nil when there are none. A definition that nothing refers to stays text.
func referencesIn(raw string) *references {
	var refs *references
	var folded string // Markdown compares labels without case
	for i := 0; ; {
		k := strings.Index(raw[i:], "]: http")
		if k < 0 {
			return refs
		}
		k += i
		i = k + 1
		begin := skipSpaces(raw, strings.LastIndexByte(raw[:k], '\n')+1)
		if begin >= k || raw[begin] != '[' || strings.ContainsAny(raw[begin+1:k], "[]") {
			continue
		}
		if folded == "" {
			folded = strings.ToLower(raw)
		}
		if strings.Count(folded, strings.ToLower(raw[begin:k+1])) < 2 {
			continue
		}
		start := k + len("]: ")
		end := start
		for end < len(raw) && raw[end] > ' ' {
			end++
		}
		line := end
		for line < len(raw) && raw[line] != '\n' && raw[line] != '\r' {
			line++
		}
		if refs != nil && len(refs.lines) == maxReferences {
			return refs
		}
		if refs == nil {
			refs = &references{urls: map[string][2]int{}, lines: map[int]int{}}
		}
		refs.urls[refLabel(raw[begin+1:k])] = [2]int{start, end}
		refs.lines[begin] = line
	}
}

// refLabel folds a label as Markdown compares it.
func refLabel(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// reference reads "[label][ref]", "[label][]" or "[label]" at i of a text that defines the label.
func (c *cleaner) reference(i int) (openLink, bool) {
	raw := c.src.raw
	labelEnd := labelEndAt(raw, i)
	if c.refs == nil || labelEnd < 0 || labelEnd > c.limit() {
		return openLink{}, false
	}
	label, resume := raw[i+1:labelEnd], labelEnd+1
	if resume < len(raw) && raw[resume] == '[' {
		if end := labelEndAt(raw, resume); end > 0 {
			if end > resume+1 {
				label = raw[resume+1 : end]
			}
			resume = end + 1
		}
	}
	url, ok := c.refs.urls[refLabel(label)]
	return openLink{start: len(c.out), rawStart: url[0], rawEnd: url[1], labelEnd: labelEnd, resume: resume}, ok
}

// labelEndAt returns where the bracket closes that opens at i, or -1.
func labelEndAt(raw string, i int) int {
	depth := 0
	for j := i; j < len(raw) && j < i+1000; j++ {
		switch raw[j] {
		case '\\':
			j++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return -1
}
