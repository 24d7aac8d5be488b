package extract

// denials negate or suppose what follows them: "never joined", "if he left", "turned down", "applied to".
var denials = map[string]bool{"never": true, "not": true, "nearly": true, "almost": true, "would": true, "could": true, "if": true, "instead": true,
	"future": true, "aspiring": true, "declined": true, "declines": true, "refused": true, "refuses": true, "rejected": true, "wanted": true, "wants": true, "hoped": true, "hopes": true, "dreamed": true,
	"dreamt": true, "dreams": true, "dreaming": true, "applied": true, "applying": true, "imagines": true, "imagined": true, "pretended": true}

// denied reports whether the words before token i, in its clause, negate or suppose what follows.
func denied(s *sentence, i int) bool {
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		t := &s.toks[j]
		if denials[t.lower] && !s.tokAt(j+1).is("only", "just") || t.is("t") && j > 0 && s.toks[j-1].is("'") {
			return true
		}
		if t.kind == punct && !t.is("-", "'") {
			return false
		}
	}
	return false
}

// spokenOnly are verbs whose "at X" is a visit, no employment.
var spokenOnly = map[string]bool{"spoke": true, "speaks": true, "speaking": true, "interviewed": true, "interviewing": true, "interviews": true, "presented": true, "presents": true,
	"presenting": true, "visited": true, "keynoted": true, "taught": true, "teaches": true, "lectured": true, "studied": true, "studying": true, "graduated": true, "shouted": true, "aimed": true, "met": true}

// visits reports whether the verb before "at", in its clause, only tells of a visit: "spoke at Google", or whether the
// people who work there are others: "how engineers at Google review code".
func (r *reading) visits(s *sentence, i int) bool {
	for j := i - 1; j >= 0 && j >= i-5 && s.toks[j].kind != punct; j-- {
		if spokenOnly[s.toks[j].lower] {
			return true
		}
	}
	if s.tokAt(i-1).is("people", "folks", "customers", "users", "friends", "friend", "buddy", "someone", "somebody", "contacts", "training", "trainings", "workshop", "workshops", "course", "courses", "lecture", "lectures", "colleagues", "interns", "offer", "interview") {
		return true
	}
	return r.x.has(s.tokAt(i-1), rolePlural) && !r.shared(s, i-1)
}
