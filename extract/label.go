package extract

import "strings"

// linkLabels takes the beginning of a label for a technology when the URL spells it:
// [react-zorm](https://github.com/esamattis/react-zorm), [orf/gping: Ping, but with a graph](https://github.com/orf/gping),
// [aper](https://aper.dev).
func (r *reading) linkLabels(s *sentence) {
	for _, l := range s.src.linksIn(s.start, s.end) {
		if l.end > s.end {
			continue
		}
		from, to := s.tokensIn(l.start, l.end)
		if l.bare {
			// "SQLSync: https://sqlsync.dev"
			from, to = 0, from-1
			if s.kind != linkLine || to < 1 || !s.toks[to].is(":") {
				continue
			}
		}
		if !l.bare && strings.Contains(s.src.text[l.start:l.end], "://") {
			continue // an address, no name
		}
		if !l.bare {
			r.labelDefines(s, from, to)
		}
		home, spelled := projectOf(s.src.raw[l.rawStart:l.rawEnd])
		if r.makersLabel(s, l, from, to) || r.pageLabel(s, l, from, to, home == homeProject) {
			continue
		}
		if len(spelled) == 0 {
			continue
		}
		found := false
		for _, start := range [...]int{r.pastOwner(s, from, to), pastColon(s, from, to)} {
			if found = r.labelName(s, l, home, spelled, start, to); found {
				break
			}
		}
		for k := from + 1; k < to && !found && home == homeProject && !l.bare; k++ {
			found = r.innerName(s, l, spelled, k, to) // "Jeroen's elm-review-simplify package"
		}
	}
}

// labelDefines reads a label that tells what the thing is it begins with: "Zapcc: a faster C++ compiler".
func (r *reading) labelDefines(s *sentence, from, to int) {
	if from+2 >= to || s.spanAt(from) != nil || !s.toks[from].capital() || r.x.has(&s.toks[from], ordinaryWord|functionWord|givenName|monthOrDay) || s.toks[from].kind != word {
		return
	}
	n := from + 1
	if s.toks[n].is(":") && !s.toks[n+1].glued {
		n++
	} else if !s.toks[n].is("a", "an") {
		return
	}
	for n < to && s.toks[n].is("a", "an", "the", "new") {
		n++
	}
	if n+1 < to && (s.toks[n].letters == lowerCase || s.toks[n-1].is("a", "an")) && r.nounClass(s, n) == techName && r.personByKey[foldName(s.text(from, from+1))] == nil {
		r.openTech(s, from, from+1, "label")
	}
}

// labelName marks the beginning of a label, from token from on, that the URL spells; it reports whether it found one.
func (r *reading) labelName(s *sentence, l link, home homeKind, spelled []string, from, to int) bool {
	for n := min(to, from+5); n > from; n-- {
		if !r.labelBreak(s, n, to) {
			continue
		}
		label := s.text(from, n)
		if !spells(spelled, label) {
			continue
		}
		if home == homeSite && r.orgLabel(s, from, n) {
			r.openCompany(s, from, n, "link")
			return true
		}
		if home == homeSite && eventName(label) {
			return false
		}
		if n > from+1 && s.spanAt(from) == nil && (s.toks[n-1].letters == lowerCase && !s.toks[n-1].glued || s.toks[n-1].is("libraries", "examples", "repos", "packages")) && r.plainWords(s, from+1, n) {
			return false // "Public speaking", "Heapworks Libraries": what is there, no name
		}
		if home == homeProject && strings.HasSuffix(siteOf(s.src.raw[l.rawStart:l.rawEnd]), ".github.io") && (r.plainWords(s, from, n) || s.toks[n-1].is("tutorial", "slides", "talk")) {
			return false // somebody's pages
		}
		if home == homeSite && (!r.siteOfTech(s, l, from, n, to) || r.personal(label)) {
			return false
		}
		if start, _ := s.tokensIn(l.start, l.end); start < from && s.toks[from-1].is("/") {
			s.drop(start, from-1)
		}
		if r.isCompany(label) {
			return true
		}
		if sp := s.spanAt(from); sp != nil && sp.class == companyName && sp.entry != nil && sp.from == from && sp.to == n && home == homeProject {
			r.openTech(s, from, n, "link") // a company of that name is not what the repository holds
			return true
		}
		if sp := s.spanAt(from); sp != nil && sp.to >= n {
			if sp.to == n && (sp.class == techName || sp.class == bothName) {
				sp.weak = false
			}
			return true
		}
		r.openTech(s, from, n, "link")
		return true
	}
	return false
}

// siteTails end the names of companies where the name is that of a site.
var siteTails = map[string]bool{"school": true, "software": true, "studio": true, "capital": true, "group": true, "partners": true, "media": true, "security": true, "games": true, "robotics": true}

// firmTails do so even after plain words.
var firmTails = map[string]bool{"systems": true, "networks": true, "solutions": true}

// orgLabel reports whether a label is the name of an organisation by its last word: "Obsidian Systems".
func (r *reading) orgLabel(s *sentence, from, n int) bool {
	last := &s.toks[n-1]
	return n > from+1 && !last.glued && last.capital() && s.toks[from].capital() && (firmTails[last.lower] || !r.plainWords(s, from, n) && (siteTails[last.lower] || strongTails[last.lower]))
}

// makersLabel reads [Laravel Cashier](https://laravel.com/docs/billing/cashier): a listed name and the rest of a
// product's, both spelled by the URL.
func (r *reading) makersLabel(s *sentence, l link, from, to int) bool {
	head := s.spanAt(from)
	if l.bare || head == nil || head.from != from || head.class == personName || head.class == otherName || head.to >= to || to-head.to > 2 {
		return false
	}
	for j := head.to; j < to; j++ {
		if t := &s.toks[j]; t.glued || !t.capital() || r.x.has(t, techNoun|roleHead) || r.x.has(t, ordinaryWord) && strings.HasSuffix(t.lower, "s") || s.spanAt(j) != nil && s.spanAt(j).class == personName {
			return false
		}
	}
	host, path, _ := strings.Cut(strings.TrimPrefix(strings.ToLower(s.src.raw[l.rawStart:l.rawEnd]), "https://"), "/")
	if !strings.Contains(foldName(host), foldName(s.text(from, head.to))) {
		return false
	}
	rest := foldName(s.text(head.to, to))
	first, _, _ := strings.Cut(host, ".")
	found := foldName(first) == rest
	for p := range strings.SplitSeq(path, "/") {
		found = found || foldName(p) == rest
	}
	if found {
		r.openTech(s, from, to, "link")
	}
	return found
}

// innerName marks a name within a label that the URL of a project spells.
func (r *reading) innerName(s *sentence, l link, spelled []string, k, to int) bool {
	if t := &s.toks[k]; t.glued || t.kind != word || t.letters == lowerCase && r.x.has(t, ordinaryWord|functionWord|techNoun) {
		return false
	}
	return r.labelName(s, l, homeProject, spelled, k, to)
}

// isCompany reports whether the episode introduced the name as an organisation's.
func (r *reading) isCompany(name string) bool {
	for _, o := range r.openNames {
		if o.class == companyName && o.name == name {
			return true
		}
	}
	return false
}

// pastColon skips what introduces the name: "Pick: somo".
func pastColon(s *sentence, from, to int) int {
	for j := from; j < to && j < from+4; j++ {
		if s.toks[j].is(":") {
			return j + 1
		}
	}
	return to
}

// personal reports whether a label is somebody's own site or handle, or no more than a domain.
func (r *reading) personal(label string) bool {
	if i := strings.LastIndexByte(label, '.'); i > 0 && domains[strings.ToLower(label[i+1:])] && (label == strings.ToLower(label) || strings.HasSuffix(label, ".com")) {
		return true
	}
	return r.profiles()[foldName(label)]
}

// profiles returns the folded handles of the profiles that the episode links to.
func (r *reading) profiles() map[string]bool {
	if r.profileSet != nil {
		return r.profileSet
	}
	r.profileSet = map[string]bool{}
	for _, l := range r.body.links {
		u := r.body.raw[l.rawStart:l.rawEnd]
		switch siteOf(u) {
		case "github.com":
			if strings.Count(strings.Trim(u, "/"), "/") != 3 {
				continue // a repository, nobody's page
			}
		case "twitter.com", "x.com", "linkedin.com":
		default:
			continue
		}
		r.profileSet[foldName(nameHandles(u)[1])] = true
	}
	return r.profileSet
}

// pastOwner skips "GitHub - " and the owner in "owner/repo".
func (r *reading) pastOwner(s *sentence, from, to int) int {
	if from+2 < to && s.toks[from].is("github", "crate", "npm") && s.toks[from+1].is("-", ":") {
		from += 2
	}
	for j := from; j+1 < to && j < from+6; j++ {
		if s.toks[j].is("/") && s.toks[j].glued && s.toks[j+1].glued {
			return j + 1
		}
		if j > from && !s.toks[j].glued {
			break
		}
	}
	return from
}

// labelBreak reports whether a label's name may end before token n.
func (r *reading) labelBreak(s *sentence, n, to int) bool {
	if s.toks[n-1].kind == punct && !s.toks[n-1].glued {
		return false
	}
	return n == to || !s.toks[n].glued && r.x.has(&s.toks[n], techNoun) || s.toks[n].kind == punct && (!s.toks[n].glued || s.toks[n].is(":", ",", "(")) || s.toks[n-1].kind != punct && s.toks[n].kind == word && s.toks[n].letters == lowerCase && !s.toks[n].glued
}
