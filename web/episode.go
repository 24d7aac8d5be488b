package web

import (
	"net/http"
	"strings"

	"guestgraph/graph"
	"guestgraph/graph/schemaorg"
)

// relatedShown is how many related episodes a page shows.
const relatedShown = 8

// An episodeView is what templates/episode.html shows.
type episodeView struct {
	*graph.EpisodePage
	On       []onAir
	Backers  []onAir
	Jobs     []statedJob
	Makings  []statedMaking
	Named    []namedGroup
	Chapters []chapter
	Text     description
	Related  []relatedCard
}

// An onAir is a host, guest or sponsor, with the passage that says so.
type onAir struct {
	Entity graph.Ref
	Part   string
	Said   []evidence
}

// A statedJob is a job as this episode said it.
type statedJob struct {
	Person, Company graph.Ref
	job
}

// A statedMaking is a creation as this episode said it.
type statedMaking struct {
	Maker, Technology graph.Ref
	Role              string
	Said              evidence
}

// A namedGroup is the entities of one kind that the episode names.
type namedGroup struct {
	Title string
	Noun  string // of one of them
	Items []namedItem
}

type namedItem struct {
	Entity graph.Ref
	Said   []evidence
}

type chapter struct {
	graph.ChapterLine
	ID string // anchor; empty when an earlier chapter starts at the same second
}

func (s *Server) episode(w http.ResponseWriter, r *http.Request) error {
	id, err := pathID(r)
	if err != nil {
		return err
	}
	page, err := s.Graph.Episode(r.Context(), id)
	if err != nil {
		return err
	}
	related, err := s.Graph.Related(r.Context(), id, relatedShown)
	if err != nil {
		return err
	}
	view := episodeView{
		EpisodePage: page,
		On:          append(onAirs(page.Guests, "Guest"), onAirs(page.Hosts, "Host")...),
		Backers:     onAirs(page.Sponsors, "Sponsor"),
		Named:       namedGroups(page),
		Chapters:    chapters(page.Chapters),
		Text:        describe(page.Text, factsOf(page), mentionsOf(page)),
		Related:     relatedCards(related),
	}
	for _, j := range page.Jobs {
		view.Jobs = append(view.Jobs, statedJob{Person: j.Person, Company: j.Company, job: newJob(j)})
	}
	for _, m := range page.Makings {
		view.Makings = append(view.Makings, statedMaking{Maker: m.Maker, Technology: m.Technology, Role: m.Role, Said: newEvidence(m.Said)})
	}
	return s.render(w, r, http.StatusOK, "episode", layout{Title: page.Title, Linked: schemaorg.Episode(page), OEmbed: s.oembedAddress(r, id), Page: view})
}

func factsOf(page *graph.EpisodePage) []graph.Statement {
	var out []graph.Statement
	for _, j := range page.Jobs {
		out = append(out, j.Said)
	}
	for _, m := range page.Makings {
		out = append(out, m.Said)
	}
	return out
}

func mentionsOf(page *graph.EpisodePage) []graph.Mentioned {
	var out []graph.Mentioned
	out = append(out, page.People...)
	out = append(out, page.Companies...)
	return append(out, page.Technologies...)
}

func onAirs(list []graph.Mentioned, part string) []onAir {
	out := make([]onAir, len(list))
	for i, item := range namedItems(list) {
		out[i] = onAir{Entity: item.Entity, Part: part, Said: item.Said}
	}
	return out
}

func namedGroups(page *graph.EpisodePage) []namedGroup {
	groups := []namedGroup{
		{"People", "person", namedItems(page.People)},
		{"Companies", "company", namedItems(page.Companies)},
		{"Technologies", "technology", namedItems(page.Technologies)},
	}
	var out []namedGroup
	for _, g := range groups {
		if len(g.Items) > 0 {
			out = append(out, g)
		}
	}
	return out
}

func namedItems(named []graph.Mentioned) []namedItem {
	out := make([]namedItem, len(named))
	for i, m := range named {
		out[i].Entity = m.Entity
		for _, st := range m.Said {
			out[i].Said = append(out[i].Said, newEvidence(st))
		}
	}
	return out
}

func chapters(lines []graph.ChapterLine) []chapter {
	out := make([]chapter, len(lines))
	seen := map[string]bool{}
	for i, line := range lines {
		out[i] = chapter{ChapterLine: line}
		if id := chapterID(line.Start); !seen[id] {
			seen[id] = true
			out[i].ID = id
		}
	}
	return out
}

// A relatedCard is a related episode with its reasons as sentences.
type relatedCard struct {
	Episode graph.EpisodeRef
	Reasons []reason
}

// A reason is a sentence with a link where it names the entity.
type reason struct {
	Before, After string
	Entity        graph.Ref
}

func relatedCards(related []graph.Related) []relatedCard {
	out := make([]relatedCard, len(related))
	for i, rel := range related {
		out[i].Episode = rel.Episode
		for _, why := range rel.Reasons {
			line := reason{Before: why.Text, Entity: why.Entity}
			if at := strings.Index(why.Text, why.Entity.Name); at >= 0 && why.Entity.Name != "" {
				line.Before, line.After = why.Text[:at], why.Text[at+len(why.Entity.Name):]
			} else {
				line.Before += ": "
			}
			out[i].Reasons = append(out[i].Reasons, line)
		}
	}
	return out
}
