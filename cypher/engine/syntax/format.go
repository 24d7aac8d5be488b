package syntax

import (
	"strconv"
	"strings"
)

// Format writes a statement as Cypher text that parses to an equal tree: keywords in upper case, one
// blank between words, no comments, parentheses only where needed.
func Format(st *Statement) string {
	w := &writer{}
	switch st.Mode {
	case Explain:
		w.put("EXPLAIN ")
	case Profile:
		w.put("PROFILE ")
	}
	if len(st.Options) > 0 {
		w.put("CYPHER ")
		for _, o := range st.Options {
			if o.Key != "" {
				w.put(o.Key, "=")
			}
			w.put(o.Value, " ")
		}
	}
	w.body(st.Body)
	return w.b.String()
}

// FormatExpr writes an expression as Cypher text.
func FormatExpr(e Expr) string {
	w := &writer{}
	w.expr(e, 0)
	return w.b.String()
}

// FormatLabels writes a label expression as Cypher text, without the colon before it.
func FormatLabels(l LabelExpr) string {
	w := &writer{}
	w.labels(l, 0)
	return w.b.String()
}

// QuoteName gives a name as it can stand in Cypher, in backticks where it needs them.
func QuoteName(name string) string {
	if plainName(name) {
		return name
	}
	return "`" + nameEscaper.Replace(name) + "`"
}

// nameEscaper keeps what would be read as an end of the name or an escape.
var nameEscaper = strings.NewReplacer("`", "``", `\u`, `\u005Cu`)

// plainName tells whether name is read as a name wherever a name may stand: no keyword, no odd character.
func plainName(name string) bool {
	if name == "" || isDigit(name[0]) || nameLength(name) != len(name) || lookupWord(name) != 0 {
		return false
	}
	for _, r := range name {
		return isNameStart(r)
	}
	return false
}

// A writer collects the text.
type writer struct{ b strings.Builder }

func (w *writer) put(parts ...string) {
	for _, s := range parts {
		w.b.WriteString(s)
	}
}

// name writes a name of a variable, parameter or schema object.
func (w *writer) name(s string) { w.put(QuoteName(s)) }

// key writes a name where every keyword is read as a name: a label, a property key.
func (w *writer) key(s string) {
	if s != "" && !isDigit(s[0]) && nameLength(s) == len(s) && isNameStart([]rune(s)[0]) {
		w.put(s)
		return
	}
	w.put(QuoteName(s))
}

// dotted writes a dotted name.
func (w *writer) dotted(s string) {
	for i, part := range strings.Split(s, ".") {
		if i > 0 {
			w.put(".")
		}
		w.key(part)
	}
}

// list writes n items with commas between them.
func (w *writer) list(n int, item func(int)) {
	for i := range n {
		if i > 0 {
			w.put(", ")
		}
		item(i)
	}
}

// exprs writes expressions with commas between them.
func (w *writer) exprs(es []Expr) {
	w.list(len(es), func(i int) { w.expr(es[i], 0) })
}

// names writes names with commas between them.
func (w *writer) names(names []string) {
	w.list(len(names), func(i int) { w.key(names[i]) })
}

func (w *writer) query(q *Query) {
	for i, part := range q.Parts {
		if i > 0 {
			w.put(" UNION ")
			if q.All[i-1] {
				w.put("ALL ")
			}
		}
		if part.Use != "" {
			w.put("USE ")
			w.dotted(part.Use)
			w.put(" ")
		}
		for j, c := range part.Clauses {
			if j > 0 {
				w.put(" ")
			}
			w.clause(c)
		}
	}
}

// bound writes a bound of a repetition.
func (w *writer) bound(n *int64) {
	if n != nil {
		w.put(strconv.FormatInt(*n, 10))
	}
}
