package web

import (
	"cmp"
	"net/url"
	"slices"

	"guestgraph/graph"
)

// An employment is all that was said of one person at one company, seen from the page of either.
type employment struct {
	Other graph.Ref // the company on a person's page, the person on a company's
	Jobs  []job     // newest statement first; never empty
	More  *more
	Open  bool // nothing is folded away
}

// A more tells that only the newest statements are shown, and leads to all.
type more struct {
	Shown, Total int
	Href         string
}

// moreJobs leads to all that is said of a person at a company; nil when that is shown.
func moreJobs(shown, total int, person, company graph.Ref) *more {
	if total <= shown {
		return nil
	}
	return &more{shown, total, href(person.Kind, person.ID) + "?part=jobs&with=" + url.QueryEscape(company.String())}
}

// moreMakings does so for who made a technology.
func moreMakings(shown, total int, maker, technology graph.Ref) *more {
	if total <= shown {
		return nil
	}
	part := "created"
	if maker.Kind == graph.KindCompany {
		part = "makes"
	}
	return &more{shown, total, href(maker.Kind, maker.ID) + "?part=" + part + "&with=" + url.QueryEscape(technology.String())}
}

// totalOf is how many statements there are of a node in some parts of a page; 0 where all of them are given.
func totalOf(cut []graph.Cut, of graph.Ref, parts ...string) int {
	for _, c := range cut {
		if c.Of == of && slices.Contains(parts, c.Part) {
			return c.Total
		}
	}
	return 0
}

// A job is one statement, worded as of its episode.
type job struct {
	Roles  string
	Status string // current, former or unknown
	AsOf   string
	Said   evidence
}

// Latest is the newest statement; it decides where the employment is listed.
func (e employment) Latest() job { return e.Jobs[0] }

// Earlier are the statements after the newest.
func (e employment) Earlier() []job { return e.Jobs[1:] }

func newJob(j graph.Job) job {
	status := j.Status
	if status != "current" && status != "former" {
		status = "unknown"
	}
	return job{Roles: roleText(j.Roles), Status: status, AsOf: j.AsOf, Said: newEvidence(j.Said)}
}

// employments gathers jobs by the node that other picks: current before former before unknown,
// and in each the newest statement first.
func employments(jobs []graph.Job, other func(graph.Job) graph.Ref) []employment {
	jobs = slices.Clone(jobs)
	slices.SortStableFunc(jobs, func(a, b graph.Job) int { return newer(a.AsOf, b.AsOf) })
	var out []employment
	at := map[string]int{}
	for _, j := range jobs {
		ref := other(j)
		i, ok := at[ref.ID]
		if !ok {
			i = len(out)
			at[ref.ID] = i
			out = append(out, employment{Other: ref})
		}
		out[i].Jobs = append(out[i].Jobs, newJob(j))
	}
	slices.SortStableFunc(out, func(a, b employment) int {
		return cmp.Compare(statusOrder(a.Latest().Status), statusOrder(b.Latest().Status))
	})
	return out
}

func statusOrder(status string) int {
	return slices.Index([]string{"current", "former", "unknown"}, status)
}

// withStatus picks the employments whose newest statement has a status.
func withStatus(all []employment, status string) []employment {
	var out []employment
	for _, e := range all {
		if e.Latest().Status == status {
			out = append(out, e)
		}
	}
	return out
}

// A making is one statement that someone made a technology, seen from the page of either.
type making struct {
	Other graph.Ref
	Roles []string
	Said  *pile
	More  *more
	Open  bool
}

// makings gathers statements by the node that other picks.
func makings(all []graph.Making, other func(graph.Making) graph.Ref) []making {
	var order []graph.Ref
	said := map[graph.Ref][]graph.Statement{}
	roles := map[graph.Ref][]string{}
	for _, m := range all {
		ref := other(m)
		if _, ok := said[ref]; !ok {
			order = append(order, ref)
		}
		said[ref] = append(said[ref], m.Said)
		if m.Role != "" && !slices.Contains(roles[ref], m.Role) {
			roles[ref] = append(roles[ref], m.Role)
		}
	}
	out := make([]making, len(order))
	for i, ref := range order {
		out[i] = making{Other: ref, Roles: roles[ref], Said: newPile(said[ref])}
	}
	return out
}

// opened unfolds all when the page is about one of them.
func opened(of extent, jobs []employment, made []making) {
	for i := range jobs {
		jobs[i].Open = of.With() != ""
	}
	for i := range made {
		made[i].Open = of.With() != ""
	}
}

// newJobs words statements, newest first.
func newJobs(jobs []graph.Job) []job {
	jobs = slices.Clone(jobs)
	slices.SortStableFunc(jobs, func(a, b graph.Job) int { return newer(a.AsOf, b.AsOf) })
	out := make([]job, len(jobs))
	for i, j := range jobs {
		out[i] = newJob(j)
	}
	return out
}
