package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// followed reads "Follow X and Y:" blocks and "X on Twitter:" labels. Who is followed and is no guest hosts the show.
func (r *reading) followed() {
	for i := range r.sents {
		s := &r.sents[i]
		if s.kind != follow && s.kind != linkLine {
			continue
		}
		from := 0
		if s.kind == follow {
			for from < len(s.toks) && s.toks[from].is("follow", "find", "connect", "with", "where", "to", "reach", "contact") {
				from++
			}
		}
		for from < len(s.toks) {
			to, name := r.nameAt(s, from)
			if t := &s.toks[from]; name == "" && s.kind == follow && t.kind == word && t.letters == titleCase && s.spanAt(from) == nil && !r.x.has(t, ordinaryWord) {
				// a given name no list holds: the place is a person's
				to = r.partEnd(s, from)
				if to < len(s.toks) && s.toks[to].is(":", "and", "&", ",") {
					name = s.text(from, to)
				}
			}
			if name == "" || s.kind == linkLine && (!r.socialLabel(s, to) || r.known(name) == nil) {
				break
			}
			r.follow(s, from, to, name, r.block(i))
			from = to
			for from < len(s.toks) && s.toks[from].is("and", "&", ",") {
				from++
			}
		}
	}
}

// socialLabel reports whether a link label is of the kind "X on Twitter".
func (r *reading) socialLabel(s *sentence, i int) bool {
	return i+1 < len(s.toks) && s.toks[i].is("on") && s.toks[i+1].is("twitter", "linkedin", "x", "mastodon", "bluesky")
}

// block returns the URLs that belong to the heading at sentence i.
func (r *reading) block(i int) []string {
	var urls []string
	for k := i; k < len(r.sents) && k < i+12; k++ {
		s := &r.sents[k]
		if k > i && (s.kind != linkLine || r.sents[i].kind == linkLine) {
			break
		}
		for _, l := range s.src.linksIn(s.start, s.end) {
			urls = append(urls, s.src.raw[l.rawStart:l.rawEnd])
		}
	}
	return urls
}

func (r *reading) follow(s *sentence, from, to int, name string, urls []string) {
	p := r.resolveShort(name)
	if p.last == "" {
		if full := decodeName(p.first, urls); full != "" {
			full = p.name + full[strings.IndexByte(full, ' '):]
			p = r.rename(p, full)
			p.decoded = true
		}
	}
	s.put(span{from: from, to: to, class: personName, name: p.name, rule: "follow"})
	p.followed = true
	if s.kind == follow && !p.guest && !p.host && r.anyGuest() && p.seen == 0 {
		p.host = true
	}
	if p.host {
		r.note("host", "follow", p, r.quote(s, from, to))
	}
}

// rename gives a person known by given name the full name its links spell.
func (r *reading) rename(p *person, full string) *person {
	if q := r.personByKey[foldName(full)]; q != nil && q != p {
		return q
	}
	r.personByKey[foldName(full)] = p
	p.aliases[p.name] = true
	old := p.key()
	p.name = full
	p.last = foldName(full[strings.LastIndexByte(full, ' ')+1:])
	for _, role := range [...]string{"host", "guest"} {
		if e, ok := r.evidence[role+"\x00"+old]; ok {
			r.evidence[role+"\x00"+p.key()] = e
		}
	}
	return p
}

// decodeName reads the family name out of handles that begin with the given name: two different handles must agree
// on it ("aarondfrancis", "aaronfrancis"), or one must separate it ("heikki-linnakangas").
func decodeName(first string, urls []string) string {
	if len(first) < 3 {
		return ""
	}
	var rests []string
	agreed := ""
	sites := map[string]string{} // rest → host that spells it
	for _, u := range urls {
		for _, h := range nameHandles(u) {
			h = foldHandle(h)
			if rest, ok := strings.CutPrefix(h, first); ok && len(rest) >= 4 {
				if sep := strings.Trim(rest, "-_."); sep != rest && letters(sep) {
					return capitalise(first) + " " + capitalise(sep)
				}
				if host, ok := sites[rest]; ok && host != hostOf(u) && letters(rest) {
					agreed = rest
				}
				sites[rest] = hostOf(u)
				rests = append(rests, rest)
			}
		}
	}
	best := ""
	for i, a := range rests {
		for _, b := range rests[i+1:] {
			if a == b {
				continue
			}
			if suffix := commonSuffix(a, b); len(suffix) >= 4 && len(suffix) > len(best) && letters(suffix) && (len(a)-len(suffix) <= 1 && len(b)-len(suffix) <= 1) {
				best = suffix
			}
		}
	}
	if best == "" {
		best = agreed
	}
	if best == "" {
		return ""
	}
	return capitalise(first) + " " + capitalise(best)
}

// nameHandles are the parts of a URL that may spell a person: the first path element of a profile, the domain of a site.
func nameHandles(u string) []string {
	host, path, _ := strings.Cut(address(u), "/")
	path, _, _ = strings.Cut(path, "?")
	path = strings.Trim(strings.TrimPrefix(path, "in/"), "/@")
	path, _, _ = strings.Cut(path, "/")
	label, _, _ := strings.Cut(host, ".")
	return []string{label, path}
}

// foldHandle drops accents and keeps separators.
func foldHandle(h string) string {
	var b strings.Builder
	for _, c := range h {
		if f, ok := plainLetters[c]; ok {
			b.WriteString(f)
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}

func commonSuffix(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[len(a)-1-i] == b[len(b)-1-i] {
		i++
	}
	return a[len(a)-i:]
}

func letters(s string) bool {
	for _, c := range s {
		if !unicode.IsLetter(c) {
			return false
		}
	}
	return s != ""
}

func capitalise(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(c)) + s[n:]
}
