package extract

import "strings"

// talkVerbs take a guest with "with", "to" or "by", or as their object.
var talkVerbs = map[string]bool{"talk": true, "talks": true, "talked": true, "talking": true, "chat": true, "chats": true, "chatted": true, "chatting": true, "speak": true, "speaks": true,
	"spoke": true, "speaking": true, "sit": true, "sits": true, "sat": true, "sitting": true, "catching": true, "interview": true, "interviews": true, "interviewed": true, "interviewing": true, "joined": true,
	"welcome": true, "welcomes": true, "host": true, "conversation": true, "discussion": true, "featuring": true, "feature": true, "features": true, "feat": true, "catch": true, "have": true, "meet": true, "invite": true, "invited": true, "down": true, "up": true, "guest": true, "guests": true, "discuss": true, "get": true, "gets": true, "got": true}

// guestVerbs are what guests do.
var guestVerbs = map[string]bool{"joins": true, "joined": true, "shares": true, "explains": true, "walks": true, "discusses": true, "talks": true, "breaks": true,
	"returns": true, "stops": true, "comes": true, "tells": true, "reveals": true, "describes": true, "answers": true, "outlines": true, "unpacks": true, "demonstrates": true, "join": true, "lets": true, "gives": true,
	"draws": true, "brings": true, "contrasts": true, "guides": true, "drops": true, "digs": true, "takes": true, "covers": true, "shows": true, "argues": true, "unravels": true, "serves": true, "details": true, "maps": true, "presents": true, "discuss": true, "is": true, "served": true, "works": true, "leads": true, "maintains": true, "spent": true}

// guestObjects finds "talks with X", "joined by X and Y", "interview X", "guest X".
func (r *reading) guestObjects(s *sentence) {
	if s.titleCase && s.src.in != "title" {
		r.headingWith(s)
		return
	}
	joining := s.toks[0].is("joining", "joined") && s.tokAt(1).is("us", "me") || s.toks[0].is("our", "my", "today", "this") && s.tokAt(1).is("guest", "guests", "'")
	for k := 0; k < len(s.spans); k++ {
		sp := s.spans[k]
		if sp.class != personName || !r.guestSlot(s, sp.from) && !(joining && sp.from < 16 && r.firstPerson(s, k)) {
			continue
		}
		r.addGuest(s, &s.spans[k], "guest-object")
		for next := r.nextPerson(s, k); next > 0 && r.joined(s, s.spans[k].to, s.spans[next].from); next = r.nextPerson(s, k) {
			k = next
			r.addGuest(s, &s.spans[k], "guest-object")
		}
	}
}

// headingWith reads a heading that ends with its guest: "Waiting for Trees, with Ada Long".
func (r *reading) headingWith(s *sentence) {
	if n := len(s.spans); s.kind == heading && s.start < 400 && n > 0 {
		sp := &s.spans[n-1]
		if sp.class == personName && sp.to-sp.from > 1 && sp.to == len(s.toks) && s.tokAt(sp.from-1).is("with") {
			r.addGuest(s, sp, "guest-title")
		}
	}
}

// nextPerson returns the next span of a person after span k, or 0.
func (r *reading) nextPerson(s *sentence, k int) int {
	for k++; k < len(s.spans); k++ {
		if s.spans[k].class == personName {
			return k
		}
	}
	return 0
}

// listedGuests reads "interviews from RustConf: A on …; B on …" and "speakers included A, B and C".
func (r *reading) listedGuests(s *sentence) {
	if s.titleCase || s.kind != prose {
		return
	}
	lead := false
	for i := range s.toks {
		t := &s.toks[i]
		switch {
		case t.is("interviews"):
			lead = true
		case lead && t.is(":", ";"):
			for j := i + 1; j < i+3; j++ {
				if sp := r.personAt(s, j); sp != nil && sp.from == j {
					r.addGuest(s, sp, "guest-list")
				}
			}
		case t.is("included", "include", "were") && r.nearAny(s, i, 7, "speakers", "guests", "panelists"):
			r.linkedNames(s, i+1)
			for k := range s.spans {
				if sp := &s.spans[k]; sp.class == personName && sp.from > i && r.listedUp(s, i+1, sp.from) {
					r.addGuest(s, sp, "guest-list")
				}
			}
		}
	}
}

// linkedNames marks the given names after token i that are whole labels of links to profiles: "speakers included Ada, Ben
// and Cleo Marsh", each linked.
func (r *reading) linkedNames(s *sentence, i int) {
	for ; i < len(s.toks); i++ {
		t := &s.toks[i]
		if s.spanAt(i) == nil && t.letters == titleCase && r.x.has(t, givenName) && r.known(s.text(i, i+1)) == nil && r.profileLabel(s, i, i+1) {
			s.put(span{from: i, to: i + 1, class: personName, name: r.personNamed(s.text(i, i+1)).name, rule: "guest-list"})
		}
	}
}

// listedUp reports whether only names stand between two tokens.
func (r *reading) listedUp(s *sentence, from, to int) bool {
	for i := from; i < to; i++ {
		if !s.toks[i].capital() && !s.toks[i].is(",", "and", "&", "'", "-", ".") && s.spanAt(i) == nil && s.toks[i].kind == word && i < to-3 && r.x.has(&s.toks[i], functionWord) {
			return false
		}
	}
	return true
}

// firstPerson reports whether no person is named in a sentence before span k.
func (r *reading) firstPerson(s *sentence, k int) bool {
	for i := range k {
		if s.spans[i].class == personName {
			return false
		}
	}
	return true
}

// joined reports whether only a conjunction, or a comma and one, stands between two names; what introduces either may
// stand there too: "A, CEO of X, and B", "A from X and B", "A and lead designer B".
func (r *reading) joined(s *sentence, from, to int) bool {
	if to-from > 14 || to <= from {
		return false
	}
	if s.toks[from].is("and", "&") && r.roleWords(s, from+1, to) {
		return true
	}
	if to-from <= 2 {
		for i := from; i < to; i++ {
			if !s.toks[i].is("and", "&", ",", "|", "/", ";") {
				return false
			}
		}
		return true
	}
	if !s.toks[to-1].is("and", "&") || !s.toks[from].is(",", "(", "from", "at", "of", "[", "–", "—") {
		return false
	}
	return to-from < 13 && s.toks[from].is(",", "(") && r.roleAhead(s, from+1) || r.apposed(s, from, to-1)
}

// apposed reports whether the tokens [from, to) only tell what somebody is and where: no verb stands there.
func (r *reading) apposed(s *sentence, from, to int) bool {
	for i := from; i < to; i++ {
		t := &s.toks[i]
		switch {
		case t.kind == punct || t.capital() || t.kind == number || s.spanAt(i) != nil || r.roleWord(s, i):
		case t.is("from", "at", "of", "the", "a", "an", "and", "for", "in"):
		default:
			return false
		}
	}
	return true
}

// guestSlot reports whether a name, at a token, is the object of a talk.
func (r *reading) guestSlot(s *sentence, name int) bool {
	i := r.introStart(s, name)
	for j := i - 1; j >= 0 && j >= i-9; j-- {
		t := &s.toks[j]
		switch {
		case t.is("from"):
			return j > 0 && s.toks[j-1].is("hear", "heard")
		case t.is("by") && j > 0 && s.toks[j-1].is("interviewed"):
			return false
		case t.is("with", "to", "by", "w"):
			if j > 0 && s.toks[j-1].is("interview") && r.anyGuest() && s.start > 80 {
				return false
			}
			for k := j - 1; k >= 0 && k >= j-4; k-- {
				if v := &s.toks[k]; talkVerbs[v.lower] && !v.is("discuss") && (!v.is("up", "down") || k == j-1 && !v.glued) {
					return true
				}
			}
			if s.src.in == "title" {
				end := s.spanAt(name).to
				return t.is("with", "w") && (j == 0 || !s.toks[j-1].is("working", "work")) && (end >= len(s.toks) || s.toks[end].kind == punct || s.toks[end].is("and"))
			}
			return t.is("with") && (j == 0 || r.closingWith(s, name, j))
		case t.is("guest") && s.tokAt(j+1).is("host", "hosts"), t.is("host") && (s.tokAt(j+1).is(",") || !s.tokAt(j-1).is("we", "i", "to", "they", "and")):
			return false // who hosts for once
		case t.is("interview", "interviews", "interviewed", "welcome", "welcomes", "featuring", "feature", "feat", "ft", "guest", "guests", "meet", "host") || t.is("have", "having") && j > 0 && (s.toks[j-1].is("we", "i", "today", "week") || s.tokAt(s.spanAt(name).to).is("on", "back", "here", "with")):
			return i-j <= 4
		case t.is("and", "&", ","), t.is("of") && s.tokAt(j-1).is("each", "all", "both", "some", "two", "three", "one"):
			continue
		case t.kind == punct && !t.is(",", "'", "-", ":", "/", ".") || t.is("about", "of", "discuss", "for"):
			return false
		case s.spanAt(j) != nil && s.spanAt(j).class == personName:
			return false
		}
	}
	return false
}

// closingWith reports whether a sentence ends with ", with NAME".
func (r *reading) closingWith(s *sentence, i, with int) bool {
	end := s.spanAt(i).to
	return with == i-1 && !s.listed && s.tokAt(with-1).is(",", "–", "—") && (end == len(s.toks) || s.toks[end].is(".", "!"))
}

// guestLines reads the entries below a heading for guests or speakers.
func (r *reading) guestLines(s *sentence) {
	if s.toks[0].is("guest", "guests", "speaker", "speakers", "interviewee", "interviewees") && s.tokAt(1).is(":") && s.tokAt(2).capital() {
		for k := range s.spans {
			if sp := &s.spans[k]; sp.class == personName && r.listedUp(s, 2, sp.from) {
				r.addGuest(s, sp, "guest-list")
			}
		}
		return
	}
	if !strings.Contains(s.under, "guest") && !strings.Contains(s.under, "speaker") && !strings.Contains(s.under, "talker") && !strings.Contains(s.under, "panelist") {
		return
	}
	for k := range s.spans {
		if sp := &s.spans[k]; sp.class == personName && sp.from == 0 {
			r.addGuest(s, sp, "guest-list")
		}
	}
}

func (r *reading) addGuest(s *sentence, sp *span, rule string) {
	p := r.resolveShort(sp.name)
	if p.host {
		return
	}
	p.guest = true
	r.note("guest", rule, p, r.quote(s, sp.from, sp.to))
}

func (r *reading) anyGuest() bool {
	for _, p := range r.people {
		if p.guest {
			return true
		}
	}
	return false
}

// titleGuests takes the people of the title for guests when the text is about them too.
func (r *reading) titleGuests() {
	for i := range r.sents {
		s := &r.sents[i]
		if s.src.in != "title" {
			continue
		}
		for k := range s.spans {
			sp := &s.spans[k]
			if sp.class != personName {
				continue
			}
			p := r.resolveShort(sp.name)
			edge := sp.from == 0 || sp.to == len(s.toks) && !s.tokAt(sp.from-1).is("of", "about", "for", "to", "from", "against", "behind", "vs", "without") || s.toks[sp.from-1].is("|", "-", "–", "—", "(", "·", ":", "by", "with", "w", "/", "and", "&", ",") || sp.to < len(s.toks) && s.toks[sp.to].is("|", "-", "(", ":") || s.tokAt(sp.to).is("on") && r.x.has(s.tokAt(sp.from-1), roleHead) || s.toks[0].is("how", "why", "when", "inside", "meet") && sp.from == 1
			if p.host || p.last == "" || !edge {
				continue
			}
			together := k > 0 && s.spans[k-1].class == personName && r.resolveShort(s.spans[k-1].name).guest && r.joined(s, s.spans[k-1].to, sp.from)
			if r.anyGuest() && !p.guest && p.seen < 2 && !together {
				continue
			}
			p.guest = true
			r.note("guest", "guest-title", p, r.quote(s, sp.from, sp.to))
		}
	}
}
