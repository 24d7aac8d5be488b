package extract

import "strings"

// hostsTold finds hosts by what else is said of them: a label ("Hosts: A & B"), an opening line of given names, the people
// a guest talks to ("explains it to Craig and Adam"), whoever interviews, the name after the show's.
func (r *reading) hostsTold(s *sentence) {
	if s.src.in != "" || len(s.toks) < 3 {
		return
	}
	if r.hostLabel(s) || s.titleCase || s.kind != prose {
		return
	}
	r.openingLine(s)
	r.joinThem(s)
	r.interviewers(s)
	r.showWith(s)
	r.guestHosts(s)
	r.inAddition(s)
	for i := range s.toks {
		if j := r.addressee(s, i); j > 0 {
			r.shortHosts(s, j, "host-addressed")
		}
	}
	r.besideGuest(s)
	r.meanwhile(s)
	r.specialGuest(s)
	r.introducesSelf(s)
	r.aboutMe(s)
}

// hostLabel reads "Hosts: A & B", "Hosts - A and B" and "Panel: A, B".
func (r *reading) hostLabel(s *sentence) bool {
	i := 0
	for i < 2 && s.tokAt(i).is("-", "•", "*", "your", "our", "the") || i < 2 && s.tokAt(i).is("guest") && s.tokAt(i+1).is("host", "co", "cohost") {
		i++
	}
	if !s.tokAt(i).is("host", "hosts", "cohosts", "panel", "panelists", "hosted", "moderator", "interviewer", "interviewers", "presenter", "presenters", "presented") {
		if !s.tokAt(i).is("co") || !s.tokAt(i+2).is("host", "hosts") {
			return false
		}
		i += 2
	}
	i++
	if s.tokAt(i).is("by") {
		i++
	}
	if s.tokAt(i-2).is("presented") && s.tokAt(i-1).is("by") && r.personAt(s, i) != nil {
		i--
	} else if !s.tokAt(i).is(":", "-", "–", "—") || i == 0 {
		return false
	}
	for i++; i < len(s.toks); i++ {
		if s.toks[i].is("guest", "guests") {
			return true
		}
		if to, name := r.nameAt(s, i); name != "" && !(s.toks[i-1].capital() && !s.toks[i].glued) {
			r.addHost(s, i, to, name, "host-word")
			i = to - 1
		}
	}
	return true
}

// openingLine reads a first line of given names only, "with Jerod, Amal & Nick", and "Hang with Jerod and Nick while we".
func (r *reading) openingLine(s *sentence) {
	i := 0
	switch {
	case s.toks[0].is("with", "featuring") && s.start < 200:
		i = 1
	case s.toks[0].is("hang", "hangout", "come", "tune") && s.tokAt(1).is("with", "out", "along", "in"):
		for i = 1; i < 4 && !s.tokAt(i).is("with"); {
			i++
		}
		i++
	default:
		return
	}
	list, end := r.shortList(s, i)
	if len(list) < 2 || s.toks[0].is("with", "featuring") && end < len(s.toks) && s.toks[end].kind != punct {
		return
	}
	for _, n := range list {
		r.addHost(s, n.from, n.to, n.name, "host-opening")
	}
}

// A shortName is a given name or nickname that stands alone.
type shortName struct {
	from, to int
	name     string
}

// shortList reads "Jerod, KBall & Nick" at token i: given names that belong to nobody named in full, and nicknames among them.
func (r *reading) shortList(s *sentence, i int) (list []shortName, end int) {
	given := 0
	for i < len(s.toks) {
		to, name := r.nameAt(s, i)
		if name != "" && !strings.Contains(name, " ") {
			given++
		} else if to, name = r.nickAt(s, i); name == "" {
			break
		}
		if p := r.known(name); p != nil && p.last != "" && !p.host {
			return nil, i // a guest's given name
		}
		list = append(list, shortName{i, to, name})
		i = to
		end = i
		if !s.tokAt(i).is(",", "and", "&") {
			break
		}
		for s.tokAt(i).is(",", "and", "&") {
			i++
		}
	}
	if given == 0 {
		return nil, i
	}
	return list, end
}

// nickAt reads a nickname, "KBall", as it stands in a list of given names.
func (r *reading) nickAt(s *sentence, i int) (int, string) {
	t := s.tokAt(i)
	if t.kind != word || t.letters != mixedCase && t.letters != titleCase || r.x.has(t, functionWord|ordinaryWord|roleHead|monthOrDay) || s.toks[i].glued {
		return i, ""
	}
	if sp := s.spanAt(i); sp != nil && (sp.entry != nil || sp.to > i+1) {
		return i, ""
	}
	next := s.tokAt(i + 1)
	if i+1 < len(s.toks) && (next.capital() || next.glued && next.kind != punct || next.is("'") && next.glued) {
		return i, ""
	}
	return i + 1, s.text(i, i+1)
}

// addressee returns where the names of those begin whom a guest talks to: "he talks to Craig and Adam", "joins Adam and
// Craig", "explains this to Adam". 0 if nobody is addressed at token i.
func (r *reading) addressee(s *sentence, i int) int {
	t := &s.toks[i]
	switch {
	case i == 0 || !r.anyFull() && !r.anyGuest():
	case (t.is("talks", "speaks", "chats", "talked", "spoke") || t.is("talk", "speak", "chat") && s.toks[i-1].is("to")) && s.tokAt(i+1).is("to", "with"):
		return i + 2
	case (t.is("joins", "joined", "tells", "told") || t.is("join") && s.toks[i-1].is("to")) && !s.tokAt(i+1).is("us", "me", "by", "the"):
		return i + 1
	case t.is("with") && s.toks[0].capital() && !s.toks[i-1].is("talks", "speaks", "chats", "work", "working", "works"):
		if list, end := r.shortList(s, i+1); len(list) > 1 && (end == len(s.toks) || s.toks[end].is(".", "!")) && r.discussed(s, i) {
			return i + 1
		}
	case t.is("to") && r.nearAny(s, i, 9, "explains", "explain", "describes", "outlines"):
		for j := i - 1; j >= 0 && j > i-10; j-- {
			if s.toks[j].is("explains", "explain", "describes", "outlines") {
				return i + 1
			}
		}
	}
	return 0
}

// discussed reports whether somebody named in full discusses something before token i: "Ada Long (Heapworks) discusses arenas
// with Ben and Cleo."
func (r *reading) discussed(s *sentence, i int) bool {
	for j := 1; j < i; j++ {
		if s.toks[j].is("discusses", "debates", "explores", "reviews", "unpacks", "covers") {
			return r.personAt(s, 0) != nil
		}
	}
	return false
}

// anyFull reports whether somebody who does not host is named in full.
func (r *reading) anyFull() bool {
	for _, p := range r.people {
		if p.last != "" && !p.host {
			return true
		}
	}
	return false
}

// shortHosts makes hosts of the given names listed at token i, when somebody else is the subject.
func (r *reading) shortHosts(s *sentence, i int, rule string) {
	list, end := r.shortList(s, i)
	if len(list) == 0 || s.tokAt(end).is("'") || end < len(s.toks) && s.toks[end].capital() && !s.toks[end].glued {
		return
	}
	if sp := r.personAt(s, 0); sp != nil && r.resolveShort(sp.name).host {
		return // the host talks to a guest of one name
	}
	if len(list) == 1 && !s.tokAt(0).is("he", "she", "they") && r.personAt(s, 0) == nil {
		return
	}
	for _, n := range list {
		r.addHost(s, n.from, n.to, n.name, rule)
	}
	if s.tokAt(0).is("he", "she", "they") || r.pronounBefore(s, i) {
		r.teller(s)
	}
}

// pronounBefore reports whether "he" or "she" is the subject of the verb before token i.
func (r *reading) pronounBefore(s *sentence, i int) bool {
	return r.nearAny(s, i, 6, "he", "she")
}

// teller makes a guest of the person a sentence tells of by pronoun, when it is told to the hosts.
func (r *reading) teller(s *sentence) {
	name := r.previousSubject(s)
	for k := range s.spans {
		if sp := &s.spans[k]; sp.class == personName && sp.to-sp.from > 1 {
			name = sp.name
			break
		}
	}
	if name == "" || r.anyGuest() {
		return
	}
	p := r.resolveShort(name)
	if p.last == "" || p.host {
		return
	}
	if f, from, to, ok := r.firstMention(p); ok {
		p.guest = true
		r.note("guest", "guest-tells", p, r.quote(f, from, to))
	}
}

// interviewers reads "Ada Long is interviewed by B and C": who interviews hosts.
func (r *reading) interviewers(s *sentence) {
	for k := range s.spans {
		sp := &s.spans[k]
		if sp.class != personName || sp.from < 3 || !s.toks[sp.from-1].is("by") || !s.toks[sp.from-2].is("interviewed") {
			continue
		}
		for _, name := range r.conjoined(s, k) {
			p := r.resolveShort(name)
			p.guest, p.host = false, true
			for n := range s.spans {
				if s.spans[n].name == name {
					r.note("host", "host-interviews", p, r.quote(s, s.spans[n].from, s.spans[n].to))
				}
			}
		}
		if first := r.personAt(s, 0); first != nil && first.to < sp.from {
			r.addGuest(s, first, "guest-object")
		}
	}
}

// inAddition reads "In addition to A and B, our special guest was C".
func (r *reading) inAddition(s *sentence) {
	if !s.toks[0].is("in") || !s.tokAt(1).is("addition") || !s.tokAt(2).is("to") {
		return
	}
	guests := false
	for i := 4; i < len(s.toks); i++ {
		guests = guests || s.toks[i].is("guest", "guests", "speakers", "panelists")
	}
	for k := range s.spans {
		if sp := &s.spans[k]; guests && sp.class == personName && sp.from == 3 {
			for _, name := range r.conjoined(s, k) {
				for n := range s.spans {
					if o := &s.spans[n]; o.name == name {
						r.addHost(s, o.from, o.to, name, "host-word")
					}
				}
			}
		}
	}
}

// showWith reads "SHOW with NAME features conversations".
func (r *reading) showWith(s *sentence) {
	if len(r.ep.Show) < 5 {
		return
	}
	text := s.src.text[s.start:s.end]
	k := strings.Index(text, r.ep.Show+" with ")
	if k < 0 {
		return
	}
	at := s.start + k + len(r.ep.Show) + len(" with ")
	for n := range s.spans {
		if sp := &s.spans[n]; sp.class == personName && s.toks[sp.from].start == at && !r.resolveShort(sp.name).guest {
			r.addHost(s, sp.from, sp.to, sp.name, "host-word")
		}
	}
}

// besideGuest reads "Join Corey and Richard as they discuss", "Michael and Matty talk": beside the given name of somebody
// named in full, or a pronoun, the other one hosts.
func (r *reading) besideGuest(s *sentence) {
	for i := 0; i+2 < len(s.toks); i++ {
		if i > 0 && !s.toks[i-1].is("join", ",", ".", "as", "while", "and", "when") || !s.tokAt(i+1).is("and", "&") {
			continue
		}
		a, b := r.loneName(s, i), r.loneName(s, i+2)
		end := s.tokAt(i + 3)
		if !(hostVerbs[end.lower] || end.is("as", "explore", "talk", "chat", "cover", "wonder", "consider")) || end.is("is", "are", "has") {
			continue
		}
		pronoun := s.toks[i].is("he", "she", "they")
		if (a == nameOfGuest || pronoun) && b == nameUnknown {
			r.addHost(s, i+2, i+3, s.text(i+2, i+3), "host-beside")
			if pronoun {
				r.alsoHosts(s, "host-beside")
			}
		} else if a == nameUnknown && b == nameOfGuest {
			r.addHost(s, i, i+1, s.text(i, i+1), "host-beside")
		}
	}
}

// alsoHosts makes a host of the given name that opens a sentence before s, when a pronoun stands for it beside a host:
// "Ada has been exploring callbacks. She and Ben explore them further."
func (r *reading) alsoHosts(s *sentence, rule string) {
	for i := len(r.sents) - 1; i >= 0; i-- {
		t := &r.sents[i]
		if t.src != s.src || t.kind != prose || t.start >= s.start || t.toks[0].is("he", "she", "they") {
			continue
		}
		if r.loneName(t, 0) == nameUnknown {
			r.addHost(t, 0, 1, t.text(0, 1), rule)
		}
		return
	}
}

// meanwhile reads "She explains it to Ben, while Cleo minds the penguins": beside a host told by given name, one more.
func (r *reading) meanwhile(s *sentence) {
	for i := 2; i+2 < len(s.toks); i++ {
		if !s.toks[i].is("while") || !s.tokAt(i-1).is(",") || r.loneName(s, i+1) != nameUnknown || s.tokAt(i+2).letters != lowerCase {
			continue
		}
		if sp := r.personAt(s, i-2); sp != nil && sp.to-sp.from == 1 && r.resolveShort(sp.name).host {
			r.addHost(s, i+1, i+2, s.text(i+1, i+2), "host-beside")
		}
	}
}

// A loneKind tells what a single capitalised word is as a name.
type loneKind uint8

const (
	noName loneKind = iota
	nameOfGuest
	nameUnknown
)

func (r *reading) loneName(s *sentence, i int) loneKind {
	t := s.tokAt(i)
	if t.letters != titleCase || s.tokAt(i+1).glued {
		return noName
	}
	if p := r.known(s.text(i, i+1)); p != nil {
		switch {
		case p.host:
			return noName
		case p.last != "":
			return nameOfGuest
		}
		return nameUnknown
	}
	if r.x.has(t, givenName) && s.spanAt(i) == nil {
		return nameUnknown
	}
	return noName
}
