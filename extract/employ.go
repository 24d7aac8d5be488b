package extract

// A claim is what one passage says about somebody's employment, before it is known who is meant.
type claim struct {
	s        *sentence
	roles    []string
	founder  bool
	status   Status
	org      span
	at       int // token where the phrase begins
	end      int // token where it ends
	person   []string
	rule     string
	fallback bool // counts only for the person of a biography
}

// employ finds who works or worked where.
func (r *reading) employ() {
	var claims []claim
	for i := range r.sents {
		s := &r.sents[i]
		claims = append(claims, r.plateClaims(i)...)
		switch s.kind {
		case prose, heading, chapter:
			claims = append(claims, r.roleClaims(s)...)
			claims = append(claims, r.verbClaims(s)...)
			claims = append(claims, r.fromClaims(s)...)
			claims = append(claims, r.titleClaims(s)...)
			claims = append(claims, r.alumClaims(s)...)
			claims = append(claims, r.headlineClaims(s)...)
			claims = append(claims, r.nameOrgs(s)...)
			r.bossOf(s)
			r.deals(s)
		case hostLine:
			claims = append(claims, r.roleClaims(s)...)
			claims = append(claims, r.headlineClaims(s)...)
			claims = append(claims, r.nameOrgs(s)...)
			claims = append(claims, r.fromClaims(s)...)
		case linkLine:
			claims = append(claims, r.nameOrgs(s)...)
			claims = append(claims, r.labelClaims(s)...)
			for _, c := range r.headlineClaims(s) {
				if c.rule == "headline" && (c.org.entry != nil || r.soundsFirm(s, &c.org)) {
					claims = append(claims, c)
				}
			}
			for _, c := range r.roleClaims(s) {
				if before := r.personBefore(s, c.at); before != nil && before.to-before.from > 1 && c.at-before.to < 4 {
					c.person = []string{before.name}
					claims = append(claims, c)
				}
			}
		}
	}
	for i := range claims {
		if !denied(claims[i].s, claims[i].at) {
			r.settleClaim(&claims[i])
		}
	}
	r.blockClaims()
	r.rolesApart()
	for i := range r.sents {
		if s := &r.sents[i]; s.kind == prose || s.kind == heading || s.kind == chapter {
			r.firms(s)
		}
	}
}

var formerWords = map[string]bool{"former": true, "formerly": true, "ex": true, "previously": true, "previous": true, "past": true, "prior": true, "early": true, "earlier": true, "original": true, "retired": true, "once": true, "long-time": true}

var pastVerbs = map[string]bool{"was": true, "were": true, "served": true, "spent": true, "led": true, "worked": true, "started": true, "held": true, "came": true, "ran": true, "became": true, "began": true, "including": true, "being": true, "after": true, "before": true, "left": true}

// statusBefore tells from the words before a phrase whether it holds at the time of the episode.
func (r *reading) statusBefore(s *sentence, i int) Status {
	for j := i - 1; j >= 0; j-- {
		t := &s.toks[j]
		near := i-j <= 4
		switch {
		case formerWords[t.lower] && (near || t.is("previously", "formerly", "prior") || r.listGoesOn(s, j, i)):
			return Former
		case t.is("used") && s.tokAt(j+1).is("to"):
			return Former
		case t.is("joining") && j > 0 && r.opensInPast(s, i):
			return Former // "Before joining X, she wrote manuals, working as …"
		case t.is("then") && i-j <= 2 && j > 0:
			return Former
		case t.is("now", "currently", "current", "today", "is", "'m", "joins", "joining", "turned"):
			return Current
		case t.is("worked", "served", "been") && s.tokAt(j-1).is("has") && r.untilNow(s):
			return Current
		case pastVerbs[t.lower] && !r.passive(s, j):
			return Former
		}
		if sp := s.spanAt(j); sp != nil && sp.class == personName && sp.to-sp.from > 1 {
			break
		}
	}
	if r.opensInPast(s, i) {
		return Former
	}
	return Current
}

// untilNow reports whether a sentence tells of a time that goes on: "for the last three years", "since 2015".
func (r *reading) untilNow(s *sentence) bool {
	for j := range s.toks {
		if s.toks[j].is("since") || s.toks[j].is("last", "past") && s.tokAt(j-1).is("the") && s.tokAt(j-2).is("for") {
			return true
		}
	}
	return false
}

// opensInPast reports whether token i stands after an opening clause that puts the sentence into the past: "Before joining
// X, she was …".
func (r *reading) opensInPast(s *sentence, i int) bool {
	if !s.toks[0].is("before", "prior", "previously", "formerly", "earlier") {
		return false
	}
	for j := 1; j < i; j++ {
		if s.toks[j].is(",") {
			return true
		}
	}
	return s.toks[0].is("previously", "formerly")
}

// listGoesOn reports whether "former" at j governs the phrase at i: "former Google data scientist and Product Director at …".
func (r *reading) listGoesOn(s *sentence, j, i int) bool {
	for k := j + 1; k < i; k++ {
		if s.toks[k].is(",", ";", ".", "(", ")") || s.spanAt(k) != nil && s.spanAt(k).class == personName {
			return false
		}
	}
	return i-j < 14
}

// passive reports whether a past form only describes: "joined by", "founder of X, was acquired".
func (r *reading) passive(s *sentence, j int) bool {
	return j+1 < len(s.toks) && s.toks[j+1].is("by", "born", "acquired")
}

// personBefore returns the last person named before token i.
func (r *reading) personBefore(s *sentence, i int) *span {
	var found *span
	for k := range s.spans {
		if sp := &s.spans[k]; sp.class == personName && sp.to <= i {
			found = sp
		}
	}
	return found
}

// tense guesses from the verbs before token i whether what is told is over.
func (r *reading) tense(s *sentence, i int) Status {
	if r.opensInPast(s, i) {
		return Former
	}
	for j := i - 1; j >= 0; j-- {
		t := &s.toks[j]
		switch {
		case t.is("while", "when", "back") && j >= i-2 && s.tokAt(j+1).is("at") && j > 2:
			return Former // "wrote it while at X"
		case t.is("is", "currently", "now", "today", "works", "leads", "'s", "are"):
			return Current
		case formerWords[t.lower] || pastVerbs[t.lower] && !r.passive(s, j) || t.is("from", "journey", "scaling", "building"):
			return Former
		}
	}
	if s.kind == prose {
		return Current
	}
	return Former
}

// priorTo reports whether the words before token i put what follows into the past.
func (r *reading) priorTo(s *sentence, i int) bool {
	for j := 0; j < i; j++ {
		if s.toks[j].is("prior", "previously", "before", "formerly", "earlier") {
			return true
		}
	}
	return false
}
