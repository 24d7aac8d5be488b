package extract

import "strings"

// hostSubjects finds "Wes and Scott talk with", "Ada Long from Heapworks chats with", "where Joel and Jeff sit down with", and
// what says that somebody hosts.
func (r *reading) hostSubjects(s *sentence) {
	r.hostWords(s)
	if s.src.in == "title" || s.titleCase {
		return
	}
	r.subjectsFrom(s, r.subjectStart(s))
	for i := 1; i+2 < len(s.toks); i++ {
		if s.toks[i].capital() && s.toks[i-1].is("where", "when", "as", "while", "roundtable", "table", "discussion", "episode", "show", "podcast") {
			r.pairFrom(s, i)
		}
	}
	r.namedSubject(s)
	r.asking(s)
}

// subjectsFrom makes hosts of the names that a sentence begins with at token i, when they do what hosts do.
func (r *reading) subjectsFrom(s *sentence, i int) {
	var at [][2]int
	var names []string
	for {
		to, name := r.nameAt(s, i)
		if next := s.tokAt(i + 1); name == "" && len(names) == 0 && (next.is("talks") && s.tokAt(i+2).is("about", "with", "to") || next.is("chats", "rants", "interviews", "welcomes")) {
			if to, name = r.nickAt(s, i); name != "" && r.longer(name) { // nothing but a person does so
				name = ""
			}
		}
		if name == "" && (len(names) > 0 && !strings.Contains(names[0], " ") || s.tokAt(i+1).is("and", "&") && r.x.has(s.tokAt(i+2), givenName)) {
			to, name = r.nickAt(s, i)
		}
		if name == "" {
			break
		}
		at, names = append(at, [2]int{i, to}), append(names, name)
		i = to
		for i < len(s.toks) && s.toks[i].is(",", "and", "&") {
			i++
		}
	}
	if len(names) == 0 || i >= len(s.toks) || at[len(at)-1][1] != i {
		return
	}
	for k := range names {
		if len(names) > 1 && at[k][1] == at[k][0]+1 && !r.toldInFull(names[k]) {
			names[k] = s.text(at[k][0], at[k][1]) // only a link has more of it
		}
	}
	if r.amongHosts(s, at, names, i) {
		return
	}
	for i < len(s.toks) && s.toks[i].is("also", "both", "finally", "then", "once", "again", "each") {
		i++
	}
	if i < len(s.toks) && s.toks[i].is("join", "joins") {
		r.joinsHosts(s, i+1)
		return
	}
	if r.fromFirm(s, at, names, i) || i >= len(s.toks) || !r.hosting(s, i, names) {
		return
	}
	for k, name := range names {
		r.addHost(s, at[k][0], at[k][1], name, "host-subject")
	}
}

// toldInFull reports whether the title or the prose names somebody by that full name.
func (r *reading) toldInFull(name string) bool {
	for i := range r.sents {
		s := &r.sents[i]
		if s.src.in != "title" && (s.kind != prose || s.listed) {
			continue
		}
		for k := range s.spans {
			if sp := &s.spans[k]; sp.class == personName && sp.to-sp.from > 1 && sp.name == name {
				return true
			}
		}
	}
	return false
}

// amongHosts reads "Ada, Ben, and Cleo Marsh (Heapworks) talk about": given names and, last, one in full, who visits them.
func (r *reading) amongHosts(s *sentence, at [][2]int, names []string, i int) bool {
	last := len(names) - 1
	v := s.tokAt(pastBracket(s, i))
	if last < 1 || at[last][1]-at[last][0] < 2 || v.letters != lowerCase || !v.is("talk", "discuss", "chat", "explore", "dive", "cover", "debate", "sit", "unpack", "break", "look", "speak") {
		return false
	}
	for _, n := range names[:last] {
		if p := r.known(n); strings.Contains(n, " ") || p != nil && p.last != "" {
			return false
		}
	}
	for k, n := range names[:last] {
		r.addHost(s, at[k][0], at[k][1], n, "host-beside")
	}
	if sp := r.personAt(s, at[last][0]); sp != nil {
		r.addGuest(s, sp, "guest-subject")
	}
	return true
}

// pairFrom makes hosts of two or more given names at token i, when they talk.
func (r *reading) pairFrom(s *sentence, i int) {
	list, end := r.shortList(s, i)
	v := s.tokAt(end)
	if len(list) < 2 || v.letters != lowerCase || !hostVerbs[v.lower] || v.is("is", "are", "was", "were", "has", "have", "share", "join", "explore", "return", "get", "got", "tell") || s.start > 1500 {
		return
	}
	for _, n := range list {
		r.addHost(s, n.from, n.to, n.name, "host-subject")
	}
}

// namedSubject makes a host of somebody in full who is told by an employer or a role, and talks with somebody else in full:
// "Ada Long from Heapworks chats with Ben Marsh", "Heapworks founder Ada Long interviews Ben Marsh". Whom alone the title
// names is the guest.
func (r *reading) namedSubject(s *sentence) {
	if s.kind != prose || s.listed || !r.earlySentence(s) {
		return
	}
	for k := range s.spans {
		sp := &s.spans[k]
		if sp.class != personName || sp.to-sp.from < 2 {
			continue
		}
		if start := r.subjectStart(s); sp.from > start && r.introStart(s, sp.from) > start {
			return
		}
		i, ok := r.talksAfter(s, sp.to)
		if !ok {
			return
		}
		other := r.personAt(s, i)
		for other == nil && i+1 < len(s.toks) && (r.roleWord(s, i) || s.toks[i].capital() || s.toks[i].is("guest", "special", "the", "our")) {
			i++
			other = r.personAt(s, i)
		}
		if other == nil || other.to-other.from < 2 || other.name == sp.name {
			return
		}
		p, q := r.resolveShort(sp.name), r.resolveShort(other.name)
		if p == q || p.guest && !q.guest || r.title != nil && strings.Contains(r.title.text, p.name) && !strings.Contains(r.title.text, q.name) {
			return
		}
		p.guest = false
		r.addHost(s, sp.from, sp.to, sp.name, "host-subject")
		return
	}
}

// talksAfter returns where the object of a talk begins whose subject ends at token i; what the subject is may stand between.
func (r *reading) talksAfter(s *sentence, i int) (int, bool) {
	depth := 0
	for j := i; j < len(s.toks) && j < i+16; j++ {
		t := &s.toks[j]
		switch {
		case t.is("("):
			depth++
		case t.is(")"):
			depth = max(0, depth-1)
		case depth > 0:
		case t.is("talks", "chats", "speaks", "talked", "chatted", "spoke") && s.tokAt(j+1).is("with", "to"), t.is("sits", "sat") && s.tokAt(j+1).is("down") && s.tokAt(j+2).is("with"),
			t.is("is") && s.tokAt(j+1).is("joined") && s.tokAt(j+2).is("by"):
			for j++; s.tokAt(j).is("with", "to", "down", "joined", "by"); {
				j++
			}
			return j, true
		case t.is("interviews", "welcomes", "interviewed", "welcomed") && !s.tokAt(j+1).is("by"):
			return j + 1, true
		case t.kind == word && t.letters == lowerCase && !r.roleWord(s, j) && !t.is("from", "of", "at", "the", "a", "an", "and", "for", "in") && !(j > i && s.toks[i].is(",")):
			return 0, false
		case t.is(".", ";", ":", "?", "!") && !t.glued:
			return 0, false
		}
	}
	return 0, false
}

// asking reads "Nick asks Ada about": who asks somebody named in full, and is known by given name only, hosts; so does who
// goes solo.
func (r *reading) asking(s *sentence) {
	if s.kind != prose || s.listed {
		return
	}
	for i := range s.toks {
		if s.toks[i].letters != titleCase || !s.tokAt(i+1).is("asks", "asked", "is", "goes") || r.loneName(s, i) != nameUnknown || i > 0 && s.toks[i-1].kind != punct && !s.toks[i-1].is("and", "while", "when", "as", "then", "later") {
			continue
		}
		next := s.tokAt(i + 1)
		switch {
		case next.is("asks", "asked") && r.anyFull() && !r.subjectOf(s.text(i, i+1)):
		case i == r.subjectStart(s) && next.is("is", "goes") && (s.tokAt(i+2).is("solo") || s.tokAt(i+3).is("solo")):
		default:
			continue
		}
		r.addHost(s, i, i+1, s.text(i, i+1), "host-subject")
	}
}

// longer reports whether a name is written with another capitalised word after it elsewhere: it is not whole.
func (r *reading) longer(name string) bool {
	for i := range r.sents {
		s := &r.sents[i]
		for k := 0; k+1 < len(s.toks); k++ {
			if t := &s.toks[k]; t.capital() && s.toks[k+1].kind == word && s.toks[k+1].capital() && !s.toks[k+1].glued && s.src.text[t.start:t.end] == name {
				return true
			}
		}
	}
	return false
}

// subjectOf reports whether a given name is that of somebody named in full who does not host.
func (r *reading) subjectOf(name string) bool {
	p := r.known(name)
	return p != nil && p.last != "" && !p.host
}

// hostWords finds "your host X", "I'm your host X", "hosted by X", "the two new hosts X and Y".
func (r *reading) hostWords(s *sentence) {
	for i := range s.toks {
		switch s.toks[i].lower {
		case "host", "hosts", "hosted", "cohost", "cohosts", "heroes":
			j := i + 1
			for j < len(s.toks) && s.toks[j].is("by", ",", ":", "is", "are", "as", "usual", "always", "me") {
				j++
			}
			if s.tokAt(i-1).is("past", "former", "previous", "original", "ex", "founding") {
				continue
			}
			ours := i > 0 && s.toks[i-1].is("your", "our", "usual", "regular") || r.theHost(s, i) || s.tokAt(i-1).is("-") && s.tokAt(i-3).is("your", "our") || s.toks[i].is("hosted") || i == 0
			r.hostsAt(s, j, ours)
		}
	}
}

// hostsAt makes hosts of the names listed at token i; without "your" or "our" before it, of two or more.
func (r *reading) hostsAt(s *sentence, i int, ours bool) {
	var list []shortName
	for i < len(s.toks) {
		to, name := r.nameAt(s, i)
		if name == "" && (len(list) > 0 || s.toks[i-1].is("hosts") && s.tokAt(i+1).is("and", "&", ",")) {
			to, name = r.nickAt(s, i)
		}
		if name == "" {
			break
		}
		list = append(list, shortName{i, to, name})
		if sp := r.personAt(s, i); sp != nil && s.tokAt(to).is("of", "from", "at", "(") {
			for k := range s.spans {
				if o := &s.spans[k]; o.class == personName && o.from > to && r.joined(s, to, o.from) {
					list = append(list, shortName{o.from, o.to, o.name}) // "hosts A of X and B of Y"
					break
				}
			}
		}
		for i = to; s.tokAt(i).is(",", "and", "&"); {
			i++
		}
	}
	if n := len(s.toks) - 1; len(list) == 1 && s.toks[n].is(".") { // "hosted by me, A (@a), producer of X, and B."
		if sp := r.personAt(s, n-1); sp != nil && sp.to-sp.from > 1 && sp.to == n && s.tokAt(sp.from-1).is("and", "&") && s.tokAt(list[0].from-2).is("me") {
			list = append(list, shortName{sp.from, sp.to, sp.name})
		}
	}
	if len(list) == 0 || !ours && len(list) < 2 {
		return
	}
	for _, n := range list {
		r.addHost(s, n.from, n.to, n.name, "host-word")
	}
}

// hosting reports whether the verb at i is one of a host with a guest: "talks with", "are joined by", "sits down with".
func (r *reading) hosting(s *sentence, i int, names []string) bool {
	v := &s.toks[i]
	subjects := len(names)
	for _, n := range names {
		if strings.Contains(n, " ") {
			subjects = 1 // people named in full are as likely guests
		}
	}
	if v.letters != lowerCase {
		return false
	}
	if v.is("goes", "go") && s.tokAt(i+1).is("solo") {
		return true
	}
	alone := len(names) == 1 && !strings.Contains(names[0], " ") && !s.listed && !r.x.has(&s.toks[i-1], ordinaryWord) && r.shortOnly()
	if !hostVerbs[v.lower] || v.is("is", "has", "got") && alone {
		return (subjects >= 2 || alone) && v.letters == lowerCase && r.earlySentence(s)
	}
	next := func(k int) *token {
		if i+k < len(s.toks) {
			return &s.toks[i+k]
		}
		return &token{}
	}
	switch {
	case v.is("was", "were"):
		return next(1).is("joined") && next(2).is("by")
	case v.is("are", "is"):
		return next(1).is("joined", "back", "talking", "speaking", "chatting") && !(v.is("is") && next(1).is("back")) || subjects >= 2 && r.earlySentence(s)
	case v.is("talk", "talks", "chat", "chats", "speak", "speaks"):
		return subjects >= 2 || next(1).is("with", "to") && !next(2).is("us", "me", "your", "its", "any") || alone && r.earlySentence(s)
	case v.is("sit", "sits", "catch", "catches", "sat", "caught"):
		return next(1).is("down", "up")
	case v.is("talked", "chatted", "spoke"):
		return next(1).is("with", "to") && !next(2).is("us", "me")
	case v.is("interview", "interviews", "welcome", "welcomes", "hosts", "meets", "invites"):
		return !next(1).is("by")
	case v.is("interviewed", "welcomed"):
		return next(1).capital()
	case v.is("tells", "asks") && alone && r.loneName(s, i+1) == nameUnknown:
		return r.earlySentence(s)
	case v.is("shares", "tells", "has"):
		return subjects == 1 && next(1).is("his", "her", "some", "us") && r.earlySentence(s) && r.shortOnly()
	}
	return subjects >= 2 && r.earlySentence(s)
}
