package extract

import "strings"

// runsOn lengthens a listed name by the capitalised words after it that end the clause, where only an employer can stand:
// "engineer at Just Eat Basket, and …". Words of a role or a unit are no part of it.
func (r *reading) runsOn(s *sentence, sp span) span {
	if s.kind != prose || s.titleCase || s.src.in != "" || sp.entry == nil || sp.common() {
		return sp
	}
	end := sp.to
	for end < len(s.toks) && end < sp.to+3 {
		t := &s.toks[end]
		if t.kind != word || t.letters != titleCase || t.glued || s.spanAt(end) != nil || r.x.has(t, functionWord|monthOrDay|roleHead|roleModifier|givenName) || units[t.lower] {
			break
		}
		end++
	}
	if end == sp.to || end < len(s.toks) && !s.toks[end].is(",", ".", ";", ")", "and", "where", "who", "with") {
		return sp
	}
	return span{from: sp.from, to: end, class: companyName, name: strings.Join(strings.Fields(s.text(sp.from, end)), " "), rule: "slot"}
}

// units are parts of an organisation, named after it: "the Google Search team", "Microsoft Office".
var units = map[string]bool{"team": true, "office": true, "search": true, "maps": true, "division": true, "developer": true, "engineering": true, "core": true,
	"fellow": true, "fellows": true, "germany": true, "france": true, "india": true, "europe": true, "uk": true, "us": true, "brain": true}

// inCharge reads "was in charge of operations and security for Renovia".
func (r *reading) inCharge(s *sentence, i int) []claim {
	if !s.toks[i].is("charge") || !s.tokAt(i-1).is("in") || !s.tokAt(i+1).is("of") {
		return nil
	}
	status := Current
	if s.tokAt(i-2).is("was", "were", "been") {
		status = Former
	}
	for j := i + 2; j < i+12 && j < len(s.toks); j++ {
		if s.toks[j].is("for", "at") && s.tokAt(j+1).capital() && (r.companyAt(s, j+1) || r.openOrg(s, j+1)) {
			return r.atOrgs(s, j+1, claim{at: i, status: status, rule: "led-at"})
		}
		if s.toks[j].is(".", ";", "(", "that", "which", "who") {
			return nil
		}
	}
	return nil
}

// teamAfter reports whether a capitalised name is only what a team does: "leads Site Reliability Engineering teams".
func teamAfter(s *sentence, i int) bool {
	return s.tokAt(i).is("team", "teams", "efforts", "engineering", "group", "groups", "work", "development", "initiatives", "projects", "program", "programs", "workshops", "courses", "trainings", "meetup")
}

// firmCalled skips "the DevOps consultancy" before the firm's name, and returns where that begins, or i.
func firmCalled(s *sentence, i int) int {
	if !s.tokAt(i).is("the", "a", "an", "his", "her", "their") {
		return i
	}
	for j := i + 1; j < i+8 && s.tokAt(j).kind == word; j++ {
		if s.toks[j].is("called", "named") {
			for j++; s.tokAt(j).is("'", "\"", "the"); {
				j++
			}
			return j
		}
		if s.toks[j].is("team", "company", "agency", "firm", "consultancy", "startup", "studio") && s.tokAt(j+1).capital() {
			return j + 1
		}
	}
	return i
}
