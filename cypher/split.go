package cypher

import "strings"

// A partKind tells the parts of a source text that scan finds.
type partKind int

const (
	codePart    partKind = iota
	quotedPart           // 'string', "string" or `name`, quotes included
	commentPart          // // to the end of the line, or /* … */
)

// scan cuts source into code, quoted text and comments, in order; an unclosed quote or comment reaches to the end.
func scan(source string, each func(part string, kind partKind)) {
	code := 0
	flush := func(end int) {
		if end > code {
			each(source[code:end], codePart)
		}
	}
	for i := 0; i < len(source); {
		var end int
		var kind partKind
		switch rest := source[i:]; {
		case source[i] == '\'' || source[i] == '"' || source[i] == '`':
			end, kind = i+quoted(rest), quotedPart
		case strings.HasPrefix(rest, "//"):
			end, kind = i+until(rest, "\n", 0), commentPart
		case strings.HasPrefix(rest, "/*"):
			end, kind = i+until(rest, "*/", 2), commentPart
		default:
			i++
			continue
		}
		flush(i)
		each(source[i:end], kind)
		i, code = end, end
	}
	flush(len(source))
}

// quoted is the length of the quoted text that s begins with. A backslash escapes in strings, not in `names`.
func quoted(s string) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && s[0] != '`':
			i++
		case s[i] == s[0]:
			return i + 1
		}
	}
	return len(s)
}

// until is the length of s up to the stop, plus extra bytes of the stop itself.
func until(s, stop string, extra int) int {
	if i := strings.Index(s[1:], stop); i >= 0 {
		return 1 + i + extra
	}
	return len(s)
}

// A statement is one statement of a source text.
type statement struct {
	text string
	line int // on which it begins, from 1
}

// split parts source at semicolons and drops what holds no code. Comments before a statement are dropped, those within stay.
func split(source string) []statement {
	var statements []statement
	var text strings.Builder
	line, begin := 1, 0
	end := func() {
		if s := strings.TrimSpace(text.String()); s != "" {
			statements = append(statements, statement{text: s, line: begin})
		}
		text.Reset()
		begin = 0
	}
	add := func(s string) {
		if begin == 0 {
			trimmed := strings.TrimLeft(s, " \t\r\n")
			if trimmed == "" {
				return
			}
			begin = line + strings.Count(s[:len(s)-len(trimmed)], "\n")
			s = trimmed
		}
		text.WriteString(s)
	}
	scan(source, func(part string, kind partKind) {
		switch kind {
		case commentPart:
			if begin != 0 {
				text.WriteString(part)
			}
		case quotedPart:
			add(part)
		case codePart:
			rest := part
			for {
				code, after, more := strings.Cut(rest, ";")
				add(code)
				if !more {
					break
				}
				end()
				line += strings.Count(code, "\n")
				rest = after
			}
			line += strings.Count(rest, "\n")
			return
		}
		line += strings.Count(part, "\n")
	})
	end()
	return statements
}
