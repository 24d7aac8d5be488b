package graph

// This file holds the answers that graph gives: plain values, ready for a page or for JSON.

// A Kind tells what a Ref points at; its value is also the path segment of the page.
type Kind string

// The values of Kind.
const (
	KindPerson     Kind = "person"
	KindCompany    Kind = "company"
	KindTechnology Kind = "technology"
	KindEpisode    Kind = "episode"
	KindShow       Kind = "show"
)

// A Ref names one node.
type Ref struct {
	Kind Kind   `json:"type"`
	ID   string `json:"id"`
	Name string `json:"name"`
}

// An EpisodeRef names an episode and says where and when it appeared.
type EpisodeRef struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Show      Ref    `json:"show"`
	Published string `json:"published,omitempty"` // RFC 3339, empty when unknown
	URL       string `json:"url,omitempty"`
}

// A Statement is the evidence of one edge: what one episode said.
type Statement struct {
	Episode    EpisodeRef `json:"episode"`
	Quote      string     `json:"quote"`
	Start      int        `json:"start"` // byte offset of the quote in the episode's text
	End        int        `json:"end"`
	At         *float64   `json:"at,omitempty"` // seconds into the episode, when the quote stands in a chapter line or is said
	In         string     `json:"in,omitempty"` // "" description, "title", "transcript", "credit"
	Context    string     `json:"context"`      // the sentence or line around the quote; contains Quote
	Confidence float64    `json:"confidence"`
	Rule       string     `json:"rule"`
}

// A Job is one statement that a person works or worked at a company.
type Job struct {
	Person  Ref       `json:"person"`
	Company Ref       `json:"company"`
	Roles   []string  `json:"roles"`
	Status  string    `json:"status"` // current, former or unknown, as of AsOf
	AsOf    string    `json:"asOf,omitempty"`
	Said    Statement `json:"said"`
}

// A Making is one statement that a person created, or a company makes, a technology.
type Making struct {
	Maker      Ref       `json:"maker"` // a person or a company
	Technology Ref       `json:"technology"`
	Role       string    `json:"role,omitempty"`
	Said       Statement `json:"said"`
}

// An Appearance is a person's part in an episode: "host" or "guest".
type Appearance struct {
	Person  Ref        `json:"person"`
	Episode EpisodeRef `json:"episode"`
	Part    string     `json:"part"`
	Said    Statement  `json:"said"`
}

// A Told is what one episode says of a person.
type Told struct {
	Episode EpisodeRef `json:"episode"`
	Parts   []string   `json:"parts"` // host, guest; empty when the episode only speaks of them
	Jobs    []Job      `json:"jobs"`
	Created []Making   `json:"created"`
	Named   *Statement `json:"named,omitempty"` // the first passage that names them
}

// A Dated is a number of statements about a person in one month.
type Dated struct {
	Part    string `json:"part"`              // job, created, host, guest, mention
	Company *Ref   `json:"company,omitempty"` // of a job
	Status  string `json:"status,omitempty"`  // of a job
	Month   string `json:"month"`             // "2023-05"; empty when unknown
	N       int    `json:"n"`
}

// A YearCount is a number of episodes in one year.
type YearCount struct {
	Part string `json:"part"` // mentions, sponsored
	Year string `json:"year"` // "2023"; empty when unknown
	N    int    `json:"n"`
}

// A Talker is a person on episodes that name a technology.
type Talker struct {
	Person Ref       `json:"person"`
	N      int       `json:"n"`    // episodes
	Said   Statement `json:"said"` // the passage of the newest
}

// A Coworker shares an employer with a person.
type Coworker struct {
	Person  Ref   `json:"person"`
	Company Ref   `json:"company"`
	Mine    []Job `json:"mine"`   // what was said of the person asked for
	Theirs  []Job `json:"theirs"` // what was said of the co-worker
	// Statements in all, where the newest MaxSaid are given.
	MineTotal   int `json:"mineTotal,omitempty"`
	TheirsTotal int `json:"theirsTotal,omitempty"`
}

// A Mentioned is an entity with the passages that name it.
type Mentioned struct {
	Entity Ref         `json:"entity"`
	Said   []Statement `json:"said"`
}

// A Cut is where a page gives only the newest statements of one employer, employee, maker or thing made. All of them
// are in the part jobs of the person with the company, or in the part created or makes of the maker with the technology.
type Cut struct {
	Part  string `json:"part"`
	Of    Ref    `json:"of"`
	Total int    `json:"total"` // statements in all
}

// Totals are the rows of each part of a page in all, by the part's name; see Parts.
type Totals map[string]int

// A PersonPage is all that is known of a person.
type PersonPage struct {
	Ref
	Aliases    []string     `json:"aliases,omitempty"`
	URLs       []string     `json:"urls,omitempty"`
	Jobs       []Job        `json:"jobs"`       // employer by employer, present ones first; of each the newest statements, at most 20
	Created    []Making     `json:"created"`    // technology by technology
	Coworkers  []Coworker   `json:"coworkers"`  // company by company, the smallest first
	Episodes   []Appearance `json:"episodes"`   // as a guest, then as a host
	MentionsIn []Statement  `json:"mentionsIn"` // episodes that speak of the person without having them on
	Timeline   []Told       `json:"timeline"`   // newest episode first
	Dates      []Dated      `json:"dates"`      // of all statements, whatever the window
	Cut        []Cut        `json:"cut,omitempty"`
	Totals     Totals       `json:"totals"`
}

// A CompanyPage is all that is known of a company.
type CompanyPage struct {
	Ref
	Aliases    []string    `json:"aliases,omitempty"`
	URLs       []string    `json:"urls,omitempty"`
	Jobs       []Job       `json:"jobs"`      // person by person, of each the newest statements, at most 20
	Went       []Mover     `json:"went"`      // where former people are, company by company, the most frequent first
	Came       []Mover     `json:"came"`      // where people came from
	Makes      []Making    `json:"makes"`     // technology by technology, the most spoken of first
	Sponsored  []Statement `json:"sponsored"` // one for each episode
	MentionsIn []Statement `json:"mentionsIn"`
	Years      []YearCount `json:"years"` // of all episodes, whatever the window
	Cut        []Cut       `json:"cut,omitempty"`
	Totals     Totals      `json:"totals"`
}

// A TechnologyPage is all that is known of a technology.
type TechnologyPage struct {
	Ref
	Class      string      `json:"class,omitempty"` // language, database, …
	Aliases    []string    `json:"aliases,omitempty"`
	URLs       []string    `json:"urls,omitempty"`
	MadeBy     []Making    `json:"madeBy"`    // creators and makers, the most spoken of first
	Guests     []Talker    `json:"guests"`    // who talks about it, most episodes first
	Hosts      []Talker    `json:"hosts"`     // of the episodes that name it
	SeenWith   []Counted   `json:"seenWith"`  // technologies
	Companies  []Counted   `json:"companies"` // seen with it
	CountedIn  int         `json:"countedIn"` // what it is seen with is counted in this many of its newest episodes
	MentionsIn []Statement `json:"mentionsIn"`
	Years      []YearCount `json:"years"` // of all episodes, whatever the window
	Cut        []Cut       `json:"cut,omitempty"`
	Totals     Totals      `json:"totals"`
}

// A Counted is a node with a number of episodes.
type Counted struct {
	Entity Ref `json:"entity"`
	N      int `json:"n"`
}

// A ChapterLine is one chapter with what its title names.
type ChapterLine struct {
	Start    float64 `json:"start"`
	Title    string  `json:"title"`
	Entities []Ref   `json:"entities,omitempty"`
}

// An EpisodePage is all that is known of an episode.
type EpisodePage struct {
	EpisodeRef
	Text         string        `json:"text"` // the raw description: never trust it as HTML
	AudioURL     string        `json:"audioUrl,omitempty"`
	Hosts        []Mentioned   `json:"hosts"` // each with the passage that says so, and so the guests and sponsors
	Guests       []Mentioned   `json:"guests"`
	People       []Mentioned   `json:"people"`
	Companies    []Mentioned   `json:"companies"`
	Technologies []Mentioned   `json:"technologies"`
	Jobs         []Job         `json:"jobs"`
	Makings      []Making      `json:"makings"`
	Sponsors     []Mentioned   `json:"sponsors"`
	Chapters     []ChapterLine `json:"chapters"`
}

// A ShowPage lists a show's episodes and who and what it talks about most.
type ShowPage struct {
	Ref
	Hosts        []Counted    `json:"hosts"`
	Guests       []Counted    `json:"guests"`
	Companies    []Counted    `json:"companies"`
	Technologies []Counted    `json:"technologies"`
	Episodes     []EpisodeRef `json:"episodes"`           // newest first
	Passages     []Statement  `json:"passages,omitempty"` // of each episode, when asked for those with one node: what names it
	Years        []ShowYear   `json:"years"`              // all of them, whatever the window
	Totals       Totals       `json:"totals"`
}

// A ShowYear tells what a show was about in one year.
type ShowYear struct {
	Year         string    `json:"year"` // "2023"; empty for episodes without a date
	Episodes     int       `json:"episodes"`
	Guests       int       `json:"guests"` // different ones, and so the companies and technologies
	Companies    int       `json:"companies"`
	Technologies int       `json:"technologies"`
	Top          []Counted `json:"top"` // a few guests, companies and technologies of the most episodes
}

// A Related is an episode related to another, best first, and why.
type Related struct {
	Episode EpisodeRef `json:"episode"`
	Score   float64    `json:"score"` // > 0; only its order means something
	Reasons []Reason   `json:"reasons"`
}

// A Reason is one thing two episodes share.
type Reason struct {
	Kind   string     `json:"kind"` // guest, maker, employer, mention
	Entity Ref        `json:"entity"`
	Text   string     `json:"text"`  // one plain line: "Both have Sugu Sougoumarane as a guest"
	Score  float64    `json:"score"` // what it adds to the score of the episode: weight · rarity · appearance / rank
	Parts  ScoreParts `json:"parts"`
}

// ScoreParts are the factors of a Reason's score; RELATED.md explains them.
type ScoreParts struct {
	Weight     float64 `json:"weight"`     // of the kind
	Rarity     float64 `json:"rarity"`     // 0..1, 1 when no other episode has it
	Appearance float64 `json:"appearance"` // how prominently both episodes name it; 1 is in prose
	Rank       int     `json:"rank"`       // place among the reasons, from 1
	Episodes   int     `json:"episodes"`   // how many have it, these two included
}

// A Hit is one search result.
type Hit struct {
	Ref
	Detail string `json:"detail,omitempty"` // one line to tell namesakes apart
	Match  string `json:"match,omitempty"`  // the alias that matched, when the name did not
	Alike  bool   `json:"alike,omitempty"`  // found because slips of typing were forgiven
}

// Found is what a search found.
type Found struct {
	Hits   []Hit        `json:"results"`         // the part of them that was asked for, best first
	Total  int          `json:"total"`           // of the kinds asked for
	Exact  int          `json:"exact"`           // how many of them are called exactly so, by name or alias; they come first
	ByKind map[Kind]int `json:"byKind"`          // of all kinds
	Meant  string       `json:"meant,omitempty"` // what was searched for as the best hit spells it, when that had to forgive slips
}

// Counts tells what the graph holds.
type Counts struct {
	Shows        int `json:"shows"`
	Episodes     int `json:"episodes"`
	People       int `json:"people"`
	Companies    int `json:"companies"`
	Technologies int `json:"technologies"`
	Statements   int `json:"statements"`
}

// A HomePage is what the first page shows.
type HomePage struct {
	Counts    Counts       `json:"counts"`
	Episodes  []EpisodeRef `json:"episodes"` // newest first
	Shows     []Counted    `json:"shows"`
	People    []Counted    `json:"people"` // most connected
	Companies []Counted    `json:"companies"`
	Techs     []Counted    `json:"technologies"`
}

// A Table is the answer to a console query.
type Table struct {
	Columns   []string `json:"columns"`
	Rows      [][]any  `json:"rows"`      // values fit for JSON, see Query
	Truncated bool     `json:"truncated"` // more rows, or more bytes, than the limit
	Millis    int64    `json:"ms"`
	Plan      *Step    `json:"plan,omitempty"`    // of EXPLAIN and PROFILE
	Notices   []Notice `json:"notices,omitempty"` // likely mistakes that are no errors, as the server tells them
}
