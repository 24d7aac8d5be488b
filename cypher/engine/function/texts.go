package function

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"guestgraph/cypher/engine/value"
)

func texts() []*Function {
	const cat = "String"
	all := []*Function{
		{
			Name: "left", Category: cat, Signature: "left(original :: STRING, length :: INTEGER) :: STRING",
			Description: "The first characters of a string.",
			MinArgs:     2, MaxArgs: 2, Deterministic: true, Call: strict(left),
		},
		{
			Name: "normalize", Category: cat, Signature: "normalize(input :: STRING) :: STRING",
			Description: "The string in Unicode normal form NFC.",
			Overloads: []Overload{{
				"normalize(input :: STRING, normalForm = NFC :: [NFC, NFD, NFKC, NFKD]) :: STRING",
				"The string in the given Unicode normal form.",
			}},
			MinArgs: 1, MaxArgs: 2, Deterministic: true, Call: strict(normalize),
		},
		{
			Name: "replace", Category: cat, Signature: "replace(original :: STRING, search :: STRING, replace :: STRING) :: STRING",
			Description: "The string with every occurrence of one string replaced by another.",
			MinArgs:     3, MaxArgs: 3, Deterministic: true, Call: strict(replace),
		},
		{
			Name: "right", Category: cat, Signature: "right(original :: STRING, length :: INTEGER) :: STRING",
			Description: "The last characters of a string.",
			MinArgs:     2, MaxArgs: 2, Deterministic: true, Call: strict(right),
		},
		{
			Name: "split", Category: cat, Signature: "split(original :: STRING, splitDelimiters :: STRING | LIST<STRING>) :: LIST<STRING>",
			Description: "The parts of a string between the delimiters.",
			MinArgs:     2, MaxArgs: 2, Deterministic: true, Call: strict(split),
		},
		{
			Name: "substring", Category: cat, Signature: "substring(original :: STRING, start :: INTEGER) :: STRING",
			Description: "The characters of a string from a position on, counted from 0.",
			Overloads: []Overload{{
				"substring(original :: STRING, start :: INTEGER, length :: INTEGER) :: STRING",
				"That many characters of a string from a position on, counted from 0.",
			}},
			MinArgs: 2, MaxArgs: 3, Deterministic: true, Call: strict(substring),
		},
	}
	for _, c := range []struct{ name, message, description string }{
		{"lower", "toLower", "The string in lower case."}, {"toLower", "toLower", "The string in lower case."},
		{"upper", "toUpper", "The string in upper case."}, {"toUpper", "toUpper", "The string in upper case."},
	} {
		fold := strings.ToLower
		if c.message == "toUpper" {
			fold = upper
		}
		all = append(all, &Function{
			Name: c.name, Category: cat, Signature: c.name + "(input :: STRING) :: STRING", Description: c.description,
			MinArgs: 1, MaxArgs: 1, Deterministic: true, Call: strict(func(_ *Context, args []value.Value) (value.Value, error) {
				s, err := textArg(c.message, args[0])
				return value.String(fold(s)), err
			}),
		})
	}
	return append(all, trims()...)
}

// upper turns ß into SS, which strings.ToUpper does not.
func upper(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return cases.Upper(language.Und).String(s)
		}
	}
	return strings.ToUpper(s)
}

func trims() []*Function {
	var all []*Function
	for _, t := range []struct {
		name, where string
		cut         func(s string, f func(rune) bool) string
	}{
		{"btrim", "leading and trailing", strings.TrimFunc},
		{"ltrim", "leading", strings.TrimLeftFunc},
		{"rtrim", "trailing", strings.TrimRightFunc},
		{"trim", "leading and trailing", strings.TrimFunc},
	} {
		f := &Function{
			Name: t.name, Category: "String", Signature: t.name + "(input :: STRING) :: STRING",
			Description: "The string without " + t.where + " white space.",
			MinArgs:     1, MaxArgs: 2, Deterministic: true,
			Call: strict(func(_ *Context, args []value.Value) (value.Value, error) { return trim(t.name, t.cut, args) }),
		}
		more := "The string without " + t.where + " characters of a given set."
		if t.name == "trim" {
			f.MaxArgs = 1
			f.Overloads = []Overload{{"trim([[LEADING | TRAILING | BOTH] [trimCharacterString :: STRING] FROM] input :: STRING) :: STRING", more}}
		} else {
			f.Overloads = []Overload{{t.name + "(input :: STRING, trimCharacterString :: STRING) :: STRING", more}}
		}
		all = append(all, f)
	}
	return all
}

func trim(name string, cut func(string, func(rune) bool) string, args []value.Value) (value.Value, error) {
	s, err := textArg(name, args[0])
	if err != nil {
		return null, err
	}
	in := unicode.IsSpace
	if len(args) == 2 {
		set, err := textArg(name, args[1])
		if err != nil {
			return null, err
		}
		in = func(r rune) bool { return strings.ContainsRune(set, r) }
	}
	return value.String(cut(s, in)), nil
}

// prefix gives the bytes that n characters take.
func prefix(s string, n int64) int {
	if n >= int64(len(s)) {
		return len(s)
	}
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}

func textAndLength(name string, args []value.Value) (s string, n int64, err error) {
	if s, err = textArg(name, args[0]); err != nil {
		return "", 0, err
	}
	if n, err = wholeArg(name, "length", args[1]); err == nil && n < 0 {
		err = argumentError("Invalid input for length value in function '%s()': it cannot be negative: %d", name, n)
	}
	return s, n, err
}

func left(_ *Context, args []value.Value) (value.Value, error) {
	s, n, err := textAndLength("left", args)
	if err != nil {
		return null, err
	}
	return value.String(s[:prefix(s, n)]), nil
}

func right(_ *Context, args []value.Value) (value.Value, error) {
	s, n, err := textAndLength("right", args)
	if err != nil {
		return null, err
	}
	return value.String(s[prefix(s, int64(utf8.RuneCountInString(s))-n):]), nil
}

func substring(_ *Context, args []value.Value) (value.Value, error) {
	s, err := textArg("substring", args[0])
	if err != nil {
		return null, err
	}
	for i, name := range []string{"start", "length"}[:len(args)-1] {
		n, err := wholeArg("substring", name, args[i+1])
		switch {
		case err != nil:
			return null, err
		case n < 0:
			return null, argumentError("Invalid input for %s value in function 'substring()': it cannot be negative: %d", name, n)
		case i == 0:
			s = s[prefix(s, n):]
		default:
			s = s[:prefix(s, n)]
		}
	}
	return value.String(s), nil
}

func replace(_ *Context, args []value.Value) (value.Value, error) {
	var parts [3]string
	for i := range parts {
		var err error
		if parts[i], err = textArg("replace", args[i]); err != nil {
			return null, err
		}
	}
	return value.String(strings.ReplaceAll(parts[0], parts[1], parts[2])), nil
}

func split(_ *Context, args []value.Value) (value.Value, error) {
	s, err := textArg("split", args[0])
	if err != nil {
		return null, err
	}
	if d, ok := args[1].AsString(); ok {
		return stringList(splitBy(s, []string{d})), nil
	}
	l, ok := args[1].AsList()
	if !ok {
		return null, notString("split", args[1])
	}
	delimiters := make([]string, len(l))
	for i := range l {
		if l[i].IsNull() {
			return null, nil
		}
		if delimiters[i], err = textArg("split", l[i]); err != nil {
			return null, err
		}
	}
	return stringList(splitBy(s, delimiters)), nil
}

// splitBy cuts at the first delimiter that fits at each place; an empty one cuts after every character.
func splitBy(s string, delimiters []string) []string {
	if s == "" || len(delimiters) == 0 {
		return []string{s}
	}
	for _, d := range delimiters {
		if d == "" {
			return strings.Split(s, "")
		}
	}
	if len(delimiters) == 1 {
		return strings.Split(s, delimiters[0])
	}
	var parts []string
	start := 0
	for at := 0; at < len(s); {
		size := 0
		for _, d := range delimiters {
			if strings.HasPrefix(s[at:], d) {
				size = len(d)
				break
			}
		}
		if size == 0 {
			at++
			continue
		}
		parts = append(parts, s[start:at])
		at += size
		start = at
	}
	return append(parts, s[start:])
}

func normalize(_ *Context, args []value.Value) (value.Value, error) {
	s, err := textArg("normalize", args[0])
	if err != nil {
		return null, err
	}
	form := "NFC"
	if len(args) == 2 {
		if form, err = textArg("normalize", args[1]); err != nil {
			return null, err
		}
	}
	f, ok := NormalForm(form)
	if !ok {
		return null, argumentError("Invalid normal form, expected NFC, NFD, NFKC, NFKD")
	}
	return value.String(f.String(s)), nil
}

// NormalForm gives the Unicode normal form of a name, as IS NORMALIZED and normalize take it.
func NormalForm(name string) (f norm.Form, ok bool) {
	switch strings.ToUpper(name) {
	case "NFC":
		return norm.NFC, true
	case "NFD":
		return norm.NFD, true
	case "NFKC":
		return norm.NFKC, true
	case "NFKD":
		return norm.NFKD, true
	}
	return norm.NFC, false
}
