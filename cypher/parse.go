package cypher

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Parse reads one query file: its header and its one statement. file is for messages only.
func Parse(file, source string) (*Query, error) {
	q := &Query{File: file}
	lines := strings.Split(source, "\n")
	n := 0
	var mistakes []error
	for ; n < len(lines); n++ {
		comment, ok := strings.CutPrefix(strings.TrimSpace(lines[n]), "//")
		if !ok {
			break
		}
		if err := q.header(strings.TrimSpace(comment)); err != nil {
			mistakes = append(mistakes, fmt.Errorf("%s:%d: %w", file, n+1, err))
		}
	}
	statements := split(strings.Join(lines[n:], "\n"))
	if len(statements) != 1 {
		mistakes = append(mistakes, fmt.Errorf("%s:%d: want one statement below the header, found %d", file, n+1, len(statements)))
		return nil, errors.Join(mistakes...)
	}
	q.Text, q.Line = statements[0].text, n+statements[0].line
	for _, err := range q.check() {
		mistakes = append(mistakes, fmt.Errorf("%s:%d: %w", file, q.Line, err))
	}
	if len(mistakes) > 0 {
		return nil, errors.Join(mistakes...)
	}
	return q, nil
}

// header takes one comment line of the header.
func (q *Query) header(comment string) error {
	key, value, ok := strings.Cut(comment, ":")
	value = strings.TrimSpace(value)
	if !ok || value == "" {
		return fmt.Errorf("header wants `key: value`, not %q", comment)
	}
	switch key {
	case "title":
		return setOnce(&q.Title, key, value)
	case "category":
		return setOnce(&q.Category, key, value)
	case "description":
		// A long description goes on in further description lines.
		q.Description = strings.TrimSpace(q.Description + " " + value)
	case "access":
		if value != string(Read) && value != string(Write) {
			return fmt.Errorf("access is read or write, not %q", value)
		}
		return setOnce((*string)(&q.Access), key, value)
	case "phrase":
		if q.Phrase != nil {
			return errors.New("phrase stands twice")
		}
		phrase, err := parsePhrase(value)
		q.Phrase = phrase
		return err
	case "links":
		links, err := parseLinks(value)
		q.Links = append(q.Links, links...)
		return err
	case "param":
		p, err := parseParam(value)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(q.Params, func(o Param) bool { return o.Name == p.Name }) {
			return fmt.Errorf("param %s stands twice", p.Name)
		}
		q.Params = append(q.Params, p)
	default:
		return fmt.Errorf("unknown header %q; known are title, category, description, phrase, param, links, access", key)
	}
	return nil
}

func setOnce(field *string, key, value string) error {
	if *field != "" {
		return fmt.Errorf("%s stands twice", key)
	}
	*field = value
	return nil
}

// check holds header and statement against each other.
func (q *Query) check() []error {
	var mistakes []error
	for _, f := range []struct{ key, value string }{
		{"title", q.Title}, {"category", q.Category}, {"description", q.Description}, {"access", string(q.Access)},
	} {
		if f.value == "" {
			mistakes = append(mistakes, fmt.Errorf("header lacks `// %s:`", f.key))
		}
	}
	mistakes = append(mistakes, q.checkPhrase()...)
	used := Parameters(q.Text)
	for _, p := range q.Params {
		if !slices.Contains(used, p.Name) {
			mistakes = append(mistakes, fmt.Errorf("param %s is declared but not used", p.Name))
		}
	}
	for _, name := range used {
		if !slices.ContainsFunc(q.Params, func(p Param) bool { return p.Name == name }) {
			mistakes = append(mistakes, fmt.Errorf("$%s is used but not declared by `// param:`", name))
		}
	}
	return mistakes
}

var parameter = regexp.MustCompile(`\$([A-Za-z_][A-Za-z0-9_]*)`)

// Parameters lists the names of $parameters in a statement, each once, leaving out strings and comments.
func Parameters(statement string) []string {
	var names []string
	var code strings.Builder
	scan(statement, func(part string, kind partKind) {
		if kind == codePart {
			code.WriteString(part)
		} else {
			code.WriteByte(' ')
		}
	})
	for _, m := range parameter.FindAllStringSubmatch(code.String(), -1) {
		if !slices.Contains(names, m[1]) {
			names = append(names, m[1])
		}
	}
	return names
}
