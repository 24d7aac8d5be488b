package score

import (
	"regexp"
	"strings"

	"guestgraph/extract"
)

// A job is what is told of one person at one company.
type job struct {
	roles    map[string]bool
	statuses map[string]bool
}

// employments compares affiliations, and status and roles on those found.
func (r *Report) employments(g *Gold, f *extract.Facts, m Aliases) {
	gold, pred := map[string]bool{}, map[string]bool{}
	jobs := map[string]*job{}
	for i := range f.Affiliations {
		a := &f.Affiliations[i]
		k := m.pair(a.Person, a.Company)
		pred[k] = true
		j := jobs[k]
		if j == nil {
			j = &job{roles: map[string]bool{}, statuses: map[string]bool{}}
			jobs[k] = j
		}
		for w := range roleWords(a.Roles) {
			j.roles[w] = true
		}
		j.statuses[string(a.Status)] = true
	}
	labels := map[string]*Employment{}
	for i := range g.Affiliations {
		a := &g.Affiliations[i]
		k := m.pair(a.Person, a.Company)
		gold[k] = true
		labels[k] = a
	}
	r.add("affiliations", g.ID, gold, pred, m.pairs(g.AffiliationsOK))
	for k, a := range labels {
		if j := jobs[k]; j != nil {
			r.judge(g.ID, k, a, j)
		}
	}
}

func (r *Report) judge(id, key string, a *Employment, j *job) {
	if a.Status != "unknown" {
		r.StatusN++
		if j.statuses[a.Status] {
			r.StatusRight++
		} else {
			r.Errors = append(r.Errors, Error{"affiliations", "ST", id, key + "\x00" + a.Status})
		}
	}
	if len(a.Roles) == 0 {
		return
	}
	r.RolesN++
	for w := range roleWords(a.Roles) {
		if !j.roles[w] {
			r.Errors = append(r.Errors, Error{"affiliations", "RL", id, key + "\x00" + w})
			return
		}
	}
	r.RolesRight++
}

var (
	roleSplit = regexp.MustCompile(`\s*(?:,|&|/|\band\b)\s*`)
	chief     = regexp.MustCompile(`chief (e|t|p|o|f|m)[a-z]+ officer`)
	noLetter  = regexp.MustCompile(`[^a-z]+`)
)

// roleWords are the parts of roles, with a founder the same whether alone or not.
func roleWords(roles []string) map[string]bool {
	out := map[string]bool{}
	for _, r := range roles {
		for _, p := range roleSplit.Split(strings.ToLower(r), -1) {
			p = noLetter.ReplaceAllString(chief.ReplaceAllString(p, "c${1}o"), "")
			if strings.HasPrefix(p, "cofounder") {
				p = strings.TrimPrefix(p, "co")
			}
			if p != "" {
				out[p] = true
			}
		}
	}
	return out
}
