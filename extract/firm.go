package extract

// firms finds organisations no list holds by what is said of them: what is called a company, what raises money or is sold,
// whose engineers speak, at which one works.
func (r *reading) firms(s *sentence) {
	for i := range s.toks {
		t := &s.toks[i]
		if t.kind != word || t.letters == noCase {
			continue
		}
		switch t.lower {
		case "at", "from":
			r.firmPlace(s, i)
		case "of":
			if crew[s.tokAt(i-1).lower] {
				r.firmAt(s, i+1, true)
			}
		case "how":
			r.firmHow(s, i)
		case "left", "quit", "quitting", "leaving", "joined", "joining", "sold", "cofounded", "founded", "founding":
			r.firmVerb(s, i)
		default:
			switch {
			case t.capital():
				r.firmSubject(s, i)
			case !r.x.has(t, functionWord) && companyNouns[t.lower]:
				r.firmNoun(s, i)
			}
		}
	}
}

// firmAt marks the unlisted name at token i as an organisation's; a strict one must have a word the dictionary lacks.
func (r *reading) firmAt(s *sentence, i int, strict bool) bool {
	i = pastArticle(s, i)
	to := r.firmEnd(s, i, strict)
	if to == 0 {
		return false
	}
	r.openCompany(s, i, to, "firm")
	return true
}

// pastArticle skips "the" and quotation marks before a name.
func pastArticle(s *sentence, i int) int {
	for s.tokAt(i).is("the", "\"", "'", "“", "‘") && s.tokAt(i).letters != titleCase {
		i++
	}
	return i
}

// firmEnd returns where the unlisted name of an organisation at token i ends, or 0.
func (r *reading) firmEnd(s *sentence, i int, strict bool) int {
	t := s.tokAt(i)
	if i >= len(s.toks) || s.titleCase || s.spanAt(i) != nil || !t.capital() || i > 0 && t.glued && !s.toks[i-1].is("\"", "'", "“", "‘", "(") || r.x.has(t, functionWord|monthOrDay|roleHead) {
		return 0
	}
	to := r.orgEnd(s, i)
	if to == i || to-i > 4 || r.personByKey[foldName(s.text(i, to))] != nil || eventName(s.text(i, i+1)) || eventTails[s.toks[to-1].lower] {
		return 0
	}
	coined := false
	for j := i; j < to; j++ {
		w := &s.toks[j]
		if w.kind == number && w.end-w.start == 4 {
			return 0 // a year's event
		}
		coined = coined || w.kind == word && !r.x.has(w, ordinaryWord|givenName|functionWord|roleModifier|monthOrDay) && s.spanAt(j) == nil
		if sp := s.spanAt(j); sp != nil && (j == i || sp.class == techName || sp.class == personName) {
			return 0
		}
	}
	if !coined && (strict || to == i+1) || r.x.has(t, givenName) && to == i+1 {
		return 0
	}
	if n := s.tokAt(to); n.kind == number || n.is("-", "/") && n.glued || t.letters == upperCase && to == i+1 && (t.end-t.start < 3 || strict && pluralAcronym(s.text(i, to))) {
		return 0
	}
	return to
}

// eventTails end the names of gatherings and of what is published.
var eventTails = map[string]bool{"conference": true, "conf": true, "summit": true, "meetup": true, "camp": true, "day": true, "days": true, "fest": true, "festival": true, "hackathon": true, "week": true, "podcast": true, "show": true,
	"forum": true, "symposium": true, "workshop": true, "congress": true, "expo": true, "awards": true, "newsletter": true, "magazine": true, "weekly": true, "radio": true, "tour": true, "bootcamp": true}

// firmNoun reads "a company called X", "my startup, X,".
func (r *reading) firmNoun(s *sentence, i int) {
	j := i + 1
	switch {
	case s.tokAt(j).is("called", "named", "dubbed"):
		r.firmAt(s, j+1, false)
	case s.tokAt(j).is("known") && s.tokAt(j+1).is("as"):
		r.firmAt(s, j+2, false)
	case s.tokAt(j).is(",", ":") && r.nearAny(s, i, 3, "his", "her", "their", "my", "our", "own", "first", "latest", "new", "current"):
		if to := r.firmEnd(s, j+1, false); to > 0 && (to == len(s.toks) || s.toks[to].is(",", ".", ";", ")")) {
			r.openCompany(s, j+1, to, "firm")
		}
	}
}

// crew are those who work for whom "at", "from" and "of" name.
var crew = map[string]bool{"founders": true, "cofounders": true, "employees": true, "employee": true, "ceo": true, "cto": true, "customers": true, "alumni": true, "acquisition": true, "shareholders": true, "investors": true, "headquarters": true, "offices": true}

// atWork are words of a sentence about somebody's work.
var atWork = map[string]bool{"work": true, "works": true, "worked": true, "working": true, "job": true, "jobs": true, "role": true, "roles": true, "position": true, "career": true, "desk": true, "engineer": true, "engineers": true, "engineering": true,
	"developer": true, "developers": true, "founders": true, "team": true, "teams": true, "folks": true, "people": true, "employed": true, "internship": true, "interned": true, "intern": true, "colleagues": true, "hired": true, "culture": true, "leads": true,
	"led": true, "lead": true, "scientist": true, "researcher": true, "researchers": true, "designer": true, "manager": true, "architect": true, "consultant": true, "supporting": true, "friends": true, "crew": true, "staff": true, "sre": true}

// firmPlace reads "the team at X", "engineers from X", "supporting founders at X".
func (r *reading) firmPlace(s *sentence, i int) {
	near := i - 6
	if !s.toks[i].is("at") {
		near = i - 2
	}
	work := false
	for j := i - 1; j >= 0 && j >= near; j-- {
		t := &s.toks[j]
		if t.kind == punct && !t.is(",", "-", "/", "'", "&") || t.is("speak", "spoke", "talk", "talked", "talks", "speaking", "met", "keynote", "presented", "recorded", "live", "held", "look") {
			return
		}
		work = work || atWork[t.lower]
	}
	if work && !inPlaceAt(s, i+1) {
		r.firmAt(s, i+1, true)
	}
}

// inPlaceAt reports whether a place follows the name at token i: "developers from Ballarat, Australia".
func inPlaceAt(s *sentence, i int) bool {
	for j := i; j < i+4; j++ {
		if s.tokAt(j).is(",") {
			sp := s.spanAt(j + 1)
			return sp != nil && sp.class == otherName && sp.kind == "place"
		}
	}
	return false
}

// firmHow reads "How X moved to Rust".
func (r *reading) firmHow(s *sentence, i int) {
	to := r.firmEnd(s, i+1, true)
	if to > 0 && s.tokAt(to).is("uses", "used", "moved", "migrated", "migrates", "adopted", "built", "builds", "switched", "grew", "hires", "hired", "saved", "raised", "deploys", "ships", "rebuilt", "rewrote", "cut", "reduced") {
		r.openCompany(s, i+1, to, "firm")
	}
}

// firmVerb reads "left X to", "joined X as", "sold X in": X is done with as only an organisation is.
func (r *reading) firmVerb(s *sentence, i int) {
	to := r.firmEnd(s, i+1, true)
	if to == 0 || s.toks[i].is("joined") && r.x.has(s.tokAt(i+1), givenName) {
		return
	}
	if n := s.tokAt(to); to == len(s.toks) || n.is("as", "to", "in", "when", "after", "before", "where", ".", "and", "back", "because") || n.is(",", "for") && !s.toks[i].is("left") {
		r.openCompany(s, i+1, to, "firm")
	}
}

// firmSubject reads "X raised $5M", "X (YC S20)", "X (acquired by Y)", "X's employees", "X Inc.".
func (r *reading) firmSubject(s *sentence, i int) {
	if i > 0 && s.toks[i-1].kind == word && s.toks[i-1].capital() && !s.toks[i].glued && !r.opensSentence(s, i-1) {
		return // not where the name begins
	}
	to := r.firmEnd(s, i, false)
	if to == 0 || r.plainWords(s, i, to) && r.opensSentence(s, i) {
		return
	}
	n, after := s.tokAt(to), s.tokAt(to+1)
	switch {
	case n.is("raised", "raises", "raising") && (after.is("$", "€", "£", "a", "its", "money", "funding", "millions", "another") || after.kind == number),
		n.is("(") && (after.is("yc", "acquired") || after.is("y") && s.tokAt(to+2).is("combinator") || after.is("now") && s.tokAt(to+2).is("part")),
		n.is(",") && after.is("acquired") && s.tokAt(to+2).is("by"),
		n.is("was") && after.is("acquired", "bought") && s.tokAt(to+2).is("by", "in"),
		n.is("got") && after.is("acquired"),
		n.is("'", "’") && n.glued && after.is("s") && firmOwns[s.tokAt(to+2).lower]:
		r.openCompany(s, i, to, "firm")
	case legalTails[s.toks[to-1].lower] && to > i+1 && s.toks[to-1].capital():
		r.openCompany(s, i, to, "org-name")
	}
}

// firmOwns are what organisations have and products do not.
var firmOwns = map[string]bool{"employees": true, "engineers": true, "engineering": true, "ceo": true, "cto": true, "culture": true, "headquarters": true, "acquisition": true, "ipo": true, "funding": true, "investors": true, "hiring": true, "valuation": true, "revenue": true,
	"recruiters": true, "shareholders": true, "founders": true, "cofounders": true, "layoffs": true, "business": true}

// legalTails are forms of companies.
var legalTails = map[string]bool{"llp": true, "plc": true, "inc": true, "llc": true, "ltd": true, "gmbh": true, "bv": true, "oy": true, "srl": true, "pty": true}
