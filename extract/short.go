package extract

import "strings"

// shortNames marks people named in part: "Ovais" after "Ovais Tariq", "Follow Monica & Tudor:".
func (r *reading) shortNames() {
	byFirst, byLast := r.nameParts()
	for i := range r.sents {
		s := &r.sents[i]
		for k := 0; k < len(s.toks); k++ {
			t := &s.toks[k]
			if t.kind != word || !t.capital() || s.spanAt(k) != nil && !s.spanAt(k).weak {
				continue
			}
			end := r.partEnd(s, k)
			key := foldName(s.text(k, end))
			p := byFirst[key]
			if p == nil && (!r.x.has(t, ordinaryWord) || t.letters == titleCase && (s.tokAt(end).is("also", "regularly", "then") || personAfter[s.tokAt(end).lower])) {
				p = byLast[key]
			}
			if p == nil || !r.standsAlone(s, k, end) {
				continue
			}
			if r.x.has(t, ordinaryWord) && r.opensSentence(s, k) && !r.nameFollows(s, end) {
				continue
			}
			s.put(span{from: k, to: end, class: personName, name: p.name, rule: "given-name"})
			k = end - 1
		}
	}
}

// nameParts indexes the people by given and by family name, where that is unique.
func (r *reading) nameParts() (byFirst, byLast map[string]*person) {
	byFirst, byLast = map[string]*person{}, map[string]*person{}
	put := func(m map[string]*person, key string, p *person) {
		if len(key) < 2 {
			return
		}
		if q, ok := m[key]; ok && q != p {
			p = nil
		}
		m[key] = p
	}
	for _, p := range r.people {
		put(byFirst, p.first, p)
		for a := range p.aliases {
			put(byFirst, foldName(strings.Fields(a)[0]), p)
		}
		if len(p.last) >= 4 {
			put(byLast, p.last, p)
		}
	}
	return byFirst, byLast
}

// standsAlone reports whether a name is not a part of a longer capitalised one.
func (r *reading) standsAlone(s *sentence, from, to int) bool {
	if from > 0 {
		p := &s.toks[from-1]
		if s.toks[from].glued && (p.is("@", ".", "_", "/", "#") || p.kind != punct) {
			return false
		}
		if !s.toks[from].glued && p.kind == word && p.capital() && s.spanAt(from-1) == nil && !s.titleCase && !r.x.has(p, ordinaryWord|functionWord|roleHead) {
			return false
		}
	}
	if to < len(s.toks) {
		n := &s.toks[to]
		if n.glued && (n.is("_", "@") || n.kind == word) {
			return false
		}
		if n.glued && n.is(".") && to+1 < len(s.toks) && s.toks[to+1].glued && s.toks[to+1].kind == word {
			return false
		}
		if !n.glued && n.kind == word && n.capital() && !s.titleCase && s.spanAt(to) == nil && (!r.x.has(n, ordinaryWord|functionWord) || orgTails[n.lower] || n.is("engineering", "associates", "agency")) {
			return false
		}
	}
	return true
}

// nameFollows reports whether what follows is said of people: a verb of theirs, "'s", "and".
func (r *reading) nameFollows(s *sentence, i int) bool {
	return i < len(s.toks) && (personAfter[s.toks[i].lower] || s.toks[i].is("'", "and", "&", ","))
}
