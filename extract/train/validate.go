package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"guestgraph/extract"
	"guestgraph/extract/eval"
)

// A scorerOf gives the scorer of names with which a show is read; nil is none.
type scorerOf = func(show string) *extract.NameScorer

func rulesAlone(string) *extract.NameScorer { return nil }

// leaveShowsOut gives for each show the scorer that the other shows' examples make.
func leaveShowsOut(examples []example) scorerOf {
	scorers := map[string]*extract.NameScorer{}
	return func(show string) *extract.NameScorer {
		if scorers[show] == nil {
			scorers[show] = extract.NewNameScorer(learn(others(examples, show)))
		}
		return scorers[show]
	}
}

// crossValidate tells the figures of each set with rules alone, and with weights that were learned without the show at
// hand: with whole lists, and with lists that lack the show's own names.
func crossValidate(out io.Writer, sets []labelled, examples []example) error {
	scorers := leaveShowsOut(examples)
	for i := range sets {
		s := &sets[i]
		_, _ = fmt.Fprintf(out, "%d episodes, figures as precision / recall / F1 (right, wrong, missing)\n", len(s.gold))
		for _, way := range []struct {
			name   string
			scorer scorerOf
		}{{"rules alone", rulesAlone}, {"with the scorer", scorers}} {
			_, _ = fmt.Fprintln(out, way.name)
			tell(out, s.figures(way.scorer, out))
			left, err := eval.LeaveOut(s.gold, s.episodes, s.names, eval.LeaveOwn, way.scorer)
			if err != nil {
				return err
			}
			_, _ = fmt.Fprintln(out, way.name+", without own names")
			tell(out, left.Fields)
		}
	}
	return nil
}

// figures extracts the episodes, each show with its scorer. How often the rules are right that the scorer has a say in is
// told to out, unless that is nil.
func (s *labelled) figures(scorer scorerOf, out io.Writer) map[string]eval.Figure {
	e := extract.New()
	facts := eval.ByShow(s.gold, s.episodes, func(show string) *extract.Extractor { return e.WithNames(scorer(show)) })
	if out != nil {
		s.tellRules(out, facts)
	}
	return eval.Score(s.gold, facts, s.names).Report().Fields
}

func tell(out io.Writer, fields map[string]eval.Figure) {
	for _, field := range []string{eval.Hosts, eval.Guests, eval.People, eval.Companies, eval.Affiliations} {
		f := fields[field]
		_, _ = fmt.Fprintf(out, "  %-14s%.3f / %.3f / %.3f (%d, %d, %d)\n", field, f.Precision, f.Recall, f.Count.F1(), f.Right, f.Wrong, f.Missing)
	}
}

// tellRules tells how many people of the rules that the scorer has a say in are right: the confidence that they deserve.
func (s *labelled) tellRules(out io.Writer, facts []*extract.Facts) {
	for _, rule := range extract.ScoredRules() {
		var c eval.Count
		for i, f := range facts {
			for _, m := range f.People {
				switch right, open := s.right(&s.gold[i], m.Name); {
				case m.Rule != rule || open && !right:
				case right:
					c.Right++
				default:
					c.Wrong++
				}
			}
		}
		_, _ = fmt.Fprintf(out, "  people by %s: %d right, %d wrong\n", rule, c.Right, c.Wrong)
	}
}

// strongest is how many features an explanation has.
const strongest = 6

// tellWhy lists the doubtful names, each with its chance and the features that weigh most.
func tellWhy(out io.Writer, sets []labelled) error {
	scorer, err := extract.DefaultNameScorer()
	if err != nil {
		return err
	}
	e := extract.New()
	for i := range sets {
		s := &sets[i]
		for k, ep := range s.episodes {
			for _, n := range e.DoubtfulNames(*ep) {
				p, because := scorer.Chance(n.Features)
				var why []string
				for _, w := range because[:min(strongest, len(because))] {
					why = append(why, fmt.Sprintf("%s %+.2f", w.Feature, w.Value))
				}
				right, _ := s.right(&s.gold[k], n.Name)
				_, _ = fmt.Fprintf(out, "%.2f\t%t\t%s\t%s\t%s\n", p, right, n.Name, ep.ID, strings.Join(slices.Clip(why), ", "))
			}
		}
	}
	return nil
}
