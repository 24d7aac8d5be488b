package extract

import "strings"

// pageLabel reads labels that the address spells in whole as the page of a product: [Windows Sandbox](https://microsoft.com/windows-sandbox/),
// [Exasol AI Lab](https://github.com/exasol/ai-lab), [Flexbox Froggy](https://flexboxfroggy.com). What the label begins
// with must be listed, or its words coined.
func (r *reading) pageLabel(s *sentence, l link, from, to int, project bool) bool {
	if l.bare || to <= from || s.kind == sponsor {
		return false
	}
	for to > from+1 && (s.tokAt(to-1).is("®", "™", ".") || s.tokAt(to-1).letters == lowerCase && r.x.has(s.tokAt(to-1), techNoun)) {
		to--
	}
	words := 0
	for j := from; j < to; j++ {
		t := &s.toks[j]
		if t.kind == urlToken || t.kind == punct && !t.is("-", ".", "+", "'", "®", "™") {
			return false
		}
		if sp := s.spanAt(j); sp != nil && (sp.class == personName || sp.class == otherName && !sp.weak) {
			return false
		}
		if t.kind == punct || t.glued {
			continue
		}
		if words++; t.kind == word && !t.capital() && j > from || r.x.has(t, functionWord) {
			return false
		}
	}
	head := s.spanAt(from)
	if words == 0 || words > 5 || project && head == nil || head != nil && head.to == to || eventTails[s.toks[to-1].lower] || pageWords[s.toks[to-1].lower] || eventName(s.text(from, from+1)) || r.personal(s.text(from, to)) {
		return false
	}
	if last := &s.toks[to-1]; words > 1 && (r.x.has(last, ordinaryWord) && strings.HasSuffix(last.lower, "s") || last.kind == number && (!last.glued || s.toks[to-2].is("."))) {
		return false // what is there: "Heapworks Essays"
	}
	name := strings.Join(strings.Fields(strings.ReplaceAll(strings.ReplaceAll(s.text(from, to), "®", ""), "™", "")), " ")
	listed := head != nil && !head.weak && head.class != otherName
	if r.plainWords(s, from, to) && !listed || r.isShow(name) || r.personByKey[foldName(name)] != nil || s.toks[from].letters == lowerCase {
		return false
	}
	if !pageOf(s.src.raw[l.rawStart:l.rawEnd], foldName(name), words, listed) {
		return false
	}
	r.openTech(s, from, to, "page")
	return true
}

// pageWords end labels of pages that are no products.
var pageWords = map[string]bool{"docs": true, "documentation": true, "guide": true, "blog": true, "post": true, "tutorial": true, "team": true, "careers": true, "pricing": true, "about": true, "book": true, "course": true, "website": true, "site": true,
	"homepage": true, "released": true, "explained": true, "chat": true, "people": true, "store": true, "club": true, "challenge": true, "act": true, "preview": true, "page": true, "repo": true, "repository": true, "github": true, "community": true, "playlist": true, "video": true, "talk": true, "paper": true, "article": true, "news": true, "release": true, "example": true, "examples": true, "libraries": true,
	"university": true, "foundation": true, "group": true, "inc": true, "school": true, "academy": true, "institute": true, "labs": true, "software": true, "media": true, "partners": true, "capital": true, "ventures": true, "agency": true, "studios": true, "security": true}

// shelves sell, host or tell of things by anybody.
var shelves = map[string]bool{"amazon.com": true, "netflix.com": true, "imdb.com": true, "youtube.com": true, "youtu.be": true, "medium.com": true, "goodreads.com": true, "meetup.com": true, "eventbrite.com": true, "twitter.com": true, "x.com": true, "linkedin.com": true,
	"facebook.com": true, "instagram.com": true, "spotify.com": true, "open.spotify.com": true, "podcasts.apple.com": true, "itunes.apple.com": true, "audible.com": true, "patreon.com": true, "reddit.com": true, "udemy.com": true, "pluralsight.com": true, "egghead.io": true, "frontendmasters.com": true,
	"leanpub.com": true, "manning.com": true, "oreilly.com": true, "pragprog.com": true, "arxiv.org": true, "crunchbase.com": true, "etsy.com": true, "ebay.com": true, "bandcamp.com": true, "soundcloud.com": true, "speakerdeck.com": true, "slideshare.net": true, "vimeo.com": true, "twitch.tv": true,
	"producthunt.com": true, "kickstarter.com": true, "indiegogo.com": true, "store.steampowered.com": true, "boardgamegeek.com": true, "wikipedia.org": true, "en.wikipedia.org": true, "dev.to": true, "substack.com": true, "devchat.tv": true, "gist.github.com": true, "news.ycombinator.com": true, "relay.fm": true, "rottentomatoes.com": true, "hbo.com": true, "hulu.com": true}

// pageOf reports whether a URL's last part, or its host for a product of listed beginning, spells the folded name.
func pageOf(url, name string, words int, listed bool) bool {
	u, _, _ := strings.Cut(address(url), "?")
	u, _, _ = strings.Cut(u, "#")
	parts := strings.Split(strings.Trim(u, "/"), "/")
	if shelves[parts[0]] || len(name) < 4 {
		return false
	}
	if len(parts) == 1 {
		host, _, _ := strings.Cut(parts[0], ".")
		return words > 1 && listed && strings.Count(parts[0], ".") == 1 && foldName(host) == name
	}
	for _, p := range parts[1:] {
		switch p {
		case "blog", "news", "article", "articles", "posts", "talks", "podcast", "episodes", "speakers", "people", "team", "author", "authors", "users", "events", "courses", "books", "tag", "tags", "company", "companies", "careers":
			return false
		}
	}
	last := parts[len(parts)-1]
	last = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(last, ".html"), ".htm"), ".aspx"), ".php")
	if len(parts) > 5 {
		return false
	}
	tail := foldName(last)
	if tail == name {
		return listed || words == 1 && len(parts) == 2
	}
	owner := foldName(parts[len(parts)-2])
	if len(parts) == 2 {
		owner, _, _ = strings.Cut(parts[0], ".")
		owner = foldName(owner)
	}
	return listed && words > 1 && len(tail) > 3 && owner+tail == name
}
