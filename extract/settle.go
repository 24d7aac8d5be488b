package extract

import (
	"slices"
	"strings"
)

// settle decides about ambiguous names and about names that are both a company's and a product's.
func (r *reading) settle() {
	support := map[*entry]float64{}
	homes := r.homes()
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
			w := r.weigh(s, sp)
			if w > 0 && !socialSites[sp.name] && (spells(homes, sp.name) || sp.entry.host != "" && slices.Contains(homes, sp.entry.host)) {
				w++ // its home is linked somewhere in the episode
			}
			support[sp.entry] += w
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

// homes returns the hosts of the episode's links, and the folded names they spell.
func (r *reading) homes() []string {
	var out []string
	for _, l := range r.body.links {
		host := siteOf(r.body.raw[l.rawStart:l.rawEnd])
		if host == "" || slices.Contains(out, host) {
			continue
		}
		out = append(out, host)
		if name, _, _ := strings.Cut(host, "."); strings.Count(host, ".") == 1 && len(foldName(name)) > 3 {
			out = append(out, foldName(name))
		}
	}
	return out
}

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
	if sp.from == 0 && sp.to == len(s.toks) && s.src.in == "" && s.kind != heading {
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
	if r.plainUse(&prev, &next, opens) {
		w--
	}
	return w - r.ofLonger(s, sp, &prev)
}

// ofLonger weighs what speaks for an ambiguous name being a part of a longer one.
func (r *reading) ofLonger(s *sentence, sp *span, prev *token) float64 {
	w := 0.0
	if s.tokAt(sp.to).is("-") && s.tokAt(sp.to).glued && s.tokAt(sp.to+1).is("per", "to", "of", "for", "by", "in") && s.tokAt(sp.to+1).glued {
		w += 1.5 // "thread-per-core"
	}
	if r.leads(s, sp, prev) {
		w++
	}
	return w
}

// leads reports whether an ordinary word that opens the sentence begins one name with an ambiguous one: "Infinite Jest". What
// is done with a thing opens sentences too: "Choosing Rust", "Why Go".
func (r *reading) leads(s *sentence, sp *span, prev *token) bool {
	if sp.from != 1 || prev.letters != titleCase || s.toks[1].glued || s.spanAt(0) != nil || s.src.in == "title" || sp.to < len(s.toks) && s.toks[sp.to].letters == lowerCase {
		return false
	}
	return r.x.has(prev, ordinaryWord) && !r.x.has(prev, functionWord|roleModifier|techNoun) && !strings.HasSuffix(prev.lower, "ing") && !strings.HasSuffix(prev.lower, "s") && !imperatives[prev.lower]
}

// imperatives are verbs that open sentences about technologies.
var imperatives = map[string]bool{"learn": true, "use": true, "try": true, "meet": true, "install": true, "build": true, "write": true, "introduce": true, "run": true, "discover": true, "love": true, "choose": true, "why": true,
	"modern": true, "intro": true, "advanced": true, "beginning": true, "effective": true, "practical": true, "safe": true, "async": true, "programming": true, "teach": true, "fast": true, "pure": true, "embedded": true, "hello": true}

// plainUse reports whether a word is more likely itself than a name: "Unleash the army", "he is a ninja".
func (r *reading) plainUse(prev, next *token, opens bool) bool {
	return opens && next.is("the", "a", "an", "your", "our", "my") || prev.is("a", "an") && (next.kind == punct || next.is("and", "or", "on", "of", "about"))
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
		if strings.HasPrefix(foldName(siteOf(url)), want) && len(want) >= 4 {
			return true
		}
	}
	return false
}
