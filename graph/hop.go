package graph

import "slices"

// A HopType is a type of relationship that a path may take, as addresses and JSON name it.
type HopType string

// The values of HopType.
const (
	HopWorked    HopType = "worked"    // a person works or worked at a company
	HopCreated   HopType = "created"   // a person created a technology
	HopMade      HopType = "made"      // a company makes a technology
	HopGuest     HopType = "guest"     // a person is a guest on an episode
	HopHosted    HopType = "hosted"    // a person hosts an episode
	HopSponsored HopType = "sponsored" // a company sponsored an episode
	HopShow      HopType = "show"      // an episode is part of a show
	HopMentioned HopType = "mentioned" // an episode mentions a person, company or technology
)

// HopTypes lists the types of hop, the most telling first.
func HopTypes() []HopType {
	return []HopType{HopWorked, HopCreated, HopMade, HopGuest, HopHosted, HopSponsored, HopShow, HopMentioned}
}

// tellingHops are taken when nobody chose: what people do. To a show only its episodes lead.
func tellingHops(ends ...Kind) []HopType {
	hops := []HopType{HopWorked, HopCreated, HopMade, HopGuest, HopHosted}
	if slices.Contains(ends, KindShow) {
		hops = append(hops, HopShow)
	}
	return hops
}

// Relation is the type of relationship in the graph.
func (h HopType) Relation() string {
	switch h {
	case HopWorked:
		return "WORKED_AT"
	case HopCreated:
		return "CREATED"
	case HopMade:
		return "MAKES"
	case HopGuest:
		return "GUEST_ON"
	case HopHosted:
		return "HOSTED"
	case HopSponsored:
		return "SPONSORED"
	case HopShow:
		return "PART_OF"
	case HopMentioned:
		return "MENTIONS"
	}
	return ""
}

// hopOf is the type of hop that a relationship is.
func hopOf(relation string) HopType {
	for _, h := range HopTypes() {
		if h.Relation() == relation {
			return h
		}
	}
	return ""
}

func relations(hops []HopType) []string {
	list := make([]string, len(hops))
	for i, h := range hops {
		list[i] = h.Relation()
	}
	return list
}

// hopCost is the less, the more a hop tells: what someone did before being on air, and that before being spoken of.
func hopCost(relation string) int {
	switch hopOf(relation) {
	case HopWorked, HopCreated, HopMade:
		return 1
	case HopGuest, HopHosted:
		return 2
	case HopSponsored, HopShow:
		return 3
	}
	return 4
}
