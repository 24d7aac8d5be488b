package web

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"guestgraph/cypher"
	"guestgraph/graph"
)

// An answerTable is the answer to a question of the library as a table with links, and the evidence of each row.
type answerTable struct {
	Columns  []string
	Rows     []answerRow
	Evidence bool // rows have it
	Total    int  // rows there are; of more than the console gives, that many
	More     bool // and there are more
	Millis   int64
}

// Truncated tells whether there are rows that are not shown.
func (t *answerTable) Truncated() bool { return t.More || t.Total > len(t.Rows) }

// An answerRow is its cells, and the words that say so.
type answerRow struct {
	Cells []answerCell
	Said  *evidence
}

// An answerCell holds one or more things.
type answerCell struct {
	Items  []cell
	Others int    // things left out
	Day    string // a date to read, with Items[0].Text the exact one
	Number bool
}

const (
	answerRows  = 200 // shown of an answer
	answerItems = 12  // shown of a list in a cell
)

// Columns that together are the evidence of a row.
const (
	columnQuote   = "quote"
	columnEpisode = "episode"
	columnStart   = "start"   // byte offset in the description
	columnSeconds = "seconds" // into the episode
)

// answerTable lays out an answer and links what it names.
func (s *Server) answerTable(ctx context.Context, q *cypher.Query, t *graph.Table) (*answerTable, error) {
	out := &answerTable{Total: len(t.Rows), More: t.Truncated, Millis: t.Millis}
	at := map[string]int{}
	for i, name := range t.Columns {
		at[name] = i
	}
	_, quoted := at[columnQuote]
	_, placed := at[columnEpisode]
	out.Evidence = quoted && placed // without an episode a quote is only text
	var shown []int
	for i, name := range t.Columns {
		if out.Evidence && (name == columnQuote || name == columnEpisode || name == columnStart || name == columnSeconds) {
			continue
		}
		if len(t.Rows) > 0 && !slices.ContainsFunc(t.Rows, func(row []any) bool { return row[i] != nil }) {
			continue // nothing is known of it, of the date for instance
		}
		shown = append(shown, i)
		out.Columns = append(out.Columns, spoken(name))
	}
	rows := t.Rows[:min(len(t.Rows), answerRows)]
	kindOf := columnKinds(q, t.Columns)
	called, err := s.Graph.Called(ctx, callings(rows, t.Columns, kindOf))
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		var r answerRow
		for _, i := range shown {
			r.Cells = append(r.Cells, newAnswerCell(row[i], kindOf(t.Columns[i], row), called))
		}
		if out.Evidence {
			r.Said = rowEvidence(row, at, called)
		}
		out.Rows = append(out.Rows, r)
	}
	return out, nil
}

// columnKinds tells what the values of a column name: the library says it, or a column "kind" beside it does.
func columnKinds(q *cypher.Query, columns []string) func(column string, row []any) graph.Kind {
	kinds := map[string]graph.Kind{}
	for _, l := range q.Links {
		kinds[l.Column] = graph.Kind(l.Kind)
	}
	beside := -1
	for i, name := range columns {
		if name == "kind" {
			beside = i
		}
	}
	return func(column string, row []any) graph.Kind {
		kind := kinds[column]
		if kind == graph.KindEntity && beside >= 0 {
			if label, ok := row[beside].(string); ok && isKind(graph.Kind(strings.ToLower(label))) {
				return graph.Kind(strings.ToLower(label))
			}
		}
		return kind
	}
}

// callings lists what the shown rows name, each once.
func callings(rows [][]any, columns []string, kindOf func(string, []any) graph.Kind) []graph.Calling {
	seen := map[graph.Calling]bool{}
	var all []graph.Calling
	for _, row := range rows {
		for i, column := range columns {
			kind := kindOf(column, row)
			if kind == "" {
				continue
			}
			for _, name := range names(row[i]) {
				if c := (graph.Calling{Kind: kind, Name: name}); !seen[c] {
					seen[c] = true
					all = append(all, c)
				}
			}
		}
	}
	return all
}

// names are the texts in a value, of a list its first ones.
func names(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, item := range v[:min(len(v), answerItems)] {
			if s, ok := item.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

func newAnswerCell(v any, kind graph.Kind, called map[graph.Calling]graph.Called) answerCell {
	var c answerCell
	switch v := v.(type) {
	case nil:
		return c
	case []any:
		for _, item := range v[:min(len(v), answerItems)] {
			c.Items = append(c.Items, linked(item, kind, called))
		}
		c.Others = len(v) - len(c.Items)
		return c
	case int64, float64:
		c.Number = true
	case string:
		if d := day(v); d != "" && len(v) >= len("2006-01-02T15:04:05Z") {
			c.Day = d
		}
	}
	c.Items = []cell{linked(v, kind, called)}
	return c
}

func linked(v any, kind graph.Kind, called map[graph.Calling]graph.Called) cell {
	name, ok := v.(string)
	if !ok || kind == "" {
		return newCell(v)
	}
	to, known := called[graph.Calling{Kind: kind, Name: name}]
	if !known {
		return textCell(name)
	}
	return cell{Text: shorten(to.Name, maxCell), Href: href(to.Kind, to.ID), Kind: to.Kind}
}

// rowEvidence makes the evidence of a row of its quote and its episode.
func rowEvidence(row []any, at map[string]int, called map[graph.Calling]graph.Called) *evidence {
	quote, _ := row[at[columnQuote]].(string)
	id, _ := row[at[columnEpisode]].(string)
	if quote == "" {
		return nil
	}
	episode := called[graph.Calling{Kind: graph.KindEpisode, Name: id}]
	e := &evidence{Quote: shorten(quote, maxQuote), Source: graph.EpisodeRef{ID: id, Title: episode.Name, Show: episode.Show, Published: episode.Published}}
	if i, ok := at[columnStart]; ok {
		if start, ok := row[i].(int64); ok {
			e.PlaceHref = href(graph.KindEpisode, id) + "#" + markID(int(start))
		}
	}
	if i, ok := at[columnSeconds]; ok {
		if seconds, ok := seconds(row[i]); ok {
			e.Time, e.TimeHref = clock(seconds), href(graph.KindEpisode, id)+"#"+chapterID(seconds)
		}
	}
	return e
}

func seconds(v any) (float64, bool) {
	switch v := v.(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// spoken writes the name of a column as words: lastCurrent is "last current".
func spoken(column string) string {
	var b strings.Builder
	for _, r := range column {
		if unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
