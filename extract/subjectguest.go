package extract

import "strings"

// visitVerbs are what a guest does at the show, wherever in the description it is told.
var visitVerbs = map[string]bool{"joins": true, "joined": true, "join": true, "returns": true, "return": true, "walks": true, "explains": true, "shares": true, "discusses": true,
	"tells": true, "lets": true, "breaks": true, "stops": true, "swings": true, "swing": true, "drops": true, "drop": true, "stop": true, "stopped": true, "visits": true}

// guestSubjects finds "X joins me", "X, CEO of Y, walks us through", and the bio that opens a description.
func (r *reading) guestSubjects() {
	for i := range r.sents {
		s := &r.sents[i]
		if s.kind != prose || s.passage.isSection() || s.listed && r.anyGuest() || s.src.in != "" || s.start > 1500 {
			continue
		}
		for k := range s.spans {
			sp := &s.spans[k]
			if sp.class != personName || k > 0 && s.spans[0].class == personName && !r.joined(s, s.spans[k-1].to, sp.from) && !r.opensSentence(s, sp.from) && !s.tokAt(sp.from-1).is(":") {
				continue
			}
			if s.listed && !s.tokAt(sp.to).is("from", "at", "of") {
				continue
			}
			if k > 0 && r.visitors(s, k) {
				r.addGuest(s, sp, "guest-subject")
				continue
			}
			v := r.verbAfter(s, sp)
			if r.comesToTalk(s, sp) && !r.resolveShort(sp.name).host {
				r.addGuest(s, sp, "guest-subject")
				continue
			}
			if r.withHost(s, sp.to) && !r.resolveShort(sp.name).host {
				r.addGuest(s, sp, "guest-and-i")
				continue
			}
			if v == nil || !guestVerbs[v.lower] && !visitVerbs[v.lower] {
				continue
			}
			p := r.resolveShort(sp.name)
			if p.last == "" || p.host {
				continue
			}
			if visitVerbs[v.lower] && sp.from < 40 || !r.anyGuest() && (sp.from <= r.subjectStart(s) || s.tokAt(sp.from-1).is(":") || r.introStart(s, sp.from) <= r.subjectStart(s)) {
				p.guest = true
				r.note("guest", "guest-subject", p, r.quote(s, sp.from, sp.to))
			}
		}
	}
}

// visitors reports whether the person before span k, joined to it, has been taken for a guest by the same sentence.
func (r *reading) visitors(s *sentence, k int) bool {
	before, sp := &s.spans[k-1], &s.spans[k]
	for j := k - 1; j >= 0 && before.class != personName; j-- {
		before = &s.spans[j]
	}
	if before.class != personName || !r.joined(s, before.to, sp.from) || r.resolveShort(sp.name).host {
		return false
	}
	p := r.resolveShort(before.name)
	v := r.verbAfter(s, sp)
	return p.guest && v != nil && (guestVerbs[v.lower] || visitVerbs[v.lower])
}

// comesToTalk reads "Ada Long was kind enough to join us" and "Thanks to Ada Long for joining us".
func (r *reading) comesToTalk(s *sentence, sp *span) bool {
	if sp.to-sp.from < 2 {
		return false
	}
	thanked := s.tokAt(sp.from-1).is("to") && r.nearAny(s, sp.from, 4, "thanks", "thank") && s.tokAt(sp.to).is("for")
	if !thanked && !s.tokAt(sp.to).is("was", "is", "took", "came", "agreed", "stopped") {
		return false
	}
	for i := sp.to + 1; i < sp.to+9 && i+1 < len(s.toks); i++ {
		if s.toks[i].is("join", "joining", "chat", "talk", "speak", "visit") && (s.toks[i+1].is("us", "me") || s.toks[i+1].is("with", "to") && s.tokAt(i+2).is("us", "me")) {
			return true
		}
		if thanked && (s.toks[i].is("coming", "being") && s.toks[i+1].is("on", "here", "our")) {
			return true
		}
	}
	return false
}

// withHost reports whether "and I discuss" or "is here to" follows.
func (r *reading) withHost(s *sentence, i int) bool {
	if i+2 >= len(s.toks) {
		return false
	}
	return s.toks[i].is("and", "&") && s.toks[i+1].is("i") && s.toks[i+1].letters == upperCase || s.toks[i].is("is", "are") && s.toks[i+1].is("here")
}

// verbAfter returns the verb a name is the subject of, past an apposition between commas, dashes or brackets.
func (r *reading) verbAfter(s *sentence, sp *span) *token {
	i := sp.to
	if more := r.personAt(s, i+1); s.tokAt(i).is("and", "&") && more != nil && more.from == i+1 {
		i = more.to
	}
	if i >= len(s.toks) {
		return nil
	}
	if t := &s.toks[i]; t.is(",", "(") || t.kind == punct && !t.is("'", ".", ":", ";") {
		depth := 0
		for i++; i < len(s.toks); i++ {
			t := &s.toks[i]
			if t.is("(") {
				depth++
			} else if t.is(")") {
				depth = max(0, depth-1)
			}
			if (t.is(",", ")", "-") || strings.ContainsAny(s.src.text[t.start:t.end], "–—")) && depth == 0 && i+1 < len(s.toks) && guestVerbs[s.toks[i+1].lower] && !s.toks[i+1].is("is") {
				return &s.toks[i+1]
			}
		}
		return nil
	}
	if s.toks[i].is("from", "of", "at") {
		for j := i + 1; j < i+9 && j < len(s.toks) && s.toks[j].kind != punct; j++ {
			if visitVerbs[s.toks[j].lower] {
				return &s.toks[j]
			}
		}
	}
	for i < len(s.toks) && s.toks[i].is("and", "&", "also", "who", "then") {
		for i++; i < len(s.toks) && r.roleWord(s, i); {
			i++
		}
		if sp2 := s.spanAt(i); sp2 != nil && sp2.class == personName {
			i = sp2.to
		}
	}
	if i < len(s.toks) {
		return &s.toks[i]
	}
	return nil
}

// introStart returns where the words begin that introduce a name at token i by its role: "Heapworks VP of Engineering Ada
// Long" begins at "Heapworks". Without a role it is i.
func (r *reading) introStart(s *sentence, i int) int {
	from, role := i, false
	for from > 0 {
		t := &s.toks[from-1]
		switch {
		case leadsIn(s, from-1) && !t.is("former", "ex"):
			return introducedFrom(i, from, role)
		case t.kind == word && r.x.has(t, roleHead|rolePlural):
			role = true
		case r.roleWord(s, from-1), t.is("of", "the", "a", "an", "'", "s", "former", "ex", "-"), t.kind == word && t.capital() && !r.x.has(t, functionWord):
		case t.is(",") && from == i:
		default:
			return introducedFrom(i, from, role)
		}
		from--
	}
	return introducedFrom(i, from, role)
}

func introducedFrom(i, from int, role bool) int {
	if role {
		return from
	}
	return i
}

// roleWord reports whether token i can be a word of a role told before a name: "lead", "designer".
func (r *reading) roleWord(s *sentence, i int) bool {
	t := &s.toks[i]
	sp := s.spanAt(i)
	return t.kind == word && r.x.has(t, roleHead|roleModifier) && (sp == nil || sp.class == otherName) || t.is("former")
}

// roleWords reports whether the tokens [from, to) are a role before a name.
func (r *reading) roleWords(s *sentence, from, to int) bool {
	for i := from; i < to; i++ {
		if !r.roleWord(s, i) {
			return false
		}
	}
	return to > from && r.headAt(s, to-1)
}

// introducedGuests takes for guests, where the text tells of none, those whom its opening introduces by what they are:
// "As CTO of Heapworks, Ada Long", "Ada Long, a data engineer at". Those talked about are introduced otherwise: "about Ada
// Long, who", "Ada Long's".
func (r *reading) introducedGuests() {
	if r.anyGuest() {
		return
	}
	for i := range r.sents {
		s := &r.sents[i]
		if s.kind != prose || s.passage.isSection() || s.listed && s.under != "" || s.src.in != "" || !r.earlySentence(s) || s.titleCase {
			continue
		}
		found := false
		for k := range s.spans {
			sp := &s.spans[k]
			if sp.class == personName && r.resolveShort(sp.name).last != "" && r.introducedHere(s, sp) {
				r.addGuest(s, sp, "guest-subject")
				found = true
			}
		}
		if found {
			return
		}
	}
	r.onlySubject()
}

// onlySubject takes for the guest the only person named in full, where the opening is about nobody else: the subject of a
// sentence that tells a life ("Ada Long has been with Heapworks for ten years"), or whom the text comes back to.
func (r *reading) onlySubject() {
	var only *person
	for _, p := range r.people {
		if p.last == "" || p.host {
			continue
		}
		if only != nil {
			return
		}
		only = p
	}
	if only == nil {
		return
	}
	for i := range r.sents {
		s := &r.sents[i]
		if s.kind != prose || s.passage.isSection() || s.listed || s.src.in != "" || !r.earlySentence(s) || s.titleCase {
			continue
		}
		for k := range s.spans {
			sp := &s.spans[k]
			if sp.class != personName || sp.to-sp.from < 2 || sp.from > r.subjectStart(s) && !afterOpening(s, sp) {
				continue
			}
			v := s.tokAt(sp.to)
			if v.is("just", "recently", "currently", "also", "originally", "never", "once") {
				v = s.tokAt(sp.to + 1)
			}
			told := v.kind == word && v.letters == lowerCase && (strings.HasSuffix(v.lower, "s") || strings.HasSuffix(v.lower, "ed") || v.is("left", "built", "wrote", "spent"))
			if told && (r.tellsLife(s, sp.to) || r.comesBack(s, only)) {
				r.addGuest(s, sp, "guest-subject")
				return
			}
		}
	}
}

// tellsLife reports whether a role, a company or a place of work stands after token i.
func (r *reading) tellsLife(s *sentence, i int) bool {
	for j := i; j < len(s.toks); j++ {
		if r.headAt(s, j) || s.toks[j].is("at", "joined", "founded", "career", "team", "with", "for", "left", "started") && s.tokAt(j+1).capital() {
			return true
		}
	}
	return false
}

// comesBack reports whether a later sentence of the description names a person by a part of the name, or by a pronoun first.
func (r *reading) comesBack(s *sentence, p *person) bool {
	for i := range r.sents {
		t := &r.sents[i]
		if t.src != s.src || t.start <= s.start || t.kind != prose || t.listed {
			continue
		}
		if t.toks[0].is("she", "he", "they") {
			return true
		}
		for k := range t.toks {
			if key := t.toks[k].lower; t.toks[k].capital() && (key == p.first || key == p.last) {
				return true
			}
		}
	}
	return false
}

// introducedHere reports whether a role stands beside a name that is a sentence's subject.
func (r *reading) introducedHere(s *sentence, sp *span) bool {
	if s.tokAt(sp.to).is("'") && s.tokAt(sp.to).glued || s.toks[0].is("in") && r.nearAny(s, 4, 3, "news") {
		return false
	}
	start := r.subjectStart(s)
	if from := r.introStart(s, sp.from); from < sp.from && from <= start {
		return true
	}
	if afterOpening(s, sp) && s.tokAt(sp.to).is("is", "was", "founded", "joined") && r.tellsLife(s, sp.to) {
		return true
	}
	if s.toks[0].is("as", "in") && s.tokAt(sp.from-1).is(",") && r.roleBefore(s, sp.from-1) {
		return true
	}
	i := pastHandle(s, sp.to)
	return sp.from <= start && s.tokAt(i).is(",", "(", "–", "—", "-", "|") && r.roleAhead(s, i+1)
}

// afterOpening reports whether a phrase that leads to the subject stands before a name: "Hailing from Oslo, Ada Long is".
func afterOpening(s *sentence, sp *span) bool {
	return s.tokAt(sp.from-1).is(",") && s.toks[0].is("hailing", "based", "born", "raised", "when", "by", "a", "an", "originally", "after", "before")
}

// roleBefore reports whether "as ROLE" opens a sentence before token i, and no other name stands there.
func (r *reading) roleBefore(s *sentence, i int) bool {
	role := false
	for j := 1; j < i; j++ {
		if r.personAt(s, j) != nil {
			return false
		}
		role = role || r.headAt(s, j) && (s.toks[0].is("as") || r.nearAny(s, j, 6, "role"))
	}
	return role
}
