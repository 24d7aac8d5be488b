package graphtest

import (
	"fmt"
	"strings"
	"time"

	"guestgraph/extract"
	"guestgraph/graph"
)

// A builder writes the facts of one episode by naming the words of its text that support them.
type builder struct{ graph.Document }

// episode begins a document. published is a date, or "" when unknown.
func episode(id, show, title, published, text string) *builder {
	b := &builder{}
	b.Episode = extract.Episode{ID: id, Show: show, Title: title, Text: text, URL: "https://podcast.example/" + id}
	if published != "" {
		at, err := time.Parse(time.DateOnly, published)
		if err != nil {
			panic(err)
		}
		b.Episode.Published = at
	}
	b.Facts = extract.Facts{ID: id, Show: show, Title: title}
	return b
}

// quote finds words in the text or, after "title:", in the title; "12:30 words" are words in the chapter line that begins so.
func (b *builder) quote(words string) extract.Evidence {
	text, e := b.Episode.Text, extract.Evidence{}
	if rest, ok := strings.CutPrefix(words, "title:"); ok {
		text, words, e.In = b.Episode.Title, rest, "title"
	}
	from := 0
	if clock, rest, ok := strings.Cut(words, " "); ok && len(clock) == 5 && clock[2] == ':' {
		from, words, e.At = strings.Index(text, clock), rest, "00:"+clock
	}
	i := strings.Index(text[from:], words)
	if i < 0 {
		panic(fmt.Sprintf("episode %s does not say %q", b.Episode.ID, words))
	}
	e.Quote, e.Start, e.End = words, from+i, from+i+len(words)
	return e
}

func (b *builder) quotes(words []string) []extract.Evidence {
	list := make([]extract.Evidence, len(words))
	for i, w := range words {
		list[i] = b.quote(w)
	}
	return list
}

// mention names an entity. name may go on with aliases, parted by "|"; without words the name itself is the quote.
func (b *builder) mention(name string, words []string) extract.Mention {
	name, aliases, _ := strings.Cut(name, "|")
	if len(words) == 0 {
		words = []string{name}
	}
	m := extract.Mention{Name: name, Confidence: 0.9, Rule: "test", Evidence: b.quotes(words)}
	if aliases != "" {
		m.Aliases = strings.Split(aliases, "|")
	}
	return m
}

func (b *builder) host(name string, words ...string) *builder {
	b.Facts.Hosts = append(b.Facts.Hosts, b.mention(name, words))
	return b.person(name, words...)
}

func (b *builder) guest(name string, words ...string) *builder {
	b.Facts.Guests = append(b.Facts.Guests, b.mention(name, words))
	return b.person(name, words...)
}

func (b *builder) person(name string, words ...string) *builder {
	b.Facts.People = append(b.Facts.People, b.mention(name, words))
	return b
}

func (b *builder) company(name string, words ...string) *builder {
	b.Facts.Companies = append(b.Facts.Companies, b.mention(name, words))
	return b
}

func (b *builder) technology(name, kind string, words ...string) *builder {
	m := b.mention(name, words)
	m.Kind = kind
	b.Facts.Technologies = append(b.Facts.Technologies, m)
	return b
}

func (b *builder) sponsor(name string, words ...string) *builder {
	b.Facts.Sponsors = append(b.Facts.Sponsors, b.mention(name, words))
	return b
}

// job says who works where; roles are parted by commas.
func (b *builder) job(person, company string, status extract.Status, roles, words string) *builder {
	a := extract.Affiliation{Person: person, Company: company, Status: status, Roles: []string{}, Confidence: 0.8, Rule: "test",
		Evidence: b.quotes([]string{words})}
	if roles != "" {
		a.Roles = strings.Split(roles, ",")
	}
	b.Facts.Affiliations = append(b.Facts.Affiliations, a)
	return b
}

func (b *builder) created(person, technology, role, words string) *builder {
	b.Facts.Creations = append(b.Facts.Creations, extract.Creation{Person: person, Technology: technology, Role: role,
		Confidence: 0.8, Rule: "test", Evidence: b.quotes([]string{words})})
	return b
}

func (b *builder) makes(company, technology, words string) *builder {
	b.Facts.Makers = append(b.Facts.Makers, extract.Maker{Company: company, Technology: technology, Confidence: 0.8, Rule: "test",
		Evidence: b.quotes([]string{words})})
	return b
}

func (b *builder) link(url, of string) *builder {
	i := strings.Index(b.Episode.Text, url)
	b.Facts.Links = append(b.Facts.Links, extract.Link{URL: url, Of: of, Start: i, End: i + len(url)})
	return b
}

func (b *builder) chapter(start float64, title string) *builder {
	b.Facts.Chapters = append(b.Facts.Chapters, extract.Chapter{Start: start, Title: title})
	return b
}
