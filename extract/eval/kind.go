package eval

import "strings"

// A Kind is what went wrong with an item.
type Kind string

// The kinds of errors. Those of wrong items come first, then those of missing ones.
const (
	Spurious    Kind = "spurious"       // found, and nothing like it is labelled
	WrongEdge   Kind = "wrong boundary" // found with more or fewer words than a labelled name that is missing
	WrongType   Kind = "wrong type"     // found in this field, labelled in another
	WrongName   Kind = "wrong name"     // a relation found of a name that is not labelled
	WrongLink   Kind = "wrong link"     // a relation found of two labelled names that do not belong together
	Missed      Kind = "missed"         // labelled, and nothing like it was found
	OtherEdge   Kind = "other boundary" // labelled, found with more or fewer words
	OtherType   Kind = "other type"     // labelled in this field, found in another
	MissedName  Kind = "missed name"    // a labelled relation of which a name was not found
	MissedLink  Kind = "missed link"    // a labelled relation between two names that were found
	WrongStatus Kind = "wrong status"   // an affiliation found with another status
	MissingRole Kind = "missing role"   // an affiliation found without a labelled role
)

// Missing reports whether an error is something that was not found.
func (k Kind) Missing() bool {
	switch k {
	case Missed, OtherEdge, OtherType, MissedName, MissedLink:
		return true
	}
	return false
}

// explain names the errors of an episode, once all its fields are known.
func (e *episode) explain() {
	for _, field := range Fields() {
		s := e.taken[field]
		if s == nil {
			continue
		}
		relation := field == Affiliations || field == Creations
		for _, item := range sorted(s.found) {
			if s.gold[item] || s.open[item] {
				continue
			}
			if relation {
				e.fault(field, e.wrongRelation(field, item), item)
			} else {
				e.fault(field, e.wrongMention(field, item), item)
			}
		}
		for _, item := range sorted(s.gold) {
			if _, found := s.found[item]; found {
				continue
			}
			if relation {
				e.fault(field, e.missedRelation(field, item), item)
			} else {
				e.fault(field, e.missedMention(field, item), item)
			}
		}
	}
}

func (e *episode) wrongMention(field, item string) Kind {
	s := e.taken[field]
	for other := range s.gold {
		if _, found := s.found[other]; !found && overlap(item, other) {
			return WrongEdge
		}
	}
	for _, other := range otherTypes(field) {
		if e.taken[other].gold[item] {
			return WrongType
		}
	}
	return Spurious
}

func (e *episode) missedMention(field, item string) Kind {
	s := e.taken[field]
	for other := range s.found {
		if !s.gold[other] && overlap(item, other) {
			return OtherEdge
		}
	}
	for _, other := range otherTypes(field) {
		if _, found := e.taken[other].found[item]; found {
			return OtherType
		}
	}
	return Missed
}

// otherTypes are the fields that a name of this one may have been taken for. Guests are people, so being
// found as those is no other type for a guest, but a part in the episode that was missed.
func otherTypes(field string) []string {
	switch field {
	case People:
		return []string{Companies, Technologies}
	case Companies:
		return []string{Technologies, People}
	case Technologies:
		return []string{Companies, People}
	case Sponsors:
		return []string{Companies, Technologies}
	}
	return nil
}

// overlap reports whether one compared name holds the other. Names of two letters are in everything.
func overlap(a, b string) bool {
	const least = 3
	return len(a) >= least && len(b) >= least && (strings.Contains(a, b) || strings.Contains(b, a))
}

// object is the field of a relation's second name.
func object(relation string) string {
	if relation == Creations {
		return Technologies
	}
	return Companies
}

func (e *episode) wrongRelation(field, item string) Kind {
	person, thing, _ := strings.Cut(item, arrow)
	if e.taken[People].gold[person] && e.taken[object(field)].gold[thing] {
		return WrongLink
	}
	return WrongName
}

func (e *episode) missedRelation(field, item string) Kind {
	person, thing, _ := strings.Cut(item, arrow)
	_, one := e.taken[People].found[person]
	_, two := e.taken[object(field)].found[thing]
	if one && two {
		return MissedLink
	}
	return MissedName
}
