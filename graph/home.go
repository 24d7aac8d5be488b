package graph

import (
	"context"
	"fmt"
	"slices"
)

// homeTop is the length of each list of the first page.
const homeTop = 12

// Home returns what the first page shows. An empty graph has an empty page.
func (g *Graph) Home(ctx context.Context) (*HomePage, error) {
	var page *HomePage
	err := g.read(ctx, func(t tx) error {
		page = &HomePage{Episodes: []EpisodeRef{}, Shows: []Counted{}, People: []Counted{}, Companies: []Counted{}, Techs: []Counted{}}
		es := episodes{}
		err := t.run(ctx, "page/home", map[string]any{"top": homeTop}, func(r record) {
			switch r.part() {
			case "show":
				page.Shows = append(page.Shows, r.counted())
			case "person":
				page.People = append(page.People, r.counted())
			case "company":
				page.Companies = append(page.Companies, r.counted())
			case "technology":
				page.Techs = append(page.Techs, r.counted())
			case "episode":
				es.want(r.str("id"))
			default:
				page.Counts.add(r.part(), r.int("n"))
			}
		})
		if err != nil {
			return err
		}
		page.Episodes, err = es.list(ctx, t)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("home: %w", err)
	}
	return page, nil
}

func (c *Counts) add(what string, n int) {
	switch what {
	case "shows":
		c.Shows += n
	case "episodes":
		c.Episodes += n
	case "people":
		c.People += n
	case "companies":
		c.Companies += n
	case "technologies":
		c.Technologies += n
	case "statements":
		c.Statements += n
	}
}

// list looks the wanted episodes up and returns them newest first.
func (es episodes) list(ctx context.Context, t tx) ([]EpisodeRef, error) {
	if err := es.resolve(ctx, t, false); err != nil {
		return nil, err
	}
	list := make([]EpisodeRef, 0, len(es))
	for _, e := range es {
		list = append(list, e.EpisodeRef)
	}
	slices.SortFunc(list, newest)
	return list, nil
}
