package graph

import (
	"cmp"
	"slices"
)

// tell adds a row to the time line: rows come episode by episode.
func (page *PersonPage) tell(es episodes, r row) {
	s := r.said[0]
	said := es.said(s.p)
	n := len(page.Timeline)
	if n == 0 || page.Timeline[n-1].Episode.ID != said.Episode.ID {
		page.Timeline = append(page.Timeline, Told{Episode: said.Episode, Parts: []string{}, Jobs: []Job{}, Created: []Making{}})
		n++
	}
	told := &page.Timeline[n-1]
	switch s.typ {
	case "WORKED_AT":
		told.Jobs = append(told.Jobs, es.job(page.Ref, r.x, s.p))
		slices.SortFunc(told.Jobs, func(a, b Job) int { return cmp.Or(newestSaid(a.Said, b.Said), byName(a.Company, b.Company)) })
	case "CREATED":
		told.Created = append(told.Created, es.making(page.Ref, r.x, s.p))
		slices.SortFunc(told.Created, func(a, b Making) int { return cmp.Or(newestSaid(a.Said, b.Said), byName(a.Technology, b.Technology)) })
	case "HOSTED", "GUEST_ON":
		told.Parts = append(told.Parts, part(s.typ))
		slices.Sort(told.Parts)
	case "MENTIONS":
		told.Named = &said
	}
}

// earliest orders what the picture of a time line shows.
func earliest(a, b Dated) int {
	name := func(d Dated) string {
		if d.Company == nil {
			return ""
		}
		return d.Company.ID
	}
	return cmp.Or(cmp.Compare(a.Part, b.Part), cmp.Compare(name(a), name(b)), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Status, b.Status))
}
