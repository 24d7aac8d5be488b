package graph

// A Window says which stretch of a page is asked for. The zero value is the beginning of every part.
type Window struct {
	Part   string // one part by its name in the page's Totals; "" all of them
	Offset int    // rows of a part to pass over
	Limit  int    // rows of each part, at most MaxRows; 0 is PageRows
	With   Ref    // see WithKinds
	Year   int    // only what episodes of that year say, in the parts of companies, technologies and shows that are lists of episodes or count them; 0 any
}

// The bounds of a Window.
const (
	PageRows = 200  // of each part when nothing else is said
	MaxRows  = 1000 // of each part
)

// MaxSaid bounds the statements given of one employer, co-worker or technology in a row: the newest ones. Window.With asks
// for all of one.
const MaxSaid = 20

// WithKinds lists what Window.With may be in a part of the page of a kind. Of a technology's mentions and a show's
// episodes it leaves those that name a company or technology too, or have a person on; of a person's jobs, and of what
// a person created or a company makes, it leaves one company or technology with a row for each statement.
func WithKinds(page Kind, part string) []Kind {
	switch {
	case page == KindTechnology && part == "mentions", page == KindShow && part == "episodes":
		return []Kind{KindPerson, KindCompany, KindTechnology}
	case page == KindPerson && part == "jobs":
		return []Kind{KindCompany}
	case page == KindPerson && part == "created", page == KindCompany && part == "makes":
		return []Kind{KindTechnology}
	}
	return nil
}

// Parts lists the parts of a page of that kind, as Window.Part names them. An episode's page comes whole.
func Parts(kind Kind) []string {
	switch kind {
	case KindPerson:
		return []string{"jobs", "created", "coworkers", "guest", "host", "mentions", "timeline"}
	case KindCompany:
		return []string{"current", "former", "unknown", "went", "came", "makes", "sponsored", "mentions"}
	case KindTechnology:
		return []string{"makers", "guests", "hosts", "technologies", "companies", "mentions"}
	case KindShow:
		return []string{"hosts", "guests", "companies", "technologies", "episodes"}
	}
	return nil
}
