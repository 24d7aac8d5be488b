package extract

// pathNouns are what leads from one employer to the next.
var pathNouns = map[string]bool{"transitioned": true, "journey": true, "experience": true, "experiences": true, "career": true, "path": true, "transition": true, "move": true,
	"background": true, "moved": true, "went": true, "way": true, "trajectory": true, "led": true, "took": true, "brought": true}

// paths reads "journey from X to Y", "a path that led her from X's search team to Y and Z", "landing at X", "Ada Long's departure
// from X" and "time scaling X's database".
func (r *reading) paths(s *sentence, i int) []claim {
	t := s.tokAt(i)
	switch {
	case t.is("from"):
		return r.journey(s, i)
	case t.is("landing", "landed", "ended", "wound"):
		return r.landings(s, i)
	case t.is("departure", "resignation", "retirement") && s.tokAt(i+1).is("from") && s.tokAt(i-1).is("s") && s.tokAt(i-2).is("'") && r.companyAt(s, i+2):
		if sp := r.personAt(s, i-3); sp != nil {
			return r.atOrgs(s, i+2, claim{at: i, status: Former, person: []string{sp.name}, rule: "left"})
		}
	case t.is("scaling", "building", "running", "leading", "scaled", "built", "led") && r.companyAt(s, i+1):
		sp := s.spanAt(i + 1)
		if sp == nil || !s.tokAt(sp.to).is("'") || !r.nearAny(s, i, 4, "time", "years", "experience", "career", "days") {
			return nil
		}
		return []claim{{s: s, status: Former, org: *sp, at: i, end: sp.to, rule: "scaling"}}
	}
	return nil
}

// journey reads the employers of "from X to Y and Z", after a word that speaks of a career.
func (r *reading) journey(s *sentence, i int) []claim {
	j := i - 1
	for j > 0 && j > i-4 && s.toks[j].is("her", "him", "them", "me", "his", "their", "us") {
		j--
	}
	if j < 0 || !pathNouns[s.toks[j].lower] || !r.companyAt(s, i+1) && !(s.toks[j].is("transitioned", "journey", "career", "path", "trajectory") && r.openOrg(s, i+1)) {
		return nil
	}
	o, ok := r.orgAt(s, i+1)
	if !ok {
		return nil
	}
	to := o.to
	if s.tokAt(to).is("'") && s.tokAt(to+1).is("s") { // "Google's search team"
		for to += 2; to < o.to+10 && to < len(s.toks) && !s.toks[to].is("to", ",", ".", ";"); {
			to++
		}
	}
	if s.tokAt(to).is("to") && !r.companyAt(s, to+1) && s.toks[j].is("moved", "went", "move", "transition", "led", "took", "brought") {
		return nil // from Oracle to PostgreSQL: products
	}
	out := r.atOrgs(s, i+1, claim{at: i, status: Former, rule: "journey"})
	if s.tokAt(to).is("to") && (r.companyAt(s, to+1) || o.entry != nil && o.class == companyName && r.openOrg(s, to+1)) {
		more := r.atOrgs(s, to+1, claim{at: i, status: Current, rule: "journey"})
		if len(more) > 1 || s.tokAt(more[len(more)-1].end).is(",") && r.nearLanding(s, more[len(more)-1].end) {
			for k := range more {
				more[k].status = Former
			}
		}
		out = append(out, more...)
	}
	return out
}

// nearLanding reports whether ", before landing at" follows: the path goes on.
func (r *reading) nearLanding(s *sentence, i int) bool {
	return s.tokAt(i+1).is("before", "and", "then") && s.tokAt(i+2).is("landing", "landed", "ending", "then", "joining", "founding", "starting")
}

// landings reads "before landing at X and eventually Y" and "ended up at X".
func (r *reading) landings(s *sentence, i int) []claim {
	j := i + 1
	if s.tokAt(j).is("up") {
		j++
	}
	if !s.tokAt(j).is("at", "with") || !r.companyAt(s, j+1) && !r.openOrg(s, j+1) {
		return nil
	}
	out := r.atOrgs(s, j+1, claim{at: i, status: Current, rule: "joins"})
	if len(out) == 0 {
		return nil
	}
	end := out[len(out)-1].end
	if s.tokAt(end).is("and") && s.tokAt(end+1).is("eventually", "then", "later", "finally", "now", "ultimately") && (r.companyAt(s, end+2) || r.openOrg(s, end+2)) {
		for k := range out {
			out[k].status = Former
		}
		out = append(out, r.atOrgs(s, end+2, claim{at: i, status: Current, rule: "joins"})...)
	}
	return out
}
