package extract

// strongTails end the names of organisations wherever they stand.
var strongTails = map[string]bool{"inc": true, "ltd": true, "llc": true, "gmbh": true, "corp": true, "university": true, "foundation": true, "institute": true,
	"college": true, "laboratory": true, "laboratories": true, "corporation": true, "technologies": true, "entertainment": true, "ventures": true, "studios": true, "commission": true, "labs": true, "consulting": true, "academy": true, "museum": true}

// officeTails end the names of authorities and of bodies of members.
var officeTails = map[string]bool{"agency": true, "administration": true, "authority": true, "association": true, "consortium": true, "alliance": true, "bureau": true, "ministry": true}

// universities are what universities are called in other languages; their names follow.
var universities = map[string]bool{"universidad": true, "universidade": true, "universität": true, "universitat": true, "université": true, "universiteit": true, "università": true, "universitas": true, "politecnico": true, "hochschule": true, "école": true, "ecole": true}

// orgNamed finds organisations that say so: "University of Toronto", "Inlight Entertainment".
func (r *reading) orgNamed(s *sentence) {
	if s.kind == linkLine {
		r.showEntry(s)
	}
	for i := 0; i < len(s.toks); i++ {
		t := &s.toks[i]
		if t.kind != word || t.letters != titleCase && t.letters != upperCase {
			continue
		}
		switch {
		case t.is("university", "institute", "college", "bank", "academy", "ministry", "department", "center", "centre", "museum", "society", "school") && i+2 < len(s.toks) && s.toks[i+1].is("of", "for") && (s.toks[i+2].capital() || s.toks[i+2].is("the")):
			i = max(i, r.nameOf(s, i)-1)
		case universities[t.lower] && !s.titleCase:
			i = max(i, r.foreignUniversity(s, i)-1)
		case t.letters == titleCase && i > 0 && !t.glued && companyNouns[s.toks[i-1].lower] && s.toks[i-1].letters == lowerCase && s.spanAt(i) == nil && !r.x.has(t, functionWord|monthOrDay):
			if to := r.orgEnd(s, i); to > i && !(to == i+1 && r.x.has(t, givenName)) {
				r.openCompany(s, i, to, "company-noun")
			}
		case officeTails[t.lower] && t.letters == titleCase && i > 0 && !t.glued && !s.titleCase && s.toks[i-1].capital():
			r.authority(s, i)
		case strongTails[t.lower] && i > 0 && !t.glued && (!s.titleCase || i < 4 && !s.tokAt(i+1).capital() && s.spanAt(0) == nil && !r.plainWords(s, 0, i)) && s.toks[i-1].kind == word && s.toks[i-1].capital():
			from := i - 1
			for from > 0 && s.toks[from-1].kind == word && s.toks[from-1].capital() && !s.toks[from].glued && !r.x.has(&s.toks[from-1], functionWord) && !r.opensSentence(s, from-1) {
				from--
			}
			for from < i && (r.x.has(&s.toks[from], functionWord)) {
				from++
			}
			if sp := s.spanAt(i); from < i && (sp == nil || sp.from > from) && !r.isPerson(s, from) {
				r.openCompany(s, from, i+1, "org-name")
			}
		}
	}
}

// nameOf reads "University of California, Riverside", "Kellogg School of Management", and returns where the name ends, or 0.
func (r *reading) nameOf(s *sentence, i int) int {
	from := i
	for from > 0 && s.toks[from-1].capital() && !s.toks[from].glued && !r.isPerson(s, from-1) && !r.x.has(&s.toks[from-1], functionWord) {
		if sp := s.spanAt(from - 1); sp != nil && sp.class != otherName && (sp.class != companyName || s.toks[i].is("university", "bank")) {
			break
		}
		from--
	}
	to := i + 2
	if s.toks[to].is("the") {
		to++
	}
	for to < len(s.toks) && (s.toks[to].capital() || s.toks[to].is("and", "of") && to+1 < len(s.toks) && s.toks[to+1].capital()) && !s.toks[to].glued {
		if s.toks[to].kind == punct {
			break
		}
		to++
	}
	if to == i+2 {
		return 0
	}
	if s.toks[i].is("university") {
		to = campus(s, to)
	}
	if s.toks[i].is("department") && r.ofUniversity(s, from, to) {
		return to
	}
	r.openCompany(s, from, to, "org-name")
	return to
}

// campus returns the end of a university's name with the place of its part: "California, Riverside", "Illinois at Urbana-Champaign".
func campus(s *sentence, to int) int {
	j := to + 1
	switch n := s.tokAt(to); {
	case n.is(",") && s.tokAt(to-1).is("california", "wisconsin", "texas", "illinois", "massachusetts", "maryland", "carolina", "michigan", "minnesota", "nebraska", "colorado", "alabama"):
	case n.is("at", "in") && s.tokAt(to-1).is("texas", "illinois", "carolina", "massachusetts", "buffalo", "munich", "zurich"):
	default:
		return to
	}
	for j < to+3 && s.tokAt(j).kind == word && s.toks[j].letters == titleCase && !s.toks[j].glued {
		j++
		for s.tokAt(j).is("-") && s.tokAt(j).glued && s.tokAt(j+1).glued {
			j += 2
		}
	}
	if j == to+1 || s.tokAt(to).is(",") && s.tokAt(j).is(",") && s.tokAt(j+1).capital() {
		return to
	}
	return j
}

// ofUniversity reports whether a department is a part of what is named beside it: "Department of Physics at ETH", "Stanford's".
func (r *reading) ofUniversity(s *sentence, from, to int) bool {
	if s.tokAt(from-1).is("'", "s", "university") && !s.tokAt(from-1).is("u") {
		return true
	}
	for j := to; j < to+7 && s.tokAt(j).kind != urlToken && !s.tokAt(j).is(".", ";", "("); j++ {
		if s.tokAt(j).is("at", "of") && (s.tokAt(j+1).capital() || s.tokAt(j+1).is("the")) {
			return true
		}
	}
	return false
}

// foreignUniversity reads "Universidad Rey Juan Carlos", "Université de Montréal", and returns where the name ends, or 0.
func (r *reading) foreignUniversity(s *sentence, i int) int {
	from, to := i, i+1
	for from > 0 && s.toks[from-1].letters == titleCase && !s.toks[from].glued && !r.opensSentence(s, from-1) && s.spanAt(from-1) == nil && !r.x.has(&s.toks[from-1], functionWord) {
		from--
	}
	for to < len(s.toks) && to < i+6 && !s.toks[to].glued && (s.toks[to].capital() || s.toks[to].is("de", "da", "do", "di", "del", "degli", "der", "van") && s.tokAt(to+1).capital()) {
		to++
	}
	if to == i+1 && from == i {
		return 0
	}
	r.openCompany(s, from, to, "org-name")
	return to
}

// authority reads "Cybersecurity and Infrastructure Security Agency", "Linux Professionals Association" at its last word.
func (r *reading) authority(s *sentence, i int) {
	from := i
	for from > 0 && i-from < 6 && !s.toks[from].glued {
		p := &s.toks[from-1]
		if p.is("and", "&", "of") && from > 1 && s.toks[from-2].capital() && s.toks[i].is("agency", "administration", "authority") && s.spanAt(from-2) == nil {
			from -= 2
			continue
		}
		if !p.capital() || p.kind != word || r.x.has(p, functionWord) || s.spanAt(from-1) != nil && s.spanAt(from-1).class == personName || r.opensSentence(s, from-1) && r.x.has(p, ordinaryWord) && from < i {
			break
		}
		from--
	}
	to := i + 1
	if s.tokAt(to).is("of", "for") && s.tokAt(to+1).capital() && !s.toks[i].is("agency") {
		for to++; to < i+5 && s.tokAt(to).capital() && !s.toks[to].glued; to++ {
			continue
		}
	}
	if to-from > 1 && !s.toks[i-1].is("certificate", "registration") && (i-from > 1 || !r.plainWords(s, from, i)) {
		r.openCompany(s, from, to, "org-name")
	}
}
