package graph

// The labels of nodes; those of a chapter have no page.
const (
	labelPerson     = "Person"
	labelCompany    = "Company"
	labelTechnology = "Technology"
	labelEpisode    = "Episode"
	labelShow       = "Show"
	labelChapter    = "Chapter"
)

// kindOf tells a node's kind by its labels.
func kindOf(labels []string) Kind {
	for _, l := range labels {
		switch l {
		case labelPerson:
			return KindPerson
		case labelCompany:
			return KindCompany
		case labelTechnology:
			return KindTechnology
		case labelEpisode:
			return KindEpisode
		case labelShow:
			return KindShow
		case labelChapter:
			return KindChapter
		}
	}
	return ""
}

// entityLabel is kindOf as a label, for the three kinds of entity.
func entityLabel(labels []string) string {
	for _, l := range labels {
		if l == labelPerson || l == labelCompany || l == labelTechnology {
			return l
		}
	}
	return ""
}
