package schemaorg

import "guestgraph/graph"

// A Said is what a relationship between two nodes says, and where. All but Type, From and To may be empty.
type Said struct {
	Type     string // of the relationship: WORKED_AT, …
	From, To graph.Ref
	Roles    []string
	Status   string // of WORKED_AT: current, former or unknown
	Episode  string // id
	Title    string // of the episode
	Quote    string
	AsOf     string // RFC 3339
}

// Relation words a relationship as a property of one of its ends: that end's @id and only this property. It is nil where
// schema.org has no word for it.
func Relation(s Said) Object {
	property, subject, value := s.wording()
	if property == "" {
		return nil
	}
	return Object{"@id": ID(subject), property: value}
}

func (s Said) wording() (property string, subject graph.Ref, value any) {
	switch s.Type {
	case "WORKED_AT":
		property = "affiliation"
		switch s.Status {
		case "current":
			property = "worksFor"
		case "former":
			property = "alumniOf"
		}
		return property, s.From, s.role(property, s.To, s.Roles)
	case "CREATED":
		return "creator", s.To, s.role("creator", s.From, s.Roles)
	case "MAKES":
		return "producer", s.To, Link(s.From)
	case "HOSTED":
		return "contributor", s.To, s.role("contributor", s.From, []string{"host"})
	case "GUEST_ON":
		return "contributor", s.To, s.role("contributor", s.From, []string{"guest"})
	case "SPONSORED":
		return "sponsor", s.To, Link(s.From)
	case "PART_OF":
		return "partOfSeries", s.From, Link(s.To)
	case "MENTIONS":
		return "mentions", s.From, Link(s.To)
	}
	return "", graph.Ref{}, nil
}

// role stands between two nodes and says more of how they belong together: it repeats the property it is the value of
// (https://schema.org/Role).
func (s Said) role(property string, other graph.Ref, names []string) Object {
	o := Object{"@type": "Role", property: Link(other)}
	switch len(names) {
	case 0:
	case 1:
		o["roleName"] = names[0]
	default:
		o["roleName"] = names
	}
	if s.Quote != "" && s.Episode != "" {
		quotation := Object{"@type": "Quotation", "text": s.Quote, "isPartOf": Link(graph.Ref{Kind: graph.KindEpisode, ID: s.Episode, Name: s.Title})}
		if s.AsOf != "" {
			quotation["datePublished"] = s.AsOf
		}
		o["subjectOf"] = quotation
	}
	return o
}
