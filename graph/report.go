package graph

import "maps"

// A Report counts what a load or a withdrawal changed, or would change.
type Report struct {
	Read      int `json:"read"`      // documents read
	Added     int `json:"added"`     // episodes new to the graph
	Kept      int `json:"kept"`      // episodes whose content and extractor are unchanged
	Replaced  int `json:"replaced"`  // episodes written anew
	Decided   int `json:"decided"`   // episodes written anew because of decisions alone, from sources or not
	Withdrawn int `json:"withdrawn"` // episodes removed on request
	Missing   int `json:"missing"`   // ids to withdraw that the graph does not hold
	Repeated  int `json:"repeated"`  // documents left out: an earlier one of the same load has their id

	// Bare counts the episodes that an earlier version loaded: decisions reach them when their source is loaded again.
	Bare int `json:"bare,omitempty"`
	// Awaiting counts the episodes of which something is no longer hidden: it is back when their source is loaded again.
	Awaiting int `json:"awaiting,omitempty"`
	// Effects tells for each decision, by its text, how many episodes it shapes.
	Effects map[string]Effect `json:"effects,omitempty"`

	Wrote   Tally `json:"wrote"`   // what added and replaced episodes brought
	Deleted Tally `json:"deleted"` // what replaced and withdrawn episodes took with them
}

// An Effect counts the episodes that a decision shapes.
type Effect struct {
	Episodes int `json:"episodes"`
	New      int `json:"new"` // those that it did not shape before this load, or shaped otherwise
}

// shaped counts a draft for the decisions that took effect in it.
func (r *Report) shaped(d *draft, anew bool) {
	for _, decision := range d.rules.effective {
		e := Effect{Episodes: 1}
		if anew {
			e.New = 1
		}
		r.addEffect(decision.Text(), e)
	}
}

func (r *Report) addEffect(text string, e Effect) {
	if r.Effects == nil {
		r.Effects = map[string]Effect{}
	}
	was := r.Effects[text]
	r.Effects[text] = Effect{was.Episodes + e.Episodes, was.New + e.New}
}

// A Tally counts nodes and statements by kind.
type Tally struct {
	Shows        int `json:"shows"`
	People       int `json:"people"`
	Companies    int `json:"companies"`
	Technologies int `json:"technologies"`
	Chapters     int `json:"chapters"`

	Hosts        int `json:"hosts"`        // HOSTED
	Guests       int `json:"guests"`       // GUEST_ON
	Sponsors     int `json:"sponsors"`     // SPONSORED
	Mentions     int `json:"mentions"`     // MENTIONS of episodes, one a passage
	Affiliations int `json:"affiliations"` // WORKED_AT
	Creations    int `json:"creations"`    // CREATED
	Makers       int `json:"makers"`       // MAKES
}

// Statements is the number of edges that carry evidence.
func (t Tally) Statements() int {
	return t.Hosts + t.Guests + t.Sponsors + t.Mentions + t.Affiliations + t.Creations + t.Makers
}

// add counts n of what a label, an edge type or a writing statement names.
func (t *Tally) add(what string, n int) {
	switch what {
	case labelShow:
		t.Shows += n
	case labelPerson:
		t.People += n
	case labelCompany:
		t.Companies += n
	case labelTechnology:
		t.Technologies += n
	case "HAS_CHAPTER", "load/chapters":
		t.Chapters += n
	case "HOSTED", "load/hosted":
		t.Hosts += n
	case "GUEST_ON", "load/guests":
		t.Guests += n
	case "SPONSORED", "load/sponsored":
		t.Sponsors += n
	case "MENTIONS", "load/mentions":
		t.Mentions += n
	case "WORKED_AT", "load/worked-at":
		t.Affiliations += n
	case "CREATED", "load/created":
		t.Creations += n
	case "MAKES", "load/makes":
		t.Makers += n
	}
}

// plus adds another report, field by field.
func (r Report) plus(o Report) Report {
	r.Read += o.Read
	r.Added += o.Added
	r.Kept += o.Kept
	r.Replaced += o.Replaced
	r.Decided += o.Decided
	r.Bare += o.Bare
	r.Awaiting += o.Awaiting
	r.Effects = maps.Clone(r.Effects)
	for text, e := range o.Effects {
		r.addEffect(text, e)
	}
	r.Withdrawn += o.Withdrawn
	r.Missing += o.Missing
	r.Repeated += o.Repeated
	r.Wrote = r.Wrote.plus(o.Wrote)
	r.Deleted = r.Deleted.plus(o.Deleted)
	return r
}

func (t Tally) plus(o Tally) Tally {
	t.Shows += o.Shows
	t.People += o.People
	t.Companies += o.Companies
	t.Technologies += o.Technologies
	t.Chapters += o.Chapters
	t.Hosts += o.Hosts
	t.Guests += o.Guests
	t.Sponsors += o.Sponsors
	t.Mentions += o.Mentions
	t.Affiliations += o.Affiliations
	t.Creations += o.Creations
	t.Makers += o.Makers
	return t
}
