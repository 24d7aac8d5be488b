package web

import (
	"fmt"
	"strconv"

	"guestgraph/extract/eval"
)

// A quality is how good the facts are, by the published evaluation.
type quality struct {
	Episodes, Shows int // that were labelled by hand
	Rows            []qualityRow
}

// A qualityRow is the figures of one sort of fact, in hundredths.
type qualityRow struct {
	Name   string
	Right  int    // of what was found, so much is right
	Found  int    // of what the texts say, so much was found; -1 where only Right is measured
	Spread string // 95 % interval of the F1 of both, or of Right
	Unseen int    // F1, or Right, on a show never seen; -1 where it was not measured
	Main   bool   // the first page shows it
}

// loadQuality reads the figures of the development set, which is the larger one.
func loadQuality() (quality, error) {
	all, err := eval.Published()
	if err != nil {
		return quality{}, err
	}
	for _, h := range all {
		if h.Set == "development" {
			return newQuality(h), nil
		}
	}
	return quality{}, fmt.Errorf("read published figures: no development set")
}

func newQuality(h eval.Headline) quality {
	q := quality{Episodes: h.Episodes, Shows: h.Shows}
	names := map[string]string{
		eval.Affiliations: "employment", eval.Status: "employment: current or former", eval.Roles: "employment: roles", eval.Creations: "who created what",
	}
	first := map[string]bool{eval.People: true, eval.Companies: true, eval.Technologies: true, eval.Affiliations: true}
	for _, field := range eval.Measured() {
		f := h.Fields[field]
		row := qualityRow{Name: field, Right: hundredths(f.Precision), Found: hundredths(f.Recall), Unseen: -1, Main: first[field],
			Spread: strconv.Itoa(hundredths(f.Low)) + "–" + strconv.Itoa(hundredths(f.High))}
		if name, ok := names[field]; ok {
			row.Name = name
		}
		if field == eval.Status || field == eval.Roles {
			row.Right, row.Found = hundredths(f.Value), -1
		}
		if left, ok := h.WithoutOwn[field]; ok {
			row.Unseen = hundredths(left.Value)
		}
		q.Rows = append(q.Rows, row)
	}
	return q
}

func hundredths(share float64) int { return int(share*100 + 0.5) }
