package extract

import "strings"

// A homeKind is what kind of page a link leads to.
type homeKind uint8

const (
	noHome      homeKind = iota
	homeProject          // a repository, or a package's page
	homeSite             // a site of its own
)

// projectOf returns the folded names a URL spells for what it is the home of.
func projectOf(url string) (homeKind, []string) {
	u, _, _ := strings.Cut(address(url), "?")
	u, _, _ = strings.Cut(u, "#")
	parts := strings.Split(strings.Trim(u, "/"), "/")
	if name, ok := packagePage(parts); ok {
		return homeProject, []string{foldName(name)}
	}
	if name, ok := encyclopedic(parts); ok {
		return homeProject, []string{foldName(name)}
	}
	if name, ok := manualPage(parts); ok {
		return homeProject, []string{foldName(name)}
	}
	if name, ok := storePage(parts); ok {
		return homeProject, []string{foldName(name)}
	}
	switch parts[0] {
	case "github.com", "gitlab.com", "codeberg.org", "git.sr.ht", "bitbucket.org":
		if len(parts) >= 3 {
			return homeProject, repoNames(parts[2])
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
		for _, w := range [...]string{"js", "lang", "db", "app", "hq", "labs", "project", "framework"} {
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
	if n-from > 1 && r.x.has(&s.toks[n-1], techNoun) && !s.toks[n-1].is("app", "site", "platform", "project", "tool", "tools", "code", "bindings", "server", "db", "database") {
		return true // "GraphQL Editor"
	}
	if n-from > 2 && s.toks[n-1].is("js") && s.toks[n-1].glued {
		return true
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
	last := parts[len(parts)-1]
	if len(parts) > 4 && parts[len(parts)-2] == "versions" {
		last = parts[len(parts)-3]
	} else if len(parts) > 3 && (last == "latest" || last[:min(1, len(last))] >= "0" && last[:min(1, len(last))] <= "9") {
		last = parts[len(parts)-2]
	}
	switch parts[1] {
	case "package", "packages", "project", "crates", "gems":
		return last, true
	}
	return "", false
}

// storePage gives the name of a program whose page in a store of extensions, or whose page of a code host, a link leads to.
func storePage(parts []string) (string, bool) {
	switch host := parts[0]; {
	case host == "chrome.google.com" && len(parts) > 3 && parts[1] == "webstore" && parts[2] == "detail", host == "chromewebstore.google.com" && len(parts) > 2 && parts[1] == "detail":
		return parts[len(parts)-2], true
	case host == "addons.mozilla.org" && len(parts) > 2:
		return parts[len(parts)-1], true
	case strings.HasSuffix(host, ".github.io") && len(parts) == 2:
		return parts[1], true
	}
	return "", false
}

// repoNames are what a repository may be the home of: msgpack of msgpack-rust, clippy of rust-clippy.
func repoNames(repo string) []string {
	switch repo {
	case "dotfiles", "docs", "website", "blog", "talks", "slides", "examples", "issues", "presentations":
		return nil // what many people have
	}
	out := []string{foldName(repo)}
	if head, tail, ok := strings.Cut(repo, "-"); ok {
		switch {
		case repoAffixes[head]:
			out = append(out, foldName(tail))
		case repoAffixes[tail]:
			out = append(out, foldName(head))
		}
	}
	return out
}

// repoAffixes say in which language or for which program a repository is written.
var repoAffixes = map[string]bool{"rust": true, "rs": true, "go": true, "py": true, "python": true, "js": true, "node": true, "vim": true, "php": true, "ruby": true, "java": true, "cli": true, "core": true, "lib": true, "src": true,
	"elm": true, "the": true, "cpp": true, "emacs": true, "vscode": true, "laravel": true, "react": true}

// encyclopedic gives the name of a technology whose article in an encyclopedia says in brackets that it is one.
func encyclopedic(parts []string) (string, bool) {
	if !strings.HasSuffix(parts[0], "wikipedia.org") || len(parts) < 3 {
		return "", false
	}
	name, kind, ok := strings.Cut(parts[len(parts)-1], "_(")
	if !ok {
		return "", false
	}
	kind = strings.TrimRight(kind, ")")
	for w := range strings.FieldsFuncSeq(kind, func(c rune) bool { return c == '_' }) {
		switch w {
		case "software", "firmware", "unix", "language", "library", "framework", "database", "protocol", "format", "application", "program", "programming", "processor", "microarchitecture", "console", "editor", "engine", "shell":
			return name, true
		}
	}
	return "", false
}

// manualPage gives the name of a project whose documentation a link leads to, where the host keeps many projects'.
func manualPage(parts []string) (string, bool) {
	switch host := parts[0]; {
	case strings.HasSuffix(host, ".readthedocs.io") || strings.HasSuffix(host, ".readthedocs.org"):
		name, _, _ := strings.Cut(host, ".")
		return name, true
	case host == "pythonhosted.org" && len(parts) > 1:
		return parts[1], true
	}
	return "", false
}
