package extract

import "strings"

// socialSites are link labels rather than mentions where a line is a link.
var socialSites = map[string]bool{"Twitter": true, "X": true, "LinkedIn": true, "GitHub": true, "YouTube": true, "Discord": true, "Facebook": true, "Instagram": true,
	"Mastodon": true, "Bluesky": true, "Medium": true, "Twitch": true, "Reddit": true, "Spotify": true, "Apple Podcasts": true, "Patreon": true, "TikTok": true,
	"Wikipedia": true, "Threads": true, "Stack Overflow": true, "Google Scholar": true, "Substack": true, "Telegram": true, "Slack": true, "Goodreads": true, "RSS": true, "Overcast": true, "Amazon": true, "GitLab": true, "Meetup": true, "Product Hunt": true, "Hacker News": true, "iTunes": true, "Google Plus": true}

// labelOnly reports whether a name only labels a link: "GitHub: https://…", "X on Twitter", "Jane Doe · GitHub".
func (r *reading) labelOnly(s *sentence, sp *span) bool {
	if !socialSites[sp.name] {
		return false
	}
	switch s.kind {
	case follow, hostLine:
		return true
	case linkLine:
		return !r.frontPage(s, sp)
	case prose, chapter:
		if _, ok := s.linkOf(sp.from, sp.to); ok {
			return !r.frontPage(s, sp)
		}
		if sp.to < len(s.toks) && s.toks[sp.to].is(":") && sp.to+1 < len(s.toks) && s.toks[sp.to+1].kind == urlToken {
			return true
		}
		return len(s.toks) <= 3 && sp.from == 0 && s.listed || r.subscribeLine(s)
	}
	return false
}

// subscribeLine reports whether a sentence only asks to follow the show somewhere.
func (r *reading) subscribeLine(s *sentence) bool {
	for i := range s.toks {
		if s.toks[i].is("subscribe", "subscriber", "follow", "rate") {
			return len(s.toks) < 40
		}
	}
	return false
}

// frontPage reports whether a name is the whole of a label that leads to the first page of its own site, and so is what
// the link is about: [GitLab](https://about.gitlab.com/). A bare address beside it, or a path, is somebody's profile.
func (r *reading) frontPage(s *sentence, sp *span) bool {
	url, ok := s.linkOf(sp.from, sp.to)
	if !ok {
		return false
	}
	host, path, _ := strings.Cut(strings.TrimPrefix(address(url), "about."), "/")
	site, _, _ := strings.Cut(host, ".")
	return path == "" && strings.Count(host, ".") == 1 && foldName(site) == foldName(sp.name)
}
