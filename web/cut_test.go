package web

import (
	"net/http"
	"strings"
	"testing"

	"guestgraph/graph"
)

// Where a page gives only the newest statements of one thing, it says of how many, and leads to all of them.
func TestCutSaysOfHowManyAndGoesOn(t *testing.T) {
	f := newFake()
	p := f.persons["maren-oskarsson"]
	work := p.Jobs[0].Company
	p.Cut = []graph.Cut{{Part: "jobs", Of: work, Total: 43}}
	if len(p.Coworkers) > 0 {
		p.Coworkers[0].TheirsTotal = 57
	}
	made := p.Created[0].Technology
	p.Cut = append(p.Cut, graph.Cut{Part: "created", Of: made, Total: 61})
	s := newSite(t, f)
	_, body := get(t, s, "/person/maren-oskarsson")
	theirs := "/person/" + p.Coworkers[0].Person.ID + "?part=jobs&amp;with=company%3A" + p.Coworkers[0].Company.ID
	for _, want := range []string{
		"of 43 statements shown", `href="/person/maren-oskarsson?part=jobs&amp;with=company%3A` + work.ID + `">See all 43`,
		"of 57 statements shown", `href="` + theirs + `">See all 57`,
		"of 61 statements shown", `href="/person/maren-oskarsson?part=created&amp;with=technology%3A` + made.ID + `">See all 61`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for path, status := range map[string]int{
		"/person/maren-oskarsson?part=jobs&with=company:" + work.ID:            http.StatusOK,
		"/person/maren-oskarsson?part=jobs&with=person:wen-abara":              http.StatusBadRequest,
		"/person/maren-oskarsson?part=guest&with=company:" + work.ID:           http.StatusBadRequest,
		"/company/harbor-grid?part=makes&with=technology:" + made.ID:           http.StatusOK,
		"/api/v1/company/harbor-grid?part=makes&with=technology:" + made.ID:    http.StatusOK,
		"/api/v1/company/harbor-grid?part=current&with=person:maren-oskarsson": http.StatusBadRequest,
	} {
		if res, body := get(t, s, path); res.StatusCode != status {
			t.Errorf("%s: status %d\n%s", path, res.StatusCode, body)
		}
	}
	_, body = get(t, s, "/person/maren-oskarsson?part=jobs&with=company:"+work.ID)
	if !strings.Contains(body, "Every statement with") || !strings.Contains(body, `href="/person/maren-oskarsson?part=jobs">All in this part`) {
		t.Errorf("what is shown is not told:\n%s", mainOf(t, body))
	}
}
