package extract

// Facts is what one episode's text supports: the output of extraction, and one line of `guestgraph extract`.
//
// Every fact carries evidence; Evidence.Quote is exactly Episode.Text[Start:End].
type Facts struct {
	ID        string `json:"id"`
	Show      string `json:"show,omitempty"`
	Title     string `json:"title,omitempty"`
	URL       string `json:"url,omitempty"`
	Published string `json:"published,omitempty"` // RFC 3339 date-time, empty when unknown

	Hosts        []Mention     `json:"hosts"`
	Guests       []Mention     `json:"guests"`
	People       []Mention     `json:"people"` // hosts and guests included
	Companies    []Mention     `json:"companies"`
	Technologies []Mention     `json:"technologies"`
	Affiliations []Affiliation `json:"affiliations"`
	Creations    []Creation    `json:"creations"`
	Makers       []Maker       `json:"makers,omitempty"`
	Sponsors     []Mention     `json:"sponsors"`
	Links        []Link        `json:"links"`
	Chapters     []Chapter     `json:"chapters"`
}

// A Mention is a named entity and every place that names it.
type Mention struct {
	Name       string     `json:"name"`              // canonical name
	Aliases    []string   `json:"aliases,omitempty"` // other spellings seen in this text, sorted
	Kind       string     `json:"kind,omitempty"`    // technologies: language, database, library, service, …
	Confidence float64    `json:"confidence"`        // probability that the fact is right, 0..1 (see confidence.tsv)
	Rule       string     `json:"rule"`              // name of the rule that found it, e.g. "org-role"; the surest of several
	Also       []string   `json:"also,omitempty"`    // the others, sorted
	Evidence   []Evidence `json:"evidence"`          // at least one, in order of Start
}

// An Evidence is one passage of the episode that supports a fact.
type Evidence struct {
	Quote   string `json:"quote"`             // exactly Text[Start:End] of the field named by In
	Start   int    `json:"start"`             // byte offset of the first byte
	End     int    `json:"end"`               // byte offset past the last byte
	At      string `json:"at,omitempty"`      // HH:MM:SS: the chapter's time when the passage stands in a chapter line; when it is said, in a transcript that tells
	In      string `json:"in,omitempty"`      // "" for the description, "title", "transcript" (the Text of Episode.Spoken), "credit" for a podcast:person tag (offsets into its name)
	Context string `json:"context,omitempty"` // what is said around the quote, with it; of a transcript only, which is not kept
}

// Status tells whether an affiliation holds at the time of its episode.
type Status string

// The values of Status.
const (
	Current Status = "current"
	Former  Status = "former"
	Unknown Status = "unknown"
)

// An Affiliation says that a person works or worked for a company, as this episode states it.
type Affiliation struct {
	Person     string     `json:"person"`
	Company    string     `json:"company"`
	Roles      []string   `json:"roles"` // lower case and short, in order of the text: "co-founder", "ceo"
	Status     Status     `json:"status"`
	Confidence float64    `json:"confidence"` // that the two belong together; status and roles apart
	Rule       string     `json:"rule"`
	Also       []string   `json:"also,omitempty"`
	Evidence   []Evidence `json:"evidence"`
}

// A Creation says that a person created a technology.
type Creation struct {
	Person     string     `json:"person"`
	Technology string     `json:"technology"`
	Role       string     `json:"role"` // creator, co-creator, author, …
	Confidence float64    `json:"confidence"`
	Rule       string     `json:"rule"`
	Also       []string   `json:"also,omitempty"`
	Evidence   []Evidence `json:"evidence"`
}

// A Maker says that a company makes a technology.
type Maker struct {
	Company    string     `json:"company"`
	Technology string     `json:"technology"`
	Confidence float64    `json:"confidence"`
	Rule       string     `json:"rule"`
	Evidence   []Evidence `json:"evidence"`
}

// A Link is a URL in the description, with whose it is where the text tells.
type Link struct {
	URL   string `json:"url"`
	Label string `json:"label,omitempty"`
	Of    string `json:"of,omitempty"` // canonical name of the person or company it belongs to
	Start int    `json:"start"`        // byte offset of the URL in the description
	End   int    `json:"end"`
}

// A Chapter is one entry of an episode's chapter list.
type Chapter struct {
	Start float64 `json:"start"` // seconds from the beginning
	Title string  `json:"title"`
	URL   string  `json:"url,omitempty"`
}
