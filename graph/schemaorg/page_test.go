package schemaorg_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/graph"
	"guestgraph/graph/schemaorg"
)

var (
	ada   = graph.Ref{Kind: graph.KindPerson, ID: "ada-sample", Name: "Ada Sample"}
	heap  = graph.Ref{Kind: graph.KindCompany, ID: "heapworks", Name: "Heapworks"}
	trie  = graph.Ref{Kind: graph.KindTechnology, ID: "trie", Name: "Trie"}
	hour  = graph.Ref{Kind: graph.KindShow, ID: "storage-hour", Name: "Storage Hour"}
	trees = graph.EpisodeRef{ID: "s/1", Title: "Trees", Show: hour, Published: "2026-01-05T00:00:00Z", URL: "https://hour.example/1"}
)

func said(quote string) graph.Statement { return graph.Statement{Episode: trees, Quote: quote} }

func TestPages(t *testing.T) {
	ceo := graph.Job{Person: ada, Company: heap, Roles: []string{"co-founder", "ceo"}, Status: "current", AsOf: trees.Published, Said: said("Ada, co-founder and CEO of Heapworks")}
	was := graph.Job{Person: ada, Company: heap, Roles: []string{"engineer"}, Status: "former", Said: said("once an engineer there")}
	seen := graph.Job{Person: ada, Company: heap, Status: "unknown", Said: said("Ada of Heapworks")}
	made := graph.Making{Maker: ada, Technology: trie, Role: "creator", Said: said("Ada wrote Trie")}
	makes := graph.Making{Maker: heap, Technology: trie, Said: said("Heapworks' Trie")}
	quote := func(text string) any {
		return map[string]any{"@type": "Quotation", "text": text, "isPartOf": map[string]any{"@id": "/episode/s%2F1", "@type": "PodcastEpisode", "name": "Trees"}}
	}
	dated := quote("Ada, co-founder and CEO of Heapworks").(map[string]any)
	dated["datePublished"] = trees.Published
	heapLink := map[string]any{"@id": "/company/heapworks", "@type": "Organization", "name": "Heapworks"}
	adaLink := map[string]any{"@id": "/person/ada-sample", "@type": "Person", "name": "Ada Sample"}
	role := func(property string, of any, name any, subjectOf any) any {
		o := map[string]any{"@type": "Role", property: of}
		if name != nil {
			o["roleName"] = name
		}
		if subjectOf != nil {
			o["subjectOf"] = subjectOf
		}
		return o
	}
	for name, c := range map[string]struct {
		got  schemaorg.Document
		want []any
	}{
		"person": {schemaorg.Person(&graph.PersonPage{Ref: ada, Aliases: []string{"Ada"}, URLs: []string{"https://ada.example", "javascript:alert(1)"},
			Jobs: []graph.Job{ceo, was, seen}, Created: []graph.Making{made}, Episodes: []graph.Appearance{{Person: ada, Episode: trees, Part: "guest"}}}), []any{
			map[string]any{"@id": "/person/ada-sample", "@type": "Person", "name": "Ada Sample", "alternateName": []any{"Ada"}, "sameAs": []any{"https://ada.example"},
				"worksFor":    []any{role("worksFor", heapLink, []any{"co-founder", "ceo"}, dated)},
				"alumniOf":    []any{role("alumniOf", heapLink, "engineer", quote("once an engineer there"))},
				"affiliation": []any{role("affiliation", heapLink, nil, quote("Ada of Heapworks"))}},
			map[string]any{"@id": "/technology/trie", "name": "Trie", "creator": []any{role("creator", adaLink, "creator", quote("Ada wrote Trie"))}},
			map[string]any{"@id": "/episode/s%2F1", "@type": "PodcastEpisode", "name": "Trees", "contributor": []any{role("contributor", adaLink, "guest", nil)}},
		}},
		"company": {schemaorg.Company(&graph.CompanyPage{Ref: heap, Makes: []graph.Making{makes}}), []any{
			map[string]any{"@id": "/company/heapworks", "@type": "Organization", "name": "Heapworks"},
			map[string]any{"@id": "/technology/trie", "name": "Trie", "producer": []any{heapLink}},
		}},
		"technology": {schemaorg.Technology(&graph.TechnologyPage{Ref: trie, Class: "language", MadeBy: []graph.Making{makes}}), []any{
			map[string]any{"@id": "/technology/trie", "@type": []any{"ComputerLanguage", "CreativeWork"}, "name": "Trie", "producer": []any{heapLink}},
		}},
		"episode": {schemaorg.Episode(&graph.EpisodePage{EpisodeRef: trees, AudioURL: "https://hour.example/1.mp3",
			Hosts: []graph.Mentioned{{Entity: ada}}, Sponsors: []graph.Mentioned{{Entity: heap}}, Technologies: []graph.Mentioned{{Entity: trie}}}), []any{
			map[string]any{"@id": "/episode/s%2F1", "@type": "PodcastEpisode", "name": "Trees", "datePublished": trees.Published, "sameAs": []any{trees.URL},
				"associatedMedia": map[string]any{"@type": "AudioObject", "contentUrl": "https://hour.example/1.mp3"},
				"partOfSeries":    []any{map[string]any{"@id": "/show/storage-hour", "@type": "PodcastSeries", "name": "Storage Hour"}},
				"contributor":     []any{role("contributor", adaLink, "host", nil)}, "sponsor": []any{heapLink},
				"mentions": []any{map[string]any{"@id": "/technology/trie", "name": "Trie"}}},
		}},
		"show": {schemaorg.Show(&graph.ShowPage{Ref: hour, Episodes: []graph.EpisodeRef{trees}}), []any{
			map[string]any{"@id": "/show/storage-hour", "@type": "PodcastSeries", "name": "Storage Hour"},
			map[string]any{"@id": "/episode/s%2F1", "@type": "PodcastEpisode", "name": "Trees", "partOfSeries": []any{map[string]any{"@id": "/show/storage-hour", "@type": "PodcastSeries", "name": "Storage Hour"}}},
		}},
	} {
		b, err := json.Marshal(c.got)
		if err != nil {
			t.Fatal(err)
		}
		var got map[string]any
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(map[string]any{"@context": "https://schema.org", "@graph": c.want}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestHubStaysBounded(t *testing.T) {
	page := &graph.CompanyPage{Ref: heap, Jobs: make([]graph.Job, 10_000)}
	for i := range page.Jobs {
		page.Jobs[i] = graph.Job{Person: ada, Company: heap, Status: "current"}
	}
	roles := schemaorg.Company(page).Graph[1]["worksFor"].([]any)
	if len(roles) != 50 {
		t.Errorf("%d roles", len(roles))
	}
}
