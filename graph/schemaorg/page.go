package schemaorg

import (
	"strings"

	"guestgraph/graph"
)

// What bounds a page, so that neither a hub nor a text that is no name makes it large.
const (
	most    = 50   // statements of one sort
	longest = 1000 // bytes of a text
)

// A Document is JSON-LD for one page: what the page is about first, then other nodes of which it says something.
type Document struct {
	Context string   `json:"@context"`
	Graph   []Object `json:"@graph"`
}

func document(about Object, relations []Said) Document {
	d := Document{Context: Context, Graph: []Object{about}}
	index := map[any]Object{about["@id"]: about}
	for _, s := range relations {
		property, subject, value := s.wording()
		if property == "" {
			continue
		}
		id := ID(subject)
		if index[id] == nil {
			index[id] = Link(subject)
			d.Graph = append(d.Graph, index[id])
		}
		values, _ := index[id][property].([]any)
		index[id][property] = append(values, value)
	}
	for _, o := range d.Graph {
		shorten(o)
	}
	return d
}

// shorten cuts long texts; what identifies a node stays whole.
func shorten(v any) any {
	switch v := v.(type) {
	case string:
		if len(v) > longest {
			return strings.ToValidUTF8(v[:longest], "") + "…"
		}
	case Object:
		for key, value := range v {
			if key != "@id" {
				v[key] = shorten(value)
			}
		}
	case []any:
		for i := range v {
			v[i] = shorten(v[i])
		}
	case []string:
		short := make([]any, len(v))
		for i, s := range v {
			short[i] = shorten(s)
		}
		return short
	}
	return v
}

// Person words a person's page.
func Person(p *graph.PersonPage) Document {
	relations := append(jobs(p.Jobs), makings(p.Created)...)
	for _, a := range first(p.Episodes) {
		kind := "GUEST_ON"
		if a.Part == "host" {
			kind = "HOSTED"
		}
		relations = append(relations, Said{Type: kind, From: a.Person, To: episode(a.Episode)})
	}
	return document(Node(p.Ref, Details{Aliases: p.Aliases, URLs: p.URLs}), relations)
}

// Company words a company's page.
func Company(c *graph.CompanyPage) Document {
	return document(Node(c.Ref, Details{Aliases: c.Aliases, URLs: c.URLs}), append(jobs(c.Jobs), makings(c.Makes)...))
}

// Technology words a technology's page.
func Technology(t *graph.TechnologyPage) Document {
	return document(Node(t.Ref, Details{Class: t.Class, Aliases: t.Aliases, URLs: t.URLs}), makings(t.MadeBy))
}

// Episode words an episode's page.
func Episode(e *graph.EpisodePage) Document {
	self := episode(e.EpisodeRef)
	var relations []Said
	if e.Show.ID != "" {
		relations = append(relations, Said{Type: "PART_OF", From: self, To: e.Show})
	}
	for _, part := range []struct {
		kind string
		list []graph.Mentioned
	}{{"HOSTED", e.Hosts}, {"GUEST_ON", e.Guests}, {"SPONSORED", e.Sponsors}} {
		for _, m := range first(part.list) {
			relations = append(relations, Said{Type: part.kind, From: m.Entity, To: self})
		}
	}
	for _, list := range [][]graph.Mentioned{e.People, e.Companies, e.Technologies} {
		for _, m := range first(list) {
			relations = append(relations, Said{Type: "MENTIONS", From: self, To: m.Entity})
		}
	}
	relations = append(append(relations, jobs(e.Jobs)...), makings(e.Makings)...)
	return document(Node(self, Details{URL: e.URL, AudioURL: e.AudioURL, Published: e.Published}), relations)
}

// Show words a show's page.
func Show(s *graph.ShowPage) Document {
	var relations []Said
	for _, e := range first(s.Episodes) {
		relations = append(relations, Said{Type: "PART_OF", From: episode(e), To: s.Ref})
	}
	return document(Node(s.Ref, Details{}), relations)
}

func jobs(list []graph.Job) []Said {
	var out []Said
	for _, j := range first(list) {
		out = append(out, Said{Type: "WORKED_AT", From: j.Person, To: j.Company, Roles: j.Roles, Status: j.Status,
			Episode: j.Said.Episode.ID, Title: j.Said.Episode.Title, Quote: j.Said.Quote, AsOf: j.AsOf})
	}
	return out
}

func makings(list []graph.Making) []Said {
	var out []Said
	for _, m := range first(list) {
		s := Said{Type: "CREATED", From: m.Maker, To: m.Technology, Episode: m.Said.Episode.ID, Title: m.Said.Episode.Title, Quote: m.Said.Quote}
		if m.Maker.Kind == graph.KindCompany {
			s.Type = "MAKES"
		}
		if m.Role != "" {
			s.Roles = []string{m.Role}
		}
		out = append(out, s)
	}
	return out
}

func episode(e graph.EpisodeRef) graph.Ref {
	return graph.Ref{Kind: graph.KindEpisode, ID: e.ID, Name: e.Title}
}

func first[T any](list []T) []T { return list[:min(len(list), most)] }
