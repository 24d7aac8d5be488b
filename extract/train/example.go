package main

import (
	"hash/fnv"
	"strings"

	"guestgraph/extract"
	"guestgraph/extract/eval"
)

// An example is a doubtful name of which the labels tell whether it is a person's.
type example struct {
	show, episode, name string
	features            []string
	person              bool
	weight              float64 // what the example counts
}

// The lists know most names of labelled people, and of companies and technologies, so that few of them are doubtful. To
// learn what unknown names look like, each text is read again without a part of the lists, part after part.
const (
	parts        = 8
	givenWeight  = 0.1 // of a name that is doubtful only without a part of the given names
	listedWeight = 0.3 // of one that is doubtful only without a part of the companies and technologies
)

// examplesOf gives the doubtful names of labelled episodes.
func examplesOf(sets []labelled) ([]example, error) {
	lists, err := extract.DefaultLexicon()
	if err != nil {
		return nil, err
	}
	var out []example
	e := extract.NewWith(lists)
	for _, set := range sets {
		out = append(out, set.examples(e, nil, 1)...)
	}
	for part := range uint32(parts) {
		given, err := lists.WithoutGiven(func(name string) bool { return hash(name)%parts == part })
		if err != nil {
			return nil, err
		}
		dropped := map[string]bool{}
		for _, name := range lists.Names() {
			dropped[name] = hash(name)%parts == part
		}
		listed, _, err := lists.Without(dropped)
		if err != nil {
			return nil, err
		}
		for _, set := range sets {
			out = append(out, set.examples(extract.NewWith(given), e, givenWeight)...)
			out = append(out, set.examples(extract.NewWith(listed), e, listedWeight)...)
		}
	}
	return out, nil
}

// examples gives the names that are doubtful to e, and not to another extractor, if one is given.
func (s *labelled) examples(e, but *extract.Extractor, weight float64) []example {
	var out []example
	for i := range s.gold {
		g := &s.gold[i]
		people, open := s.set(g.People), s.set(g.PeopleOK)
		known := map[string]bool{}
		if but != nil {
			for _, n := range but.DoubtfulNames(*s.episodes[i]) {
				known[n.Name] = true
			}
		}
		for _, n := range e.DoubtfulNames(*s.episodes[i]) {
			name := s.names.Of(n.Name)
			if known[n.Name] || open[name] {
				continue
			}
			out = append(out, example{show: g.Show, episode: g.ID, name: n.Name, features: n.Features, person: people[name], weight: weight})
		}
	}
	return out
}

func (s *labelled) set(names []string) map[string]bool {
	out := map[string]bool{}
	for _, name := range names {
		out[s.names.Of(name)] = true
	}
	return out
}

// others gives the examples that are not of a show.
func others(examples []example, show string) []example {
	var out []example
	for _, x := range examples {
		if x.show != show {
			out = append(out, x)
		}
	}
	return out
}

func hash(name string) uint32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(strings.ToLower(name))) // never fails
	return h.Sum32() >> 8                         // the low bits differ little between names alike
}

// right reports whether labels have a person.
func (s *labelled) right(g *eval.Gold, name string) (right, open bool) {
	name = s.names.Of(name)
	return s.set(g.People)[name], s.set(g.PeopleOK)[name]
}
