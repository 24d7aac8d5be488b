package graph

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// ParseDecisions reads a file of curated decisions, one a line; file is for messages. All mistakes are told at once,
// each with its line and what to write instead.
//
//	merge KIND ID into ID
//	split KIND ID in show ID as "NAME"          in episode ID: one episode only
//	rename KIND ID "NAME"
//	hide KIND ID
//	drop person ID worked-at COMPANY [in …]     created TECHNOLOGY, hosted, guest-on; company ID makes TECHNOLOGY, sponsored
//	drop KIND ID mentioned in …
//
// KIND is person, company or technology, an ID is what stands in the address of the page. What follows # is a comment,
// and the reason of the decision before it.
func ParseDecisions(file string, r io.Reader) (*Decisions, error) {
	var list []Decision
	var mistakes []error
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		d, err := parseDecision(lines.Text())
		switch {
		case err != nil:
			mistakes = append(mistakes, fmt.Errorf("%s:%d: %w", file, n, err))
		case d.Verb != "":
			d.Line = n
			list = append(list, d)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read decisions %s: %w", file, err)
	}
	decisions, conflicts := newDecisions(list)
	for _, c := range conflicts {
		mistakes = append(mistakes, fmt.Errorf("%s:%d: %w", file, c.line, c.err))
	}
	if len(mistakes) > 0 {
		return nil, errors.Join(mistakes...)
	}
	return decisions, nil
}

// A lineParser reads the words of one line; after the first mistake it reads no more.
type lineParser struct {
	words []word
	err   error
}

type word struct {
	text   string
	quoted bool
}

// parseDecision reads one line; an empty one, or one of comment only, is the zero Decision.
func parseDecision(line string) (Decision, error) {
	words, reason, err := splitWords(line)
	if err != nil || len(words) == 0 {
		return Decision{}, err
	}
	p := &lineParser{words: words}
	d := Decision{Reason: reason, Verb: Verb(p.next("merge, split, rename, hide or drop"))}
	switch d.Verb {
	case Merge, Split, Rename, Hide, Drop:
	default:
		return Decision{}, fmt.Errorf("unknown decision %q: write merge, split, rename, hide or drop", d.Verb)
	}
	d.Kind, d.ID = p.kind(), p.id()
	switch d.Verb {
	case Merge:
		p.keyword("into")
		d.Into = p.id()
	case Split:
		d.In = p.scope()
		p.keyword("as")
		d.Name = p.name()
	case Rename:
		d.Name = p.name()
	case Drop:
		p.statement(&d)
	}
	if p.err == nil && len(p.words) > 0 {
		p.fail("%q is more than %s takes: put reasons behind a #", p.words[0].text, d.Verb)
	}
	return d, p.err
}

func (p *lineParser) fail(format string, args ...any) {
	if p.err == nil {
		p.err = fmt.Errorf(format, args...)
	}
}

// next takes a word; want says what should stand there.
func (p *lineParser) next(want string) string {
	if len(p.words) == 0 {
		p.fail("the line ends early: here stands %s", want)
	}
	if p.err != nil {
		return ""
	}
	w := p.words[0]
	p.words = p.words[1:]
	return w.text
}

func (p *lineParser) keyword(want string) {
	if got := p.next(want); got != want {
		p.fail("%q where %q stands", got, want)
	}
}

func (p *lineParser) kind() Kind {
	const want = "person, company or technology"
	switch k := Kind(p.next(want)); k {
	case KindPerson, KindCompany, KindTechnology:
		return k
	default:
		p.fail("%q is no kind: write %s", k, want)
		return ""
	}
}

// id takes an entity's id, and refuses a name in its place.
func (p *lineParser) id() string {
	id := p.next("an id")
	if p.err == nil && Slug(id) != id {
		p.fail("%q is no id: write it as in the page's address, perhaps %s", id, Slug(id))
	}
	return id
}

func (p *lineParser) name() string {
	if len(p.words) > 0 && !p.words[0].quoted {
		p.fail("a name stands in quotes: %q", p.words[0].text)
	}
	name := p.next("a name in quotes")
	if p.err == nil && (strings.TrimSpace(name) != name || name == "") {
		p.fail("the name %q is empty or begins or ends in a space", name)
	}
	return name
}

// scope takes "in show ID" or "in episode ID".
func (p *lineParser) scope() Scope {
	p.keyword("in")
	s := Scope{Kind: Kind(p.next("show or episode"))}
	if s.Kind != KindShow && s.Kind != KindEpisode {
		p.fail("%q where show or episode stands", s.Kind)
	}
	s.ID = p.next("the id of the " + string(s.Kind))
	if p.err == nil && s.Kind == KindShow && Slug(s.ID) != s.ID {
		p.fail("%q is no show's id: write it as in the page's address, perhaps %s", s.ID, Slug(s.ID))
	}
	if p.err == nil && s.Kind == KindEpisode && EpisodeID(s.ID) != s.ID {
		p.fail("%q is no episode's id: write it as in the page's address, perhaps %s", s.ID, EpisodeID(s.ID))
	}
	return s
}

// statement takes what a drop takes away.
func (p *lineParser) statement(d *Decision) {
	d.Says = p.next("what is wrong: worked-at, created, makes, hosted, guest-on, sponsored or mentioned")
	subject, object, ok := dropping(d.Says)
	switch {
	case d.Says == "mentioned":
		if len(p.words) == 0 {
			p.fail("say where: in episode ID or in show ID; to take %s out everywhere, write hide %s %s", d.ID, d.Kind, bare(d.ID))
		}
	case !ok:
		p.fail("%q is no statement: write worked-at, created, makes, hosted, guest-on, sponsored or mentioned", d.Says)
	case subject != d.Kind:
		p.fail("%s is said of a %s, not of a %s", d.Says, subject, d.Kind)
	case object != "":
		d.Of = p.id()
	}
	if len(p.words) > 0 {
		d.In = p.scope()
	}
}

// splitWords parts a line into words and what stands behind its #.
func splitWords(line string) (words []word, comment string, err error) {
	if i := strings.IndexFunc(line, func(r rune) bool { return r != '\t' && unicode.IsControl(r) || r == '�' }); i >= 0 {
		return nil, "", fmt.Errorf("byte %d is a control character or no UTF-8: the file is plain text in UTF-8", i+1)
	}
	for rest := line; ; {
		rest = strings.TrimSpace(rest)
		switch {
		case rest == "":
			return words, "", nil
		case rest[0] == '#':
			return words, strings.TrimSpace(rest[1:]), nil
		case rest[0] == '"':
			quoted, err := strconv.QuotedPrefix(rest)
			if err != nil {
				return nil, "", errors.New(`a quoted name lacks its closing " (a " in a name is written \")`)
			}
			text, err := strconv.Unquote(quoted)
			if err != nil {
				return nil, "", fmt.Errorf("the quoted name %s: %w", quoted, err)
			}
			words, rest = append(words, word{text, true}), rest[len(quoted):]
		default:
			end := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) || r == '"' || r == '#' })
			if end < 0 {
				end = len(rest)
			}
			words, rest = append(words, word{rest[:end], false}), rest[end:]
		}
	}
}
