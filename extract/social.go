package extract

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
		return true
	case prose, chapter:
		start, end := s.toks[sp.from].start, s.toks[sp.to-1].end
		for _, l := range s.src.linksIn(s.start, s.end) {
			if !l.bare && l.start == start && l.end == end {
				return true
			}
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
