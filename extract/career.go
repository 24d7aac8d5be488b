package extract

// careers reads turns of a career: "spent ten years at", "hired by", "retired from", "moving to", "sold her startup X to",
// "started his company X", "experience at X and Y", "roles at companies such as X".
func (r *reading) careers(s *sentence, i int) []claim {
	next := s.tokAt(i + 1)
	switch s.tokAt(i).lower {
	case "been":
		if next.is("with") && s.tokAt(i-1).is("has", "have", "s", "ve") && r.timeAfter(s, i+2) {
			return r.someOrgs(s, i+2, claim{at: i, status: Current, rule: "time-at"})
		}
	case "include", "includes", "included", "including":
		if r.nearAny(s, i, 4, "previous", "prior", "past", "earlier", "former") && !r.roleSoon(s, i+1) {
			return r.someOrgs(s, i+1, claim{at: i, status: Former, rule: "time-at"})
		}
	case "hired":
		if next.is("by") && s.tokAt(i-1).is("was", "got", "been", "were") {
			return r.someOrgs(s, i+2, claim{at: i, status: Former, rule: "hired"})
		}
	case "retired", "resigned", "departed":
		if next.is("from") {
			return r.someOrgs(s, i+2, claim{at: i, status: Former, rule: "left"})
		}
	case "moving", "moved", "went":
		if next.is("to") && s.tokAt(i-1).is("before", "later", "then", "since", "recently", "and") && r.companyAt(s, i+2) {
			return r.someOrgs(s, i+2, claim{at: i, status: Current, rule: "joins"})
		}
	case "interned":
		if next.is("at", "with", "for") {
			return r.someOrgs(s, i+2, claim{at: i, status: Former, roles: []string{"intern"}, rule: "interned"})
		}
	case "sold", "sells", "selling":
		return r.soldOwn(s, i)
	case "started", "launched", "starting", "start", "starts", "launching", "launches", "co-founded":
		return r.startups(s, i)
	case "scaling", "building", "leading", "running", "managing":
		if r.nearAny(s, i, 4, "years", "decade") {
			return r.yearsAt(s, i)
		}
	case "experience", "leadership", "experiences", "roles", "positions", "stints":
		if next.is("at", "with", "from") {
			return r.experience(s, i)
		}
	}
	return nil
}

// timeAfter reports whether "for ten years" or "since 2015" follows the name at token i.
func (r *reading) timeAfter(s *sentence, i int) bool {
	end := r.orgEnd(s, min(i, len(s.toks)-1))
	return s.tokAt(end).is("for", "since")
}

// someOrgs makes a claim for each organisation at token i, if it is one by its entry or its looks.
func (r *reading) someOrgs(s *sentence, i int, c claim) []claim {
	if !r.companyAt(s, i) && !r.openOrg(s, i) {
		return nil
	}
	return r.atOrgs(s, i, c)
}

// ownVenture skips "her startup", "his own company," before the venture's name.
func (r *reading) ownVenture(s *sentence, i int) int {
	if !s.tokAt(i).is("his", "her", "their", "my", "a", "an") {
		return i
	}
	for j := i + 1; j < i+5; j++ {
		if s.tokAt(j).is("startup", "company", "agency", "firm", "consultancy", "business", "venture") {
			j++
			for s.tokAt(j).is(",", "called", "named") {
				j++
			}
			return j
		}
	}
	return i
}

// soldOwn reads "sold her startup X to Y".
func (r *reading) soldOwn(s *sentence, i int) []claim {
	j := r.ownVenture(s, i+1)
	if j == i+1 || !r.openOrg(s, j) && !r.companyAt(s, j) {
		return nil
	}
	o, ok := r.orgAt(s, j)
	if !ok || o.class == techName {
		return nil
	}
	return []claim{{s: s, status: Former, founder: true, roles: []string{"founder"}, org: o, at: i, end: o.to, rule: "founded"}}
}

// startups reads "started his company X", "launched X, a startup for": what is started must be said to be a company.
func (r *reading) startups(s *sentence, i int) []claim {
	j := r.ownVenture(s, i+1)
	if !r.openOrg(s, j) && !r.companyAt(s, j) || s.titleCase {
		return nil
	}
	o, ok := r.orgAt(s, j)
	if !ok || o.class == techName {
		return nil
	}
	if j == i+1 && !r.calledCompany(s, o.to) && !r.surelyFirm(s, i, &o) && !(s.tokAt(i-1).is("to") && r.nearAny(s, i, 5, "left", "leaving", "quit")) {
		return nil
	}
	status := Unknown
	if s.toks[i].is("start") || s.tokAt(o.to).is(",") && s.tokAt(o.to+1).is("which") && s.tokAt(o.to+2).is("makes", "builds", "helps", "is", "provides", "offers", "sells", "runs") {
		status = Current
	}
	return []claim{{s: s, status: status, founder: true, roles: []string{"founder"}, org: o, at: i, end: o.to, rule: "founded"}}
}

// surelyFirm reports whether what a person started is a company by its list or the last word of its name.
func (r *reading) surelyFirm(s *sentence, i int, o *span) bool {
	if !s.toks[i].is("started", "launched", "start") || !r.personNear(s, i) && !s.tokAt(i-1).is("to") {
		return false
	}
	return o.entry != nil && o.class == companyName || o.class == bothName && s.toks[i].is("started") && s.tokAt(o.to).is("to") || o.to-o.from > 1 && orgTails[s.toks[o.to-1].lower]
}

// calledCompany reports whether ", a startup that" follows at token i.
func (r *reading) calledCompany(s *sentence, i int) bool {
	if !s.tokAt(i).is(",", "-", "–", "—", "(") || !s.tokAt(i+1).is("a", "an", "his", "her", "their", "the") {
		return false
	}
	for j := i + 2; j < i+10 && (s.tokAt(j).kind != punct || s.tokAt(j).is("-")); j++ {
		if s.tokAt(j).is("startup", "company", "agency", "firm", "consultancy", "studio") {
			return true
		}
	}
	return false
}

// yearsAt reads the list in "10+ years scaling AI teams at Onfido and Criteo".
func (r *reading) yearsAt(s *sentence, i int) []claim {
	for j := i + 1; j < i+8 && j < len(s.toks); j++ {
		if s.toks[j].is("at") && (r.companyAt(s, j+1) || r.openOrg(s, j+1)) {
			return r.atOrgs(s, j+1, claim{at: i, status: Former, rule: "time-at"})
		}
		if s.toks[j].kind == punct && !s.toks[j].is("-", "/", "&") {
			return nil
		}
	}
	return nil
}

// experience reads "prior analytics leadership at X, Y", "years of experience from X and Y", "roles at companies such as X".
func (r *reading) experience(s *sentence, i int) []claim {
	j := r.likeThese(s, i+2)
	if s.tokAt(i-1).is("developer", "user", "customer") || s.tokAt(i+1).is("with") && !s.tokAt(i+2).is("companies", "firms") {
		return nil
	}
	if !r.companyAt(s, j) && !r.openOrg(s, j) {
		return nil
	}
	return r.atOrgs(s, j, claim{at: i, status: Former, rule: "time-at"})
}

// likeThese skips "biotech companies, including" and "scaleups like" before the names of employers.
func (r *reading) likeThese(s *sentence, i int) int {
	j := i
	for j < i+3 && s.tokAt(j).letters == lowerCase && !employers[s.tokAt(j).lower] {
		j++
	}
	if s.tokAt(j+1).is("-") && s.tokAt(j+2).is("ups") {
		j += 2 // "scale-ups"
	}
	if !employers[s.tokAt(j).lower] {
		return i
	}
	if j++; s.tokAt(j).is(",", "(") {
		j++
	}
	switch {
	case s.tokAt(j).is("like", "including"):
		return j + 1
	case s.tokAt(j).is("such") && s.tokAt(j+1).is("as"):
		return j + 2
	}
	return i
}

// employers are what employers are called together.
var employers = map[string]bool{"companies": true, "startups": true, "firms": true, "organizations": true, "organisations": true, "places": true, "brands": true, "scaleups": true,
	"ups": true, "institutions": true, "universities": true, "agencies": true, "giants": true, "labs": true, "banks": true, "employers": true, "outfits": true, "publications": true,
	"newspapers": true, "studios": true, "shops": true, "consultancies": true, "unicorns": true, "names": true, "businesses": true, "corporations": true, "enterprises": true}
