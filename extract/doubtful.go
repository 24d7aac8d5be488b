package extract

// A doubtfulName is a run of capitals of which the rules of person.go are not sure whether it is a person's name.
type doubtfulName struct {
	name   string
	score  float64 // the highest that a rule gave it
	places []place
}

// A place is where a name stands.
type place struct {
	s        *sentence
	from, to int // tokens
}

// The rules of people's names in which the scorer has a say.
const (
	ruleLikelyName  = "likely-name"  // a rule found it, and the scorer has not taken it back
	ruleLearnedName = "learned-name" // only the scorer found it
)

// ScoredRules gives the rules of people in which the scorer has a say. What it learned from labels, these cannot measure: it
// takes shows that were left out.
func ScoredRules() []string { return []string{ruleLikelyName, ruleLearnedName} }

const (
	leastPerson  = 0.5  // below that score, hardly a run of capitals is a person's name
	surelyNamed  = 0.6  // probability from which the scorer takes a name for a person's that rules do not
	hardlyNamed  = 0.35 // probability below which it takes back what rules do
	mostPlaces   = 6    // of one name that are looked at; more say nothing new
	mostDoubtful = 200  // names of one episode, so that a text of a megabyte takes no longer than its length tells
)

// doubt keeps a run of capitals for the scorer, unless the rules are sure. Speech is not judged: its transcripts write
// names as they are heard.
func (r *reading) doubt(s *sentence, run []part, score float64) {
	if score >= surelyPerson || score < leastPerson || r.script != nil {
		return
	}
	name := s.partText(run)
	i, known := r.doubtfulAt[name]
	if !known {
		if len(r.doubtful) == mostDoubtful || r.isShow(name) {
			return
		}
		if r.doubtfulAt == nil {
			r.doubtfulAt = map[string]int{}
		}
		i = len(r.doubtful)
		r.doubtfulAt[name] = i
		r.doubtful = append(r.doubtful, doubtfulName{name: name})
	}
	n := &r.doubtful[i]
	n.score = max(n.score, score)
	if len(n.places) < mostPlaces {
		n.places = append(n.places, place{s, run[0].from, run[len(run)-1].to})
	}
}

// judgeNames lets the scorer decide about the names that rules are not sure of, once all are known.
func (r *reading) judgeNames() {
	if r.names == nil || len(r.doubtful) == 0 {
		return
	}
	chances := r.names.judge(r)
	for i := range r.doubtful {
		n := &r.doubtful[i]
		switch p := r.personByKey[foldName(n.name)]; {
		case p == nil && chances[i] >= surelyNamed:
			r.learnedPerson(n)
		case p != nil && chances[i] < hardlyNamed && p.score < surelyPerson:
			r.forget(p)
		}
	}
}

// learnedPerson records a name that the scorer takes for a person's.
func (r *reading) learnedPerson(n *doubtfulName) {
	p := r.personNamed(n.name)
	for _, at := range n.places {
		p.seen++
		p.score = max(p.score, personThreshold)
		p.inTitle = p.inTitle || at.s.src.in == "title"
		at.s.put(span{from: at.from, to: at.to, class: personName, name: n.name, rule: ruleLearnedName})
	}
}

// forget takes back that a name is a person's.
func (r *reading) forget(p *person) {
	for key, q := range r.personByKey {
		if q == p {
			delete(r.personByKey, key)
		}
	}
	for i, q := range r.people {
		if q == p {
			r.people = append(r.people[:i], r.people[i+1:]...)
			break
		}
	}
	for i := range r.sents {
		s := &r.sents[i]
		kept := s.spans[:0]
		for _, sp := range s.spans {
			if sp.class != personName || sp.name != p.name && !p.aliases[sp.name] {
				kept = append(kept, sp)
			}
		}
		s.spans = kept
	}
}
