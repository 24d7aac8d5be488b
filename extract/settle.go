package extract

import "strings"

// settle decides about ambiguous names and about names that are both a company's and a product's.
func (r *reading) settle() {
	support := map[*entry]float64{}
	for i := range r.sents {
		s := &r.sents[i]
		for k := range s.spans {
			sp := &s.spans[k]
			if sp.entry == nil || sp.class == otherName || sp.class == personName {
				continue
			}
			if !sp.weak {
				if !r.labelOnly(s, sp) {
					support[sp.entry] += 3
				}
				continue
			}
			support[sp.entry] += r.weigh(s, sp)
		}
	}
	lean := map[*entry]int{}
	for i := range r.sents {
		s := &r.sents[i]
		for k := range s.spans {
			sp := &s.spans[k]
			if sp.entry == nil {
				continue
			}
			if sp.weak {
				need := 0.9
				if sp.entry.ambiguous {
					need = 1
				}
				sp.weak = support[sp.entry] < need || r.weigh(s, sp) < 0
				sp.rule, sp.support = "context", support[sp.entry]
				if sp.support < surelyMeant {
					sp.rule = "hint"
				}
			}
			if !sp.weak && sp.entry.class == isTechnology|isCompany {
				lean[sp.entry] += r.readBoth(s, sp)
			}
		}
	}
	r.followLean(lean)
}

// surelyMeant is the support from which an ambiguous name hardly means anything but what is listed.
const surelyMeant = 1.6

// followLean lets the undecided mentions of a name of both kinds follow the decided ones of the episode.
func (r *reading) followLean(lean map[*entry]int) {
	for i := range r.sents {
		s := &r.sents[i]
		for k := range s.spans {
			sp := &s.spans[k]
			if sp.entry == nil || sp.asCompany || sp.asTech || sp.class == personName {
				continue
			}
			switch n := lean[sp.entry]; {
			case n > 0:
				sp.asTech = true
			case n < 0:
				sp.asCompany = true
			}
		}
	}
}

// weigh sums what speaks for an ambiguous name at one place.
func (r *reading) weigh(s *sentence, sp *span) float64 {
	w := 0.0
	prev, next := token{id: -1}, token{id: -1}
	if sp.from > 0 {
		prev = s.toks[sp.from-1]
	}
	if sp.to < len(s.toks) {
		next = s.toks[sp.to]
	}
	short := sp.to-sp.from == 1 && s.toks[sp.from].end-s.toks[sp.from].start <= 2
	opens := r.opensSentence(s, sp.from)
	if !s.titleCase && !opens && s.toks[sp.from].capital() {
		w++
	}
	switch {
	case prev.is("using", "via", "use", "uses", "used", "choosing", "chose", "choose"):
		w += 1.1
	case prev.is("in", "with", "written", "to", "into", "from", "on", "for", "learn", "learning", "love", "like", "called", "named", "modern", "vs", "versus", "by", "adopt", "adopting", "why", "building", "of"):
		w += 0.7
	case prev.is("as") && s.tokAt(sp.from-2).is("such"):
		w += 1.1
	case r.tailOf(s, sp):
		w -= 1.5
	case prev.kind == word && !prev.glued && prev.capital() && s.spanAt(sp.from-1) == nil && !s.titleCase && !r.opensSentence(s, sp.from-1):
		w -= 1.5 // the second word of some other name
	case prev.is("we", "you", "i", "they", "to", "not", "let", "don", "can", "will"):
		w -= 1.5
	}
	switch {
	case r.x.has(&next, techNoun) || next.is("code", "programming", "developer", "developers", "ecosystem", "community", "apps", "components", "bindings", "project", "projects", "modules", "packages", "team", "core", "compiler", "programmers", "program", "programs", "services", "world", "users", "native"):
		w++
	case next.is("'") && next.glued || next.is("-") && next.glued:
		w += 0.5
	case next.kind == word && !next.glued && (next.letters == titleCase || next.letters == upperCase) && s.spanAt(sp.to) == nil && !s.titleCase && !r.x.has(&next, functionWord):
		w -= 1.5 // the first word of some other name
	}
	if r.listedNeighbour(s, sp) {
		w += 1.5
	}
	if sp.from == 0 && sp.to == len(s.toks) && s.src.in == "" {
		w += 1.6 // the whole of a chapter title or a label
	}
	if r.linkTells(s, sp) {
		w += 2
	}
	if opens && next.kind == word && next.letters == lowerCase && sp.entry.ambiguous && !s.listed {
		w -= 0.6 // "Go behind the scenes", "Rust is …"
		if next.is("is", "was", "has", "and", "makes", "can", "isn", "for", "vs") {
			w++
		}
	}
	if short && (prev.kind == word && !prev.glued && prev.capital() && !r.opensSentence(s, sp.from-1) || next.is(".") && next.glued && len(s.toks) > sp.to+1) {
		w -= 1.5
	}
	if next.is("(") && prev.lower == "" && sp.from == 0 {
		w += 0.3
	}
	return w
}

// tailOf reports whether an ambiguous name only ends what another name begins: "Django REST Framework".
func (r *reading) tailOf(s *sentence, sp *span) bool {
	o := s.spanAt(sp.from - 1)
	return o != nil && o.class != personName && !s.toks[sp.from].glued && o.name != sp.entry.maker && o.entry != nil && o.entry.class != isOther
}

// listedNeighbour reports whether another technology or company stands in one list with the name: "Go, Rust and C++".
func (r *reading) listedNeighbour(s *sentence, sp *span) bool {
	for k := range s.spans {
		o := &s.spans[k]
		if o == sp || o.entry == nil && o.class != techName || o.class == otherName || o.class == personName || o.entry == sp.entry {
			continue
		}
		from, to := o.to, sp.from
		if o.from > sp.from {
			from, to = sp.to, o.from
		}
		if to <= from || to-from > 3 {
			continue // "Python Framework" is no list
		}
		ok := true
		for i := from; i < to; i++ {
			ok = ok && s.toks[i].is(",", "and", "&", "/", "+", "or", "vs", "(", "-", "to", ".", "versus", "|", "from", "with", "on", "in")
		}
		if ok {
			return true
		}
	}
	return false
}

// linkTells reports whether the name is a link's label and the URL's host or path spells it: [Linear](https://linear.app).
func (r *reading) linkTells(s *sentence, sp *span) bool {
	start, end := s.toks[sp.from].start, s.toks[sp.to-1].end
	want := foldName(s.src.text[start:end])
	for _, l := range s.src.linksIn(s.start, s.end) {
		url := s.src.raw[l.rawStart:l.rawEnd]
		if !l.bare && (l.start > start || l.end < end) {
			continue
		}
		for _, h := range urlHandles(url) {
			if h == want || len(want) >= 4 && strings.HasPrefix(h, want) || len(want) >= 4 && h == "get"+want || h == "try"+want {
				return true
			}
		}
		if strings.HasPrefix(foldName(strings.TrimPrefix(hostOf(url), "www.")), want) && len(want) >= 4 {
			return true
		}
	}
	return false
}

func hostOf(url string) string {
	url = strings.ToLower(url)
	if i := strings.Index(url, "://"); i >= 0 {
		url = url[i+3:]
	}
	if i := strings.IndexAny(url, "/?#"); i >= 0 {
		url = url[:i]
	}
	return url
}

// readBoth decides whether a name of both kinds is used for the organisation or for what it makes. It returns what
// the place says for the rest of the episode: above zero for the product.
func (r *reading) readBoth(s *sentence, sp *span) int {
	if sp.asCompany && !sp.asTech {
		return 0
	}
	prev, next, after := token{id: -1}, token{id: -1}, token{id: -1}
	if sp.from > 0 {
		prev = s.toks[sp.from-1]
	}
	if sp.to < len(s.toks) {
		next = s.toks[sp.to]
	}
	if sp.to+2 < len(s.toks) && next.is("'") {
		after = s.toks[sp.to+2]
	}
	company, tech := r.companyUse(s, sp, &prev, &next, &after), 0
	if o := s.spanAt(sp.from - 2); o != nil && o.class == personName && prev.is("(") && (next.is(")", ",") || s.src.in == "title") {
		company += 3 // "Jill Jubinski (IBM)"
	}
	if o := s.spanAt(sp.to + 2); o != nil && o.class == techName && next.is("'") && s.tokAt(sp.to+1).is("s") {
		company += 6 // "Facebook's PyTorch"
	}
	if prev.is("using", "use", "uses", "used", "with", "in", "on", "via", "through", "written", "into", "adopting", "deploy", "learn", "over", "than", "vs", "uses") {
		tech += 2
	}
	if r.nearAny(s, sp.from, 8, "using", "tools", "stack", "platforms", "databases", "technologies", "frameworks", "tooling", "warehouses", "libraries", "topics") {
		tech += 2
	}
	if next.kind == word && next.letters == lowerCase && !next.glued && !r.x.has(&next, functionWord|roleHead) && !next.is("integration", "partnership") {
		tech++
	}
	if r.x.has(&next, techNoun) || next.is("code", "workers", "accounts", "channel", "videos", "bot", "functions", "as") {
		tech += 2
	}
	if next.is("is", "are") && sp.to+1 < len(s.toks) && s.toks[sp.to+1].is("used", "being", "handling", "also") || next.is("captures", "handles", "monitors") {
		tech += 3
	}
	if s.kind == linkLine && r.linkTells(s, sp) {
		tech++
	}
	for k := range s.spans {
		o := &s.spans[k]
		if o == sp || o.entry == nil || o.class == otherName || o.class == personName || o.weak {
			continue
		}
		if r.adjacent(s, o.to, sp.from) || r.adjacent(s, sp.to, o.from) {
			switch {
			case o.class == techName:
				tech += 2
			case o.class == companyName && o.entry.class == isCompany:
				company += 3
			case o.entry.primary == isTechnology:
				tech++
			}
		}
	}
	switch {
	case company > tech:
		sp.asCompany = true
	case tech > company:
		sp.asTech = true
	}
	return tech - company
}

// companyUse weighs the words around a name that speak of an organisation.
func (r *reading) companyUse(s *sentence, sp *span, prev, next, after *token) int {
	company := 0
	if prev.is("to") && s.tokAt(sp.from-2).is("sold", "selling", "sell", "sale") || next.is("alumnus", "alumni", "alum", "onboarding", "press") || sp.from == 1 && prev.is("before", "after") && next.is(",") {
		company += 3
	}
	if prev.is("at", "joined", "joins", "joining", "founded", "founding", "left", "leaving", "acquired", "ceo", "inside", "companies", "buys", "acquires", "acquiring") {
		company += 3
	}
	if r.x.has(after, roleHead|roleModifier) || after.is("founder", "team", "company", "culture", "founders", "journey", "business", "customers", "growth", "customer", "offering", "partnership") {
		company += 3
	}
	if r.x.has(next, roleHead) || next.is("team", "engineers", "founders", "employees", "acquisition", "office", "raised", "hired", "acquires", "announced", "announces", "acquired", "company", "buys", "blog") {
		company += 3
	}
	if r.nearWord(s, sp.from, "companies", 8) || r.nearWord(s, sp.from, "startups", 8) || r.nearWord(s, sp.from, "giants", 8) || r.nearWord(s, sp.from, "partnership", 3) {
		company += 3
	}
	return company
}

// nearAny reports whether one of the words stands within n tokens before token i.
func (r *reading) nearAny(s *sentence, i, n int, words ...string) bool {
	for j := i - 1; j >= 0 && j >= i-n; j-- {
		if s.toks[j].is(words...) {
			return true
		}
	}
	return false
}

func (r *reading) nearWord(s *sentence, i int, w string, n int) bool {
	for j := i - 1; j >= 0 && j >= i-n; j-- {
		if s.toks[j].is(w) {
			return true
		}
	}
	return false
}

// socialSites are link labels rather than mentions where a line is a link.
var socialSites = map[string]bool{"Twitter": true, "X": true, "LinkedIn": true, "GitHub": true, "YouTube": true, "Discord": true, "Facebook": true, "Instagram": true,
	"Mastodon": true, "Bluesky": true, "Medium": true, "Twitch": true, "Reddit": true, "Spotify": true, "Apple Podcasts": true, "Patreon": true, "TikTok": true,
	"Wikipedia": true, "Threads": true, "Stack Overflow": true, "Google Scholar": true, "Substack": true, "Telegram": true, "Slack": true, "Goodreads": true, "RSS": true, "Overcast": true, "Amazon": true, "GitLab": true, "Meetup": true, "Product Hunt": true, "Hacker News": true, "iTunes": true}

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
