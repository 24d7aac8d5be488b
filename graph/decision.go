package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// A Verb is what a decision does.
type Verb string

// The verbs of decisions.
const (
	Merge  Verb = "merge"  // two ids are one
	Split  Verb = "split"  // in some episodes an id is another
	Rename Verb = "rename" // an id is called otherwise
	Hide   Verb = "hide"   // an id is not in the graph
	Drop   Verb = "drop"   // one statement is wrong
)

// A Decision is one line of a file of curated decisions: see Decisions for how they work together.
type Decision struct {
	Verb   Verb
	Kind   Kind   // of what is decided on: person, company or technology
	ID     string // of what is decided on
	Into   string // merge: the id that remains
	Name   string // split: whom it is; rename: what it is called
	Says   string // drop: worked-at, created, makes, hosted, guest-on, sponsored or mentioned
	Of     string // drop: the company or technology that the statement ties to; "" where it ties to the episode
	In     Scope  // split and drop: where it holds; the zero Scope is everywhere
	Reason string // the comment behind it: why, when, who
	Line   int    // in its file, from 1
	told   bool   // no curator's: tells namesakes apart
}

// A Scope is the episodes in which a decision holds.
type Scope struct {
	Kind Kind   // KindShow, KindEpisode, or "" for all
	ID   string // as in the address of the page
}

func (s Scope) String() string {
	if s.Kind == "" {
		return ""
	}
	return " in " + string(s.Kind) + " " + bare(s.ID)
}

// String writes the decision as a line of the file; parsing it gives the decision again.
func (d Decision) String() string {
	if d.Reason == "" {
		return d.Text()
	}
	return d.Text() + "  # " + d.Reason
}

// Text is the decision without its reason: two decisions of one text do the same.
func (d Decision) Text() string {
	head := string(d.Verb) + " " + string(d.Kind) + " " + bare(d.ID)
	switch d.Verb {
	case Merge:
		return head + " into " + bare(d.Into)
	case Split:
		return head + d.In.String() + " as " + strconv.Quote(d.Name)
	case Rename:
		return head + " " + strconv.Quote(d.Name)
	case Drop:
		head += " " + d.Says
		if d.Of != "" {
			head += " " + bare(d.Of)
		}
		return head + d.In.String()
	}
	return head
}

// bare writes an id, in quotes when it would not be read as one word.
func bare(id string) string {
	if id == "" || strings.ContainsAny(id, " \t\"#") {
		return strconv.Quote(id)
	}
	return id
}

// stored is what an episode keeps of a decision that shaped it. Who asked to be hidden is not written down.
func (d Decision) stored() string {
	if d.told {
		return namesakeMark + d.Text()
	}
	if d.Verb != Hide {
		return d.Text()
	}
	sum := sha256.Sum256([]byte(d.Text()))
	return hiddenMark + hex.EncodeToString(sum[:8])
}

// hiddenMark begins what stored gives for a hide.
const hiddenMark = "hide "

func (d Decision) key() key { return key{labelOf(d.Kind), d.ID} }

// dropping tells which words say a statement in a drop, of which kind its subject is and of which kind its object; an
// object of no kind is the episode.
func dropping(says string) (subject, object Kind, ok bool) {
	switch says {
	case "worked-at":
		return KindPerson, KindCompany, true
	case "created":
		return KindPerson, KindTechnology, true
	case "makes":
		return KindCompany, KindTechnology, true
	case "hosted", "guest-on":
		return KindPerson, "", true
	case "sponsored":
		return KindCompany, "", true
	}
	return "", "", false
}
