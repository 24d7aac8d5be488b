package extract

import "strings"

// fellowHosts makes hosts of those known by given name only who do what a text tells of its hosts: who is told of beside a
// host ("Ada is back, and Ben has a new keyboard"), or again and again, two of them or one beside a guest in full ("Nick agrees …
// Chris thinks …"), and the writer's fellow ("Hilary and I go through"). Whom a host talks with is none.
func (r *reading) fellowHosts() {
	told := map[string]int{}
	known := r.shortHostKnown() && !r.anyGuest() && r.shortOnly()
	r.eachLone(func(s *sentence, k int) {
		name := s.text(k, k+1)
		if told[name]++; known && r.earlySentence(s) && !r.hosts(name) {
			r.addHost(s, k, k+1, name, "host-beside")
		}
	})
	again := 0
	for _, n := range told {
		if n > 1 {
			again++
		}
	}
	full := r.anyGuest()
	r.eachLone(func(s *sentence, k int) {
		name := s.text(k, k+1)
		if n := told[name]; !r.hosts(name) && (n > 2 && full || n > 1 && again > 1) {
			r.addHost(s, k, k+1, name, "host-beside")
		}
	})
	for i := range r.sents {
		s := &r.sents[i]
		if s.kind != prose || s.listed || s.src.in != "" || full || !r.earlySentence(s) || r.loneName(s, 0) != nameUnknown {
			continue
		}
		if me := s.tokAt(2); s.tokAt(1).is("and", "&") && me.is("i") && me.letters == upperCase && s.tokAt(3).letters == lowerCase {
			r.addHost(s, 0, 1, s.text(0, 1), "host-beside")
		}
	}
}

// eachLone calls see for each given name of nobody in full that opens a clause of prose, before a verb.
func (r *reading) eachLone(see func(s *sentence, k int)) {
	for i := range r.sents {
		s := &r.sents[i]
		if !s.plainProse() {
			continue
		}
		for k := range s.toks {
			if s.toks[k].letters != titleCase || k > 0 && !s.toks[k-1].is(",", "and", "but", "while", "as", ";", "&") {
				continue
			}
			v := s.tokAt(k + 1)
			if v.kind != word || v.letters != lowerCase || !hostVerbs[v.lower] && !((strings.HasSuffix(v.lower, "s") || strings.HasSuffix(v.lower, "ed")) && len(v.lower) > 3) || !r.loneHere(s, k) || r.talkedWith(s.text(k, k+1)) {
				continue
			}
			see(s, k)
		}
	}
}

// loneHere reports whether a given name of nobody named in full stands at token k.
func (r *reading) loneHere(s *sentence, k int) bool {
	if p := r.personAt(s, k); p != nil {
		q := r.resolveShort(p.name)
		return p.to == k+1 && q.last == "" && !q.guest && !r.ofSomebody(p.name)
	}
	return r.x.has(&s.toks[k], givenName) && !r.x.has(&s.toks[k], roleHead|roleModifier) && r.loneName(s, k) == nameUnknown && !r.ofSomebody(s.text(k, k+1)) && !r.longer(s.text(k, k+1))
}

// ofSomebody reports whether a given name, or a longer form of it, is part of a full name of the episode.
func (r *reading) ofSomebody(name string) bool {
	key := foldName(name)
	for _, p := range r.people {
		if p.last != "" && (compatible(p.first, key) || strings.Contains(" "+p.name+" ", " "+name+" ")) {
			return true
		}
	}
	return false
}

// hosts reports whether somebody of that name is known to host.
func (r *reading) hosts(name string) bool {
	p := r.known(name)
	return p != nil && p.host
}

// shortHostKnown reports whether somebody known by given name alone hosts.
func (r *reading) shortHostKnown() bool {
	for _, p := range r.people {
		if p.host && p.last == "" {
			return true
		}
	}
	return false
}

// talkedWith reports whether somebody talks with, or is joined by, a name.
func (r *reading) talkedWith(name string) bool {
	for i := range r.sents {
		s := &r.sents[i]
		for k := 2; k < len(s.toks); k++ {
			if s.toks[k-1].is("with", "to", "by", "interviews", "welcomes") && talkVerbs[s.toks[k-2].lower] && s.text(k, k+1) == name {
				return true
			}
		}
	}
	return false
}
