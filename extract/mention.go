package extract

import (
	"sort"
	"strings"
)

// A nameClass is what a recognised name stands for in its sentence.
type nameClass uint8

const (
	otherName   nameClass = iota // known, and none of the below
	personName                   //
	companyName                  //
	techName                     //
	bothName                     // listed as both company and technology, and the sentence does not tell
)

// A span is a recognised name in a sentence.
type span struct {
	from, to  int // tokens
	class     nameClass
	name      string // canonical
	kind      string
	rule      string
	entry     *entry // nil for names no list holds
	weak      bool   // ambiguous, and not yet supported by context
	asCompany bool   // the sentence uses the name of an organisation
	asTech    bool   // the sentence uses the name of a product

	support float64 // what in the episode speaks for an ambiguous name
}

// findListed marks every name the lexicon holds.
func (r *reading) findListed(s *sentence) {
	text := s.src.text
	for i := 0; i < len(s.toks); {
		t := &s.toks[i]
		if t.id < 0 {
			if !r.versioned(s, i) {
				i++
				continue
			}
			i++
			continue
		}
		f, n := r.x.match(s.toks, i, text)
		if f != nil && t.capital() && i+n < len(s.toks) {
			n = r.dottedEnd(s, i+n) - i
		}
		if f == nil || !r.stands(s, i, i+n, f) {
			if f == nil {
				r.versioned(s, i)
			}
			i++
			continue
		}
		r.addListed(s, i, i+n, f)
		i += n
	}
}

func (r *reading) addListed(s *sentence, from, to int, f *form) {
	e := &r.x.entries[f.entry]
	sp := span{from: from, to: to, name: e.name, kind: e.kind, rule: "listed", entry: e}
	switch {
	case e.class&isOther != 0:
		sp.class = otherName
	case e.class == isTechnology:
		sp.class = techName
	case e.class == isCompany:
		sp.class = companyName
	default:
		sp.class = bothName
	}
	if f.weak || e.ambiguous && to-from == 1 {
		sp.weak = true
	} else if to == from+1 && r.otherwise(s, from, f) {
		sp.weak = true
	} else if f.ordinary && len(strings.Fields(f.text)) == 1 && (s.titleCase || r.opensSentence(s, from)) {
		sp.weak = true
	}
	s.spans = append(s.spans, sp)
}

// opensSentence reports whether a capital at token i is only due to its place.
func (r *reading) opensSentence(s *sentence, i int) bool {
	if i == 0 {
		return true
	}
	p := &s.toks[i-1]
	if p.is(":") && s.kind == prose && !s.listed {
		return false
	}
	return p.kind == punct && strings.ContainsAny(s.src.text[p.start:p.end], ".!?:\"-|([–—•") && !p.is("(") && !(p.is("-") && s.toks[i].glued)
}

// stands reports whether the tokens [from, to) are a name of their own and not a part of another word:
// of a domain, a path, an identifier or a compound no list holds ("react-zorm").
func (r *reading) stands(s *sentence, from, to int, f *form) bool {
	text := s.src.text
	if r.looksOnly(s, from, to, f) {
		return false
	}
	if from > 0 && s.toks[from].glued {
		p := &s.toks[from-1]
		if s.toks[from].kind == punct && p.kind != punct {
			return false
		}
		switch text[p.start] {
		case '&':
			return s.toks[from].end-s.toks[from].start > 1
		case '@', '.', '_', '#':
			return false
		case '/', '-':
			if text[p.start] == '-' && p.glued && len(f.text) <= 2 {
				return false // "CSS-in-JS"
			}
			if from > 1 && s.toks[from-1].glued && s.toks[from-2].kind == word {
				q := &s.toks[from-2]
				if text[p.start] == '-' && q.letters == lowerCase && !r.x.has(q, ordinaryWord|functionWord) && s.toks[from].letters == lowerCase {
					return false
				}
			}
		case ':':
			return from < 2 || !s.toks[from-1].glued
		}
	}
	if to < len(s.toks) && s.toks[to].glued {
		n := &s.toks[to]
		next := to+1 < len(s.toks) && s.toks[to+1].glued
		switch text[n.start] {
		case '_':
			return false
		case '&':
			return s.toks[from].end-s.toks[from].start > 1
		case '.':
			return !next || s.toks[to+1].kind != word || s.toks[to+1].letters != lowerCase
		case '-':
			if next && len(f.text) == 1 {
				return false // "R-trees"
			}
			return !next || s.toks[to+1].kind != word || s.toks[to+1].letters != lowerCase || r.x.has(&s.toks[to+1], ordinaryWord|functionWord|techNoun) || s.toks[from].letters != lowerCase
		case ':':
			return !next || text[s.toks[to+1].start] != ':'
		case '+':
			return f.text != "C" && next // "Google+"
		case '#':
			return f.text != "C"
		case '(':
			return !next || to+1 >= len(s.toks) || text[s.toks[to+1].start] != ')'
		}
		if n.kind == word || n.kind == number {
			return true
		}
	}
	return true
}

// looksOnly reports whether the tokens [from, to) only look like the listed name: a tail of somebody else's product, a
// family name, a version, the beginning of a URL.
func (r *reading) looksOnly(s *sentence, from, to int, f *form) bool {
	if to-from > 1 && s.toks[from].letters == lowerCase && s.toks[to-1].capital() && r.x.has(&s.toks[from], ordinaryWord) {
		return true // "core ML tooling"
	}
	if e := &r.x.entries[f.entry]; from > 0 && f.text != e.name && strings.HasSuffix(e.name, " "+f.text) && !s.titleCase && r.otherPrefix(s, from, e) {
		return true // "Yandex Data Factory" is not Azure's
	}
	if to == from+1 && s.toks[from].letters == mixedCase && pluralAcronym(s.text(from, to)) && f.text == strings.ToUpper(f.text) {
		return true // "NATs" are no NATS
	}
	if p := s.tokAt(from - 1); to == from+1 && f.text != r.x.entries[f.entry].name && s.toks[from].letters == titleCase && !s.toks[from].glued && p.capital() && r.x.has(p, givenName) && !r.x.has(p, ordinaryWord) {
		return true // "Matt Godbolt" is no short form of Compiler Explorer
	}
	if to+1 < len(s.toks) && s.toks[to].glued && s.toks[to].is(".") && s.toks[to+1].glued && s.toks[to+1].kind == number && isDigit(f.text[len(f.text)-1]) {
		return true // "v8.1.0"
	}
	if to < len(s.toks) && s.toks[to].glued && s.toks[to].is(":") && s.tokAt(to+1).is("/") {
		return true // "https://"
	}
	return false
}

// pluralAcronym reports whether a word is of the kind "SLAs".
func pluralAcronym(w string) bool {
	t, ok := strings.CutSuffix(w, "s")
	return ok && len(t) > 1 && t == strings.ToUpper(t)
}

// otherPrefix reports whether a capitalised word other than the entry's own first one stands right before token i.
func (r *reading) otherPrefix(s *sentence, i int, e *entry) bool {
	p := &s.toks[i-1]
	return p.kind == word && p.capital() && !s.toks[i].glued && !r.opensSentence(s, i-1) && !r.x.has(p, functionWord) && !strings.EqualFold(p.lower, e.maker) && !strings.HasPrefix(strings.ToLower(e.name), p.lower)
}

// versioned finds a listed name with a version glued to it: Python3, HTML5, Vue3.
func (r *reading) versioned(s *sentence, i int) bool {
	t := &s.toks[i]
	if t.kind != word || !isDigit(s.src.text[t.end-1]) {
		return false
	}
	w := s.src.text[t.start:t.end]
	base := strings.TrimRight(w, "0123456789")
	if base == w || len(base) < 3 {
		return false
	}
	id, ok := r.x.ids[strings.ToLower(base)]
	if !ok {
		return false
	}
	node := r.x.first[id]
	if node == 0 {
		return false
	}
	for k := r.x.last[node]; k != 0; k = r.x.forms[k].before {
		f := &r.x.forms[k]
		if f.exact && f.text != base || r.x.entries[f.entry].class&isTechnology == 0 || !r.stands(s, i, i+1, f) {
			continue
		}
		r.addListed(s, i, i+1, f)
		return true
	}
	return false
}

// spanAt returns the span that covers token i, or nil. Spans stand in order, and a line of a megabyte has many.
func (s *sentence) spanAt(i int) *span {
	k := sort.Search(len(s.spans), func(k int) bool { return i < s.spans[k].to })
	if k < len(s.spans) && s.spans[k].from <= i {
		return &s.spans[k]
	}
	return nil
}

// put inserts a span in order, dropping those it overlaps.
func (s *sentence) put(sp span) {
	if sp.from >= sp.to {
		return
	}
	out := make([]span, 0, len(s.spans)+1)
	placed := false
	for _, o := range s.spans {
		if o.from < sp.to && sp.from < o.to {
			continue
		}
		if !placed && o.from >= sp.to {
			out = append(out, sp)
			placed = true
		}
		out = append(out, o)
	}
	if !placed {
		out = append(out, sp)
	}
	s.spans = out
}

// drop removes the spans that begin within [from, to): the owner of a repository is no mention.
func (s *sentence) drop(from, to int) {
	out := s.spans[:0]
	for _, sp := range s.spans {
		if sp.from < from || sp.from >= to {
			out = append(out, sp)
		}
	}
	s.spans = out
}

// otherwise reports whether a single word is likely no name of its own here: it is an ordinary one in lower case, it follows a given name as a family name does,
// or the names of a gathering go on after it ("JavaScript Remote Conf 2020").
func (r *reading) otherwise(s *sentence, i int, f *form) bool {
	t, p := &s.toks[i], s.tokAt(i-1)
	if t.letters == titleCase && p.letters == titleCase && !t.glued && r.x.has(p, givenName) && !r.x.has(p, ordinaryWord|rareName) && s.spanAt(i-1) == nil && !r.x.entries[f.entry].unusual && !s.tokAt(i+1).capital() {
		return r.x.entries[f.entry].kind != "language" || !s.titleCase
	}
	if t.letters == lowerCase && r.x.has(t, ordinaryWord) && !r.x.entries[f.entry].unusual && f.text != strings.ToLower(f.text) {
		return true // to jump is no JuMP
	}
	for j := i + 1; j < i+3 && s.tokAt(j).capital() && !s.toks[j].glued; j++ {
		if s.toks[j].is("conf", "summit", "meetup") {
			return true
		}
	}
	return false
}
