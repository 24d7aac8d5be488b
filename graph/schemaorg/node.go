package schemaorg

import (
	"fmt"
	"math"
	"net/url"
	"strings"

	"guestgraph/graph"
)

// An Object is a node of JSON-LD. encoding/json sorts its keys, so that the same facts are always the same bytes.
type Object map[string]any

// Context is what @context names.
const Context = "https://schema.org"

// ID is the address by which a node is known: its page, relative to the site.
func ID(ref graph.Ref) string {
	return "/" + url.PathEscape(string(ref.Kind)) + "/" + url.PathEscape(ref.ID)
}

// Link names a node that is told elsewhere. What a technology is depends on its class, which a Ref does not know.
func Link(ref graph.Ref) Object {
	o := Object{"@id": ID(ref)}
	if ref.Kind != graph.KindTechnology {
		o["@type"] = typeOf(ref.Kind, "")
	}
	if ref.Name != "" {
		o["name"] = ref.Name
	}
	return o
}

// Details are what is known of a node beside its name. All may be empty.
type Details struct {
	Class     string // of a technology: language, database, …
	Aliases   []string
	URLs      []string // pages elsewhere that are about it; what is no http or https address is left out
	URL       string   // of an episode's own page
	AudioURL  string
	Published string  // RFC 3339
	Duration  float64 // seconds
}

// Node words a node.
func Node(ref graph.Ref, d Details) Object {
	o := Object{"@id": ID(ref), "@type": typeOf(ref.Kind, d.Class), "name": ref.Name}
	if len(d.Aliases) > 0 {
		o["alternateName"] = d.Aliases
	}
	var same []string
	for _, u := range append([]string{d.URL}, d.URLs...) {
		if web(u) {
			same = append(same, u)
		}
	}
	if len(same) > 0 {
		o["sameAs"] = same
	}
	if d.Class != "" && typeOf(ref.Kind, d.Class) == "SoftwareApplication" {
		o["applicationCategory"] = d.Class
	}
	if d.Published != "" {
		o["datePublished"] = d.Published
	}
	if d.Duration > 0 {
		o["duration"] = isoDuration(d.Duration)
	}
	if web(d.AudioURL) {
		o["associatedMedia"] = Object{"@type": "AudioObject", "contentUrl": d.AudioURL}
	}
	return o
}

func typeOf(kind graph.Kind, class string) any {
	switch kind {
	case graph.KindPerson:
		return "Person"
	case graph.KindCompany:
		return "Organization"
	case graph.KindShow:
		return "PodcastSeries"
	case graph.KindEpisode:
		return "PodcastEpisode"
	}
	switch class {
	case "language":
		return []string{"ComputerLanguage", "CreativeWork"}
	case "format", "protocol":
		return "CreativeWork"
	case "hardware":
		return "Product"
	}
	return "SoftwareApplication"
}

// web tells whether an address may be named: no script, no file, none that browsers would not take either.
func web(address string) bool {
	return len(address) <= 2048 && (strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://"))
}

// isoDuration writes seconds as ISO 8601 has them: PT3723S.
func isoDuration(seconds float64) string { return fmt.Sprintf("PT%.0fS", math.Round(seconds)) }
