package extract

import "strings"

// hostVerbs are what hosts do at the beginning of a description: "Aaron talks with …", "Wes and Scott talk with …".
var hostVerbs = map[string]bool{"talk": true, "talks": true, "chat": true, "chats": true, "speak": true, "speaks": true, "sit": true, "sits": true,
	"interview": true, "interviews": true, "welcome": true, "welcomes": true, "discuss": true, "are": true, "is": true, "explore": true, "explores": true, "host": true, "hosts": true,
	"dive": true, "dives": true, "cover": true, "review": true, "answer": true, "share": true, "shares": true, "go": true, "break": true, "debate": true,
	"react": true, "recap": true, "look": true, "take": true, "meet": true, "meets": true, "return": true, "unpack": true, "catch": true, "catches": true, "got": true, "get": true,
	"was": true, "were": true, "joins": true, "join": true, "invite": true, "invites": true, "ask": true, "asks": true, "wrap": true, "celebrate": true, "has": true, "have": true, "tells": true, "tell": true,
	"caught": true, "sat": true, "spoke": true, "talked": true, "chatted": true, "interviewed": true, "welcomed": true, "rants": true, "rant": true}

// cast finds who hosts and who visits.
func (r *reading) cast() {
	r.givenGuest()
	for i := range r.sents {
		s := &r.sents[i]
		r.namedHosts(s)
		switch s.kind {
		case prose, heading, follow:
			r.titledGuest(s)
			r.hostSubjects(s)
			if !s.passage.isSection() { // who speaks for a sponsor is no guest
				r.guestObjects(s)
				r.guestLines(s)
				r.listedGuests(s)
				r.givenFrom(s)
			}
		case sponsor:
			if !s.passage.isSection() { // a paragraph that thanks a sponsor, too
				r.hostSubjects(s)
				r.guestObjects(s)
			}
		case hostLine:
			r.hostLines(s)
		case linkLine:
			r.guestLines(s)
		case chapter:
			r.welcomer(s)
		}
	}
	for i := range r.sents {
		r.hostsTold(&r.sents[i])
	}
	r.signsOff()
	r.disclaimers()
	r.showNames()
	r.credits()
	r.guestSubjects()
	r.titleGuests()
	r.introducedGuests()
	r.fellowHosts()
	r.chapterGuests()
	r.headedGuests()
	r.loneGuest()
	r.followed()
	r.shortNames()
}

// subjectStart skips the openings before a sentence's subject: "In this episode of Database School,".
func (r *reading) subjectStart(s *sentence) int {
	if s.toks[0].is("in", "this", "today", "on", "for", "join", "our", "welcome", "it", "plus", "recorded") {
		for i := 1; i < len(s.toks) && i < 14; i++ {
			if s.toks[i].is(",") {
				return i + 1
			}
			if s.toks[i].is("week", "episode", "time", "show", "today") && i+1 < len(s.toks) && s.toks[i+1].capital() && !s.toks[i+1].is("i") {
				return i + 1
			}
		}
	}
	return 0
}

// nameAt reads a full or given name at token i; loose accepts given names only.
func (r *reading) nameAt(s *sentence, i int) (to int, name string) {
	if i >= len(s.toks) {
		return i, ""
	}
	if sp := s.spanAt(i); sp != nil {
		if sp.class == personName && sp.from == i {
			return sp.to, sp.name
		}
		if !sp.weak {
			return i, ""
		}
	}
	t := &s.toks[i]
	if t.kind != word || !t.capital() || !r.x.has(t, givenName) || r.x.has(t, functionWord) || t.letters == upperCase && t.end-t.start > 2 {
		return i, ""
	}
	end := r.partEnd(s, i)
	if end < len(s.toks) && s.toks[end].capital() && !s.toks[end].glued && !s.titleCase && !hostVerbs[s.toks[end].lower] {
		return i, ""
	}
	return end, s.text(i, end)
}

// joinsHosts reads the hosts in "X joins Rob and Jason".
func (r *reading) joinsHosts(s *sentence, i int) {
	for {
		to, name := r.nameAt(s, i)
		if name == "" || strings.Contains(name, " ") {
			return
		}
		r.addHost(s, i, to, name, "host-joined")
		for i = to; i < len(s.toks) && s.toks[i].is(",", "and", "&"); {
			i++
		}
	}
}

// shortOnly reports whether the episode names nobody in full, but as an owner of things: then a given name alone is a host's.
func (r *reading) shortOnly() bool {
	for i := range r.sents {
		s := &r.sents[i]
		if s.listed || s.kind != prose && s.src.in != "title" {
			continue
		}
		for k := range s.spans {
			sp := &s.spans[k]
			if sp.class == personName && sp.to-sp.from > 1 && !(s.tokAt(sp.to).is("'") && s.tokAt(sp.to).glued) && !r.resolveShort(sp.name).host {
				return false
			}
		}
	}
	return true
}

// earlySentence reports whether a sentence stands in the opening of the description.
func (r *reading) earlySentence(s *sentence) bool { return s.start < 600 }

func (r *reading) addHost(s *sentence, from, to int, name, rule string) {
	p := r.resolveShort(name)
	if p.guest && rule != "host-word" {
		return
	}
	p.host = true
	if s != nil {
		s.put(span{from: from, to: to, class: personName, name: p.name, rule: rule})
		r.note("host", rule, p, r.quote(s, from, to))
	}
}

// resolveShort finds the person a possibly short name stands for.
func (r *reading) resolveShort(name string) *person {
	if p := r.known(name); p != nil {
		return p
	}
	return r.personNamed(name)
}

// known returns the person the episode has named so far whom a possibly short name stands for, or nil.
func (r *reading) known(name string) *person {
	key := foldName(name)
	if strings.Contains(name, " ") {
		return r.personByKey[key]
	}
	var found *person
	for _, p := range r.people {
		if p.first == key || p.last == key && p.last != "" {
			if found != nil {
				return r.personByKey[key]
			}
			found = p
		}
	}
	return found
}

// credits takes over what podcast:person tags say.
func (r *reading) credits() {
	for _, c := range r.ep.People {
		if c.Name == "" {
			continue
		}
		p := r.personNamed(c.Name)
		p.score = max(p.score, 8)
		ev := Evidence{Quote: c.Name, Start: 0, End: len(c.Name), In: "credit"}
		switch c.Role {
		case "guest":
			p.guest, p.host = true, false
			r.note("guest", "credit", p, ev)
		case "host", "cohost", "co-host", "":
			p.host, p.guest = true, false
			r.note("host", "credit", p, ev)
		default:
			r.note("person", "credit", p, ev)
		}
	}
}

// A noted is evidence, and the rule that it meets.
type noted struct {
	Evidence
	rule string
}

// note keeps the evidence for a person's part in the episode.
func (r *reading) note(role, rule string, p *person, e Evidence) {
	key := role + "\x00" + p.key()
	r.evidence[key] = append(r.evidence[key], noted{e, rule})
}

func (p *person) key() string { return p.first + "\x00" + p.last }
