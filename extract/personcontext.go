package extract

import "strings"

// personContext weighs the words around a run of capitals that speak of a person.
func (r *reading) personContext(s *sentence, run []part) float64 {
	c := 0.0
	from, to := run[0].from, run[len(run)-1].to
	if from > 0 && personBefore[s.toks[from-1].lower] {
		c += 0.8
		if from > 1 && s.toks[from-1].is("with", "by", "to") && s.toks[from-2].is("talk", "talks", "speak", "speaks", "joined", "chat", "chats", "down", "interview", "conversation", "sit", "sits", "talking", "speaking", "talked", "spoke") {
			c += 0.8
		}
	}
	if to < len(s.toks) && personAfter[s.toks[to].lower] {
		c += 0.8
	}
	if to+2 < len(s.toks) && s.toks[to].is(",", "(", "-", "–", "—") && r.roleAhead(s, to+1) {
		c++
	} else if s.tokAt(to).is(",") && s.tokAt(to+1).is("who") {
		c += 0.8
	}
	if s.tokAt(to).is("joins") && s.tokAt(to+1).is("us", "me", "the") {
		c += 0.5
	}
	if from > 1 && s.toks[from-1].is(",", "|", "&", "and", "/") && r.personAt(s, from-2) != nil && !personBefore[s.toks[from-1].lower] {
		c += 0.6 // in a list of people
	}
	if s.kind == prose && from > 0 && from == r.subjectStart(s) {
		c += 0.5
	}
	if s.kind == follow || from == 0 && s.kind == hostLine && run[0].to < to || s.labelsPeople() && s.tokAt(from-1).is(":", "-", "–", "—", ",", "&", "and", "by") {
		c += 1.5
	}
	if r.nameList && s.listed && from == 0 && to == len(s.toks) {
		c += 0.8 // below a name in a list
	}
	if from > 0 && s.toks[from-1].is("at", "an") {
		c -= 2
	}
	if r.profileLabel(s, from, to) {
		c++
	}
	if r.x.has(s.single(run[0]), givenName) {
		c += r.labelContext(s, from, to)
	}
	return c
}

// labelsPeople reports whether a line begins with a label for people: "Hosts: Ada & Ben", "Guest - Ada Long", "Hosted by:".
func (s *sentence) labelsPeople() bool {
	for i := 0; i < 4 && i < len(s.toks); i++ {
		if s.toks[i].is("host", "hosts", "cohost", "cohosts", "guest", "guests", "panel", "panelist", "panelists", "speaker", "speakers", "interviewer", "interviewee", "moderator", "presenter", "presented", "hosted") {
			next := s.tokAt(i + 1)
			return next.is(":", "–", "—", "by") || next.is("-") && !next.glued
		}
	}
	return false
}

// labelContext weighs what stands around a name in the titles of articles and talks: "Ada Long's thoughts", "Ada Long on
// GitHub", "Ada Long - The Future of Arenas".
func (r *reading) labelContext(s *sentence, from, to int) float64 {
	next := s.tokAt(to)
	switch {
	case next.is("'") && s.tokAt(to+1).is("s"), next.is("on") && s.tokAt(to+1).is("github", "twitter", "linkedin", "mastodon", "youtube", "stack"):
		return 1
	case s.titleCase && from == 0 && !s.passage.isSection() && (next.is("-", "–", "—", ":") && !next.glued || next.is(":")):
		return 0.9
	}
	return 0
}

// profileLabel reports whether a name is the whole label of a link to somebody's profile.
func (r *reading) profileLabel(s *sentence, from, to int) bool {
	url, ok := s.linkOf(from, to)
	if !ok {
		return false
	}
	switch host, path, _ := strings.Cut(address(url), "/"); host {
	case "twitter.com", "x.com", "bsky.app", "mastodon.social", "github.com":
		return path != "" && !strings.Contains(strings.Trim(path, "/"), "/")
	case "linkedin.com":
		return strings.HasPrefix(path, "in/")
	}
	return false
}

// slugTells reports whether a name is the whole label of a link whose path spells it: [Hongwei Xi](…/profiles/hongwei-xi/);
// for a given name, the family name is enough: [Bill Carter](…/people/carter.html), [David Van Horn](…/~dvanhorn).
func (r *reading) slugTells(s *sentence, run []part, given bool) bool {
	url, ok := s.linkOf(run[0].from, run[len(run)-1].to)
	if !ok {
		return false
	}
	words := strings.Fields(s.partText(run))
	first, last := foldName(words[0]), foldName(words[len(words)-1])
	_, path, _ := strings.Cut(address(url), "/")
	path, _, _ = strings.Cut(path, "?")
	path = strings.TrimRight(path, "/")
	slug := path[strings.LastIndexByte(path, '/')+1:]
	slug = foldName(strings.TrimSuffix(strings.TrimSuffix(slug, ".html"), ".htm"))
	return strings.Contains(slug, first+last) || given && len(last) > 3 && len(slug) <= len(first)+len(last)+1 && strings.HasSuffix(slug, last)
}

// roleAhead reports whether a role noun follows within a few words: ", the CEO of", "(co-founder".
func (r *reading) roleAhead(s *sentence, i int) bool {
	for j := i; j < len(s.toks) && j < i+6; j++ {
		if r.x.has(&s.toks[j], roleHead) {
			return true
		}
		if s.toks[j].kind == punct && !s.toks[j].is("-", "&", "/") {
			return false
		}
	}
	return false
}

// introduced reports whether two words that stand for a guest are a common given name and one that happens to be listed:
// "joined by special guest: Xavier Noria".
func (r *reading) introduced(s *sentence, run []part, given bool) bool {
	first := s.single(run[0])
	if !given || len(run) != 2 || r.x.has(first, rareName|ordinaryWord) || s.spanAt(run[0].from) != nil || s.single(run[1]).letters != titleCase {
		return false
	}
	before, after := s.tokAt(run[0].from-1), s.tokAt(run[1].to)
	return before.is(":") && s.tokAt(run[0].from-2).is("guest", "guests", "host") || before.is("guest", "guests", "host", "cohost", "featuring") ||
		before.is("with", "by", "to") && talkVerbs[s.tokAt(run[0].from-2).lower] || after.is(",", "(") && r.roleAhead(s, run[1].to+1) || after.is("joins") ||
		after.is(",") && s.tokAt(run[1].to+1).is("who") || s.listed && s.kind == prose && run[0].from == 0 && run[1].to == len(s.toks) || r.handleTells(s.partText(run))
}

// initials reports whether two capitals stand for the given names of a person who is talked with: "a chat with VM Brasseur".
func (r *reading) initials(s *sentence, run []part) bool {
	first, next := s.single(run[0]), s.single(run[1])
	return first.letters == upperCase && first.end-first.start == 2 && next.letters == titleCase && next.id < 0 &&
		s.tokAt(run[0].from-1).is("with") && talkVerbs[s.tokAt(run[0].from-2).lower]
}

// handleTells reports whether a link of the episode spells the name: twitter.com/ovaistariq.
func (r *reading) handleTells(name string) bool {
	words := strings.Fields(name)
	first, last := foldName(words[0]), foldName(words[len(words)-1])
	if len(first)+len(last) < 7 {
		return false
	}
	full, turned, short := first+last, last+first, first[:min(1, len(first))]+last
	for _, h := range r.handles() {
		if len(last) > 3 && h == short || len(h) >= len(full) && (strings.Contains(h, full) || strings.Contains(h, turned)) {
			return true
		}
	}
	return false
}
