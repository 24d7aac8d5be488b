package graphtest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"time"

	"guestgraph/extract"
	"guestgraph/graph"
)

// Generate yields n made-up episodes, the same ones for the same n: a show for each hundred, a few technologies and
// companies that everyone talks about and a long tail that hardly anyone does, guests who come back.
func Generate(n int) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		g := newGenerator(n)
		for i := range n {
			if !yield(g.episode(i), nil) {
				return
			}
		}
	}
}

type generator struct {
	random                          *rand.Rand
	people, companies, technologies int
	company, technology             *rand.Zipf
}

func newGenerator(n int) *generator {
	r := rand.New(rand.NewPCG(7, uint64(n)))
	g := &generator{random: r, people: max(n*3/4, 3), companies: max(n/5, 10), technologies: max(n/20, 30)}
	g.company = rand.NewZipf(r, 1.2, 8, uint64(g.companies-1))
	g.technology = rand.NewZipf(r, 1.2, 8, uint64(g.technologies-1))
	return g
}

func (g *generator) episode(i int) graph.Document {
	show := fmt.Sprintf("Show %d", i/100)
	host, guest := fmt.Sprintf("Host Number%d", i/100), fmt.Sprintf("Guest Number%d", g.random.IntN(g.people))
	now, before := fmt.Sprintf("Company%d", g.company.Uint64()), fmt.Sprintf("Company%d", g.company.Uint64())
	technologies := g.some(g.technology, "Tech", 8)
	companies := g.some(g.company, "Company", 3)

	var text strings.Builder
	fmt.Fprintf(&text, "%s talks with %s, CTO of %s and former engineer at %s. ", host, guest, now, before)
	fmt.Fprintf(&text, "%s created %s. They speak of %s, and of %s.\n", guest, technologies[0], strings.Join(technologies, ", "), strings.Join(companies, ", "))
	for j, t := range technologies {
		fmt.Fprintf(&text, "%02d:00 How %s came about\n", 10+j, t)
	}
	text.WriteString(strings.Repeat("More about this episode, with words that name nobody and nothing in particular. ", 12))

	published := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i%4000).Format(time.DateOnly)
	b := episode(fmt.Sprintf("made-%d", i), show, fmt.Sprintf("%s on %s, part %d", guest, technologies[0], i), published, text.String())
	b.host(host).guest(guest).company(now, now)
	for _, c := range append(companies, before) {
		if c != now {
			b.company(c, c)
		}
	}
	for j, t := range technologies {
		b.technology(t, "library", t, fmt.Sprintf("%02d:00 %s", 10+j, t)).chapter(float64(60*(10+j)), fmt.Sprintf("How %s came about", t))
	}
	b.job(guest, now, extract.Current, "cto", "CTO of "+now).job(guest, before, extract.Former, "engineer", "former engineer at "+before)
	if i%4 == 0 {
		b.created(guest, technologies[0], "creator", "created "+technologies[0])
	}
	return b.Document
}

// some draws n different names.
func (g *generator) some(z *rand.Zipf, prefix string, n int) []string {
	seen := map[string]bool{}
	var names []string
	for len(names) < n {
		name := fmt.Sprintf("%s%d", prefix, z.Uint64())
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}
