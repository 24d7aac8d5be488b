package web

import (
	"net/http"
	"slices"
	"strings"

	"guestgraph/graph"
)

// A hopChoice is one box of the form that says which hops a path may take.
type hopChoice struct {
	Type  graph.HopType
	Label string
	On    bool
}

func hopChoices(on []graph.HopType) []hopChoice {
	var out []hopChoice
	for _, h := range graph.HopTypes() {
		out = append(out, hopChoice{h, hopLabel(h), slices.Contains(on, h)})
	}
	return out
}

// usualHops are checked when nobody chose: what people do.
func usualHops() []graph.HopType {
	return []graph.HopType{graph.HopWorked, graph.HopCreated, graph.HopMade, graph.HopGuest, graph.HopHosted}
}

func hopLabel(h graph.HopType) string {
	switch h {
	case graph.HopWorked:
		return "worked at"
	case graph.HopCreated:
		return "created"
	case graph.HopMade:
		return "makes"
	case graph.HopGuest:
		return "guest on"
	case graph.HopHosted:
		return "hosted"
	case graph.HopSponsored:
		return "sponsored"
	case graph.HopShow:
		return "same show"
	}
	return "mentioned"
}

// hopWords tells a hop as read along it, of a status when it is a job.
func hopWords(h graph.HopType, forward bool, status string) string {
	words := [2]string{}
	switch h {
	case graph.HopWorked:
		switch status {
		case "current":
			words = [2]string{"works at", "employs"}
		case "former":
			words = [2]string{"worked at", "employed"}
		default:
			words = [2]string{"is tied to", "is tied to"}
		}
	case graph.HopCreated:
		words = [2]string{"created", "created by"}
	case graph.HopMade:
		words = [2]string{"makes", "made by"}
	case graph.HopGuest:
		words = [2]string{"was a guest on", "had as a guest"}
	case graph.HopHosted:
		words = [2]string{"hosted", "hosted by"}
	case graph.HopSponsored:
		words = [2]string{"sponsored", "sponsored by"}
	case graph.HopShow:
		words = [2]string{"an episode of", "with the episode"}
	case graph.HopMentioned:
		words = [2]string{"mentions", "mentioned in"}
	}
	if forward {
		return words[0]
	}
	return words[1]
}

// parseHops reads ?hops=worked,created or ?hops=worked&hops=created; none is nil. Each is taken once, in the usual order.
func parseHops(values []string) ([]graph.HopType, error) {
	asked := map[graph.HopType]bool{}
	for _, v := range values {
		for word := range strings.SplitSeq(v, ",") {
			h := graph.HopType(strings.TrimSpace(word))
			if h == "" {
				continue
			}
			if !slices.Contains(graph.HopTypes(), h) {
				return nil, fail(http.StatusBadRequest, "The hops are some of "+joinHops(graph.HopTypes(), ", ")+".")
			}
			asked[h] = true
		}
	}
	var hops []graph.HopType
	for _, h := range graph.HopTypes() {
		if asked[h] {
			hops = append(hops, h)
		}
	}
	return hops, nil
}

func joinHops(hops []graph.HopType, sep string) string {
	words := make([]string, len(hops))
	for i, h := range hops {
		words[i] = string(h)
	}
	return strings.Join(words, sep)
}
