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
		if !l.bare {
			r.labelDefines(s, from, to)
		}
		home, spelled := projectOf(s.src.raw[l.rawStart:l.rawEnd])
		if len(spelled) == 0 {
			continue
		}
		for _, start := range [...]int{r.pastOwner(s, from, to), pastColon(s, from, to)} {
			if r.labelName(s, l, home, spelled, start, to) {
				break
			}
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
		if home == homeSite && (!r.siteOfTech(s, l, from, n, to) || r.personal(label)) {
			return false
		}
		if start, _ := s.tokensIn(l.start, l.end); start < from && s.toks[from-1].is("/") {
			s.drop(start, from-1)
		}
		if r.isCompany(label) {
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
	w := foldName(label)
	for _, l := range r.body.links {
		u := r.body.raw[l.rawStart:l.rawEnd]
		if h := strings.TrimPrefix(hostOf(u), "www."); h == "twitter.com" || h == "x.com" || h == "linkedin.com" {
			if foldName(nameHandles(u)[1]) == w {
				return true
			}
		} else if h == "github.com" && foldName(nameHandles(u)[1]) == w && strings.Count(strings.Trim(u, "/"), "/") == 3 {
			return true // somebody's page, not a repository
		}
	}
	return false
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
	return n == to || !s.toks[n].glued && r.x.has(&s.toks[n], techNoun) || s.toks[n].kind == punct && (!s.toks[n].glued || s.toks[n].is(":", ",", "(")) || s.toks[n-1].kind != punct && s.toks[n].kind == word && s.toks[n].letters == lowerCase && !s.toks[n].glued
}

// A homeKind is what kind of page a link leads to.
type homeKind uint8

// projectOf returns the folded names a URL spells for what it is the home of.
func projectOf(url string) (homeKind, []string) {
	u := strings.ToLower(url)
	if i := strings.Index(u, "://"); i >= 0 {
		u = u[i+3:]
	}
	u = strings.TrimPrefix(u, "www.")
	u, _, _ = strings.Cut(u, "?")
	u, _, _ = strings.Cut(u, "#")
	parts := strings.Split(strings.Trim(u, "/"), "/")
	if name, ok := packagePage(parts); ok {
		return homeProject, []string{foldName(name)}
	}
	switch parts[0] {
	case "github.com", "gitlab.com", "codeberg.org", "git.sr.ht", "bitbucket.org":
		if len(parts) >= 3 {
			return homeProject, []string{foldName(parts[2])}
		}
		return noHome, nil
	case "docs.rs", "lib.rs", "pkg.go.dev":
		var out []string
		for _, p := range parts[1:] {
			out = append(out, foldName(p))
		}
		return homeProject, out
	case "twitter.com", "x.com", "linkedin.com", "youtube.com", "youtu.be", "medium.com", "reddit.com", "en.wikipedia.org", "meetup.com", "facebook.com", "instagram.com", "amazon.com", "patreon.com":
		return noHome, nil
	}
	if len(parts) > 2 {
		return noHome, nil
	}
	labels := strings.Split(parts[0], ".")
	out := []string{foldName(parts[0])}
	if len(labels) >= 2 {
		out = append(out, foldName(labels[len(labels)-2]))
		for _, w := range [...]string{"js", "lang", "db", "app", "hq", "labs", "project"} {
			if t, ok := strings.CutSuffix(foldName(labels[len(labels)-2]), w); ok && len(t) > 2 {
				out = append(out, t)
			}
		}
		if len(labels) > 2 {
			out = append(out, foldName(labels[0]))
		}
	}
	return homeSite, out
}

// spells reports whether one of the URL's names is the label's.
func spells(names []string, label string) bool {
	w := foldName(label)
	if len(w) < 2 {
		return false
	}
	for _, n := range names {
		if n == w || len(w) > 3 && (n == w+"js" || n == w+"rs" || n == w+"lang" || n == "get"+w || n == "go"+w || n == w+"app" || n == w+"hq") {
			return true
		}
	}
	return false
}

// siteOfTech tells the site of a product from that of a person or company: its name is one word, its domain is one
// that projects take, or a technical noun describes it.
func (r *reading) siteOfTech(s *sentence, l link, from, n, to int) bool {
	if r.personByKey[foldName(s.text(from, n))] != nil {
		return false
	}
	for j := n; j < len(s.toks) && j < n+14; j++ {
		t := &s.toks[j]
		if r.x.has(t, techNoun) {
			return true
		}
		if companyNouns[t.lower] {
			return false
		}
		if t.kind == word && t.is("foundation", "conference", "podcast", "blog", "newsletter", "book", "meetup", "community", "course", "festival", "event", "fund") {
			return false
		}
	}
	words := 1
	for j := from + 1; j < n; j++ {
		if !s.toks[j].glued {
			words++
		}
	}
	host := hostOf(s.src.raw[l.rawStart:l.rawEnd])
	tld := host[strings.LastIndexByte(host, '.')+1:]
	switch tld {
	case "dev", "rs", "sh", "io", "app", "js":
		return words <= 2
	case "org", "net", "tools", "design", "new":
		return words == 1 && s.toks[from].letters != upperCase
	}
	return words == 1 && (s.toks[from].letters == lowerCase || s.toks[from].letters == mixedCase) && to == n
}

// packagePage gives the name of a package whose page in an index a link leads to: …/package/react, …/project/flask.
func packagePage(parts []string) (string, bool) {
	if len(parts) < 3 {
		return "", false
	}
	switch parts[1] {
	case "package", "packages", "project", "crates", "gems":
		return parts[len(parts)-1], true
	}
	return "", false
}
