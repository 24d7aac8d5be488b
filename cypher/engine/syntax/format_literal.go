package syntax

import (
	"math"
	"strconv"
	"strings"
)

// parameterName writes the name of a parameter, which may begin with a digit.
func (w *writer) parameterName(s string) {
	if s != "" && nameLength(s) == len(s) {
		w.put(s)
		return
	}
	w.put(QuoteName(s))
}

func (w *writer) literal(l *Literal) {
	if l.Text != "" {
		w.put(l.Text)
		return
	}
	v := l.Value
	if s, ok := v.AsString(); ok {
		w.put(quoteString(s))
		return
	}
	if b, ok := v.AsBool(); ok {
		w.put(strconv.FormatBool(b))
		return
	}
	if i, ok := v.AsInt(); ok {
		w.put(strconv.FormatInt(i, 10))
		return
	}
	f, ok := v.AsFloat()
	switch {
	case !ok:
		w.put("null")
	case math.IsNaN(f):
		w.put("NaN")
	case math.IsInf(f, 0):
		w.put(map[bool]string{true: "-", false: ""}[f < 0], "Infinity")
	default:
		s := strconv.FormatFloat(f, 'g', -1, 64)
		if !strings.ContainsAny(s, ".e") {
			s += ".0"
		}
		w.put(s)
	}
}

// quoteString writes a string with its quotes and escapes.
func quoteString(s string) string {
	return "'" + stringEscaper.Replace(s) + "'"
}

var stringEscaper = strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\b", `\b`, "\f", `\f`, "\n", `\n`, "\r", `\r`, "\t", `\t`)
