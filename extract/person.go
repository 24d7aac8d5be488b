package extract

import "strings"

// A person is somebody the episode names.
type person struct {
	name     string // the fullest form
	first    string // folded given name
	last     string // folded family name; empty when only the given name is told
	score    float64
	decoded  bool // the family name was read out of link handles
	aliases  map[string]bool
	seen     int  // full-name mentions
	host     bool //
	guest    bool //
	inTitle  bool
	followed bool
}

// before a name, these words say that it is a person's
var personBefore = map[string]bool{"with": true, "by": true, "interview": true, "interviews": true, "interviewed": true, "guest": true, "guests": true,
	"meet": true, "welcome": true, "welcomes": true, "welcoming": true, "featuring": true, "feat": true, "ft": true, "host": true, "hosts": true, "follow": true,
	"and": true, "ceo": true, "cto": true, "founder": true, "creator": true, "author": true, "engineer": true, "professor": true, "dr": true, "have": true,
	"w": true, "developer": true, "maintainer": true, "chat": true, "joins": true, "to": true, "contributor": true, "contributors": true, "friend": true, "speaker": true, "speakers": true, "musician": true, "journalist": true, "comedian": true, "co-founder": true, "cofounder": true, "feature": true}

// after a name, these words say that it is a person's
var personAfter = map[string]bool{"joins": true, "joined": true, "talks": true, "talk": true, "shares": true, "explains": true, "discusses": true, "discuss": true,
	"walks": true, "says": true, "goes": true, "teaches": true, "tells": true, "answers": true, "breaks": true, "returns": true, "stops": true, "describes": true, "chat": true, "who": true,
	"worked": true, "works": true, "co-founded": true, "founded": true, "describe": true, "argues": true, "reveals": true, "has": true, "is": true, "was": true,
	"comes": true, "drops": true, "dives": true, "shows": true, "leads": true, "led": true, "spent": true, "helps": true, "helped": true, "lives": true, "cofounded": true, "draws": true, "outlines": true, "unpacks": true, "covers": true, "digs": true}

// findPeople finds full names: a given name (or a telling context) and a family name.
func (r *reading) findPeople(s *sentence) {
	for i := 0; i < len(s.toks); {
		run := r.runAt(s, i)
		if len(run) == 0 {
			i++
			continue
		}
		end := run[len(run)-1].to
		for len(run) >= 2 {
			n, score := r.personIn(s, run)
			if n > 0 && score < personThreshold && r.leadIn(s, run) {
				n = 1
			}
			if n > 1 {
				r.addPerson(s, run[:n], score)
				r.doubt(s, run[:n], score)
			}
			run = run[max(n, 1):]
			for len(run) > 0 && run[0].particle {
				run = run[1:]
			}
		}
		i = end
	}
	r.nameList = s.listed && len(s.spans) == 1 && s.spans[0].class == personName && s.spans[0].to == len(s.toks) && s.spans[0].from == 0
}

// leadIn reports whether a run begins with a word that only has its capital from its place, or ends a role: "Currently Viktor
// Lund", "VP of Engineering Ada Long".
func (r *reading) leadIn(s *sentence, run []part) bool {
	first := s.single(run[0])
	if len(run) < 3 || s.titleCase || r.x.has(first, givenName) {
		return false
	}
	return r.x.has(first, ordinaryWord) && r.opensSentence(s, run[0].from) || r.x.has(first, roleModifier|techNoun|ordinaryWord) && r.x.has(s.single(run[1]), givenName) && !r.x.has(s.single(run[1]), ordinaryWord)
}

// personIn scores the beginning of a run as a person's name and returns how many parts belong to it.
func (r *reading) personIn(s *sentence, run []part) (int, float64) {
	first := s.single(run[0])
	initial := s.initial(run[0])
	given := r.x.has(first, givenName) && !initial
	if r.x.has(first, functionWord|monthOrDay|roleHead) && !given || first.letters == upperCase && first.end-first.start > 3 {
		return 0, 0
	}
	if sp := s.spanAt(run[0].from); sp != nil && !initial && !r.initials(s, run) && (sp.to > run[0].to || sp.class == otherName && !(given && sp.kind == "place") || !given && !sp.weak) {
		return 0, 0
	}
	n := 1
	for n < len(run) && n < 5 {
		if run[n].particle {
			n++
			continue
		}
		t := s.single(run[n])
		sp := s.spanAt(run[n].from)
		if sp != nil && !sp.weak && (n > 1 || sp.to > run[n].to || !sp.familyName() && !r.introduced(s, run, given)) {
			break
		}
		if sp != nil && sp.to > run[n].to || r.x.has(t, functionWord) && !foreignTail(s, run, n) || (n > 1 || n+1 < len(run) && !given) && r.x.has(t, roleHead) && t.letters != noCase && !r.x.has(t, givenName) {
			break
		}
		if t.letters == upperCase && t.end-t.start > 3 || endsName[t.lower] {
			break
		}
		n++
		if given && s.src.in == "title" && !r.x.has(first, ordinaryWord) && n == 2 && n < len(run) && !initialOrParticle(s, run[1]) && r.inflected(s.single(run[n])) {
			break
		}
		if s.titleCase && n == 2 && n < len(run) && !initialOrParticle(s, run[1]) && !particles[s.single(run[1]).lower] && r.x.has(s.single(run[n]), ordinaryWord) && !(n+1 == len(run) && r.x.has(s.single(run[1]), givenName) && (s.kind == hostLine || s.labelsPeople())) && !(n+1 == len(run) && s.tokAt(run[n].to).is(":")) {
			break
		}
	}
	for n > 1 && run[n-1].particle {
		n--
	}
	if n < 2 {
		return 0, 0
	}
	return n, r.personScore(s, run[:n], given)
}

// wordy reports whether a token is a dictionary word or a form of one.
func (r *reading) wordy(t *token) bool { return r.x.has(t, ordinaryWord) || r.inflected(t) }

// inflected reports whether a word is a form of a dictionary word, as verbs and nouns of titles are: "Builds", "Heaps".
func (r *reading) inflected(t *token) bool {
	for _, end := range [...]string{"s", "es", "ed", "ing"} {
		if base, ok := strings.CutSuffix(t.lower, end); ok && len(base) > 2 && r.x.isWord(base) {
			return true
		}
	}
	base, ok := strings.CutSuffix(t.lower, "ies") // "Topologies"
	return ok && r.x.isWord(base+"y")
}

// initial reports whether a part is a capital and a period: "C." of "C. Gordon Bell".
func (s *sentence) initial(p part) bool {
	return s.toks[p.from].end-s.toks[p.from].start == 1 && s.toks[p.to-1].is(".")
}

// endsName are words that follow a name in labels: "Ada Long Bio", "Ada's GitHub". GitHub and its like are no family names.
var endsName = map[string]bool{"panelist": true, "panelists": true, "special": true, "host": true, "hosts": true, "guest": true, "guests": true, "transcript": true, "bio": true, "biography": true,
	"website": true, "homepage": true, "site": true, "blog": true, "github": true, "twitter": true, "linkedin": true, "youtube": true, "twitch": true, "mastodon": true, "instagram": true, "facebook": true,
	"newsletter": true, "profile": true, "talk": true, "talks": true, "links": true, "interview": true,
	"radio": true, "conf": true, "podcast": true, "show": true, "conference": true, "summit": true}

// foreignTail reports whether a function word ends a name of another language: "Nguyễn Văn An".
func foreignTail(s *sentence, run []part, n int) bool {
	if n < 2 || n+1 < len(run) || s.titleCase || s.single(run[n]).letters != titleCase {
		return false
	}
	for _, b := range []byte(s.text(run[0].from, run[n-1].to)) {
		if b >= 0x80 {
			return true
		}
	}
	return false
}

// familyName reports whether a listed name can be a family name: "Docker" cannot, "Bloomberg" can.
func (sp *span) familyName() bool {
	return sp.class == companyName && sp.entry != nil && !sp.entry.ambiguous
}

func initialOrParticle(s *sentence, p part) bool {
	return p.particle || s.toks[p.from].end-s.toks[p.from].start == 1
}

func (r *reading) personScore(s *sentence, run []part, given bool) float64 {
	first := s.single(run[0])
	score := 0.3
	if given {
		score = 2
		if r.x.has(first, rareName) {
			score = 1.5
		}
		if r.x.has(first, ordinaryWord) {
			score = 1.2
			if r.opensSentence(s, run[0].from) {
				score -= 0.4
			}
		}
	} else if s.initial(run[0]) && len(run) > 2 {
		if score = 1; r.x.has(s.single(run[1]), givenName) {
			score = 2
		}
	} else if r.x.has(first, ordinaryWord) || s.spanAt(run[0].from) != nil {
		score = -0.7
	}
	score += r.familyScore(s, run, given)
	if first.is("santa", "san", "los", "las", "saint", "new") {
		score -= 2.5 // places
	}
	if s.titleCase {
		score -= 0.6
	}
	score += r.personContext(s, run)
	if score < 2.4 {
		last := s.single(run[len(run)-1])
		switch {
		case !given && r.wordy(last) && (r.wordy(first) || strings.HasSuffix(last.lower, "ing")): // a site of its own: "Team Topologies"
		case r.handleTells(s.partText(run)):
			score += 2
		case !r.wordy(first) && (given || !r.wordy(last)) && r.slugTells(s, run, given):
			score += 2.2
		}
	}
	return score
}

// familyScore weighs the last part of a run as a family name.
func (r *reading) familyScore(s *sentence, run []part, given bool) float64 {
	score := 0.0
	last := s.single(run[len(run)-1])
	tail := s.toks[run[len(run)-1].to-1]
	switch sp := s.spanAt(run[len(run)-1].from); {
	case sp != nil && r.introduced(s, run, given):
	case sp != nil:
		score--
	case orgTails[last.lower] || personAfter[last.lower] || hostVerbs[last.lower] || digitEnd(s, run[len(run)-1]) || oddFamily(s, run[len(run)-1]):
		score -= 2
	case tail.letters == upperCase && tail.end-tail.start > 1 && len(run) == 2:
		score--
	case r.x.has(last, givenName) && !r.x.has(last, ordinaryWord):
		score += 1.5
	case r.x.has(last, roleHead|roleModifier|techNoun):
		score -= 0.3
	case r.x.has(last, functionWord): // only a foreign name ends so
		score += 1.5
	case r.x.has(last, ordinaryWord):
		score += 0.4
		if s.titleCase {
			score -= 0.3
		}
		if (s.titleCase || s.src.in == "title") && strings.HasSuffix(last.lower, "ing") && len(last.lower) > 5 {
			score-- // what a title is about: "Indie Hacking"
		}
	case last.letters == upperCase && last.end-last.start == 1 && run[len(run)-1].to == run[len(run)-1].from+1:
	default:
		score += 2
	}
	return score
}

// oddFamily reports whether a part ends with a capital, as names of products do and family names do not: "Open EdX".
func oddFamily(s *sentence, p part) bool {
	t := s.single(p)
	return t.letters == mixedCase && p.to == p.from+1 && s.src.text[t.end-1] >= 'A' && s.src.text[t.end-1] <= 'Z'
}

// digitEnd reports whether a part ends with a digit: no family name does.
func digitEnd(s *sentence, p part) bool {
	return isDigit(s.src.text[s.toks[p.to-1].end-1])
}

// personThreshold is the score from which a run of capitals is taken for a person's name.
const personThreshold = 2.4

// surelyPerson is the score from which hardly a name is not a person's.
const surelyPerson = 3.6

// addPerson records a full name if its score suffices.
func (r *reading) addPerson(s *sentence, run []part, score float64) {
	name := s.partText(run)
	if score < personThreshold || r.isShow(name) {
		return
	}
	p := r.personNamed(name)
	p.seen++
	p.score = max(p.score, score)
	p.inTitle = p.inTitle || s.src.in == "title"
	rule := "full-name"
	if score < surelyPerson {
		rule = ruleLikelyName
	}
	s.put(span{from: run[0].from, to: run[len(run)-1].to, class: personName, name: name, rule: rule})
}

// personNamed returns the person of that name, or of a compatible one: "Matt Fernandez" is "Matthew Fernandez".
func (r *reading) personNamed(name string) *person {
	key := foldName(name)
	if p := r.personByKey[key]; p != nil {
		return p
	}
	words := strings.Fields(name)
	p := &person{name: name, first: foldName(words[0]), aliases: map[string]bool{}}
	if len(words) > 1 {
		p.last = foldName(words[len(words)-1])
	}
	for _, q := range r.people {
		if q.last != "" && q.last == p.last && compatible(q.first, p.first) {
			if len(name) > len(q.name) {
				q.aliases[q.name] = true
				q.name, q.first = name, p.first
			} else {
				q.aliases[name] = true
			}
			r.personByKey[key] = q
			return q
		}
	}
	r.people = append(r.people, p)
	r.personByKey[key] = p
	return p
}

// compatible reports whether two given names may be one: equal, an initial, a short form.
func compatible(a, b string) bool {
	if a == b || nicknames[a] == b || nicknames[b] == a || nicknames[a] != "" && nicknames[a] == nicknames[b] {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) == 1 && a[0] == b[0] || len(a) >= 3 && strings.HasPrefix(b, a)
}

// nicknames are short forms that are no prefix of the full name.
var nicknames = map[string]string{"mike": "michael", "bill": "william", "will": "william", "bob": "robert", "rob": "robert", "dick": "richard", "rick": "richard",
	"jim": "james", "jimmy": "james", "jack": "john", "johnny": "john", "jon": "jonathan", "tony": "anthony", "ted": "theodore", "ned": "edward", "peggy": "margaret", "kate": "katherine",
	"liz": "elizabeth", "beth": "elizabeth", "betty": "elizabeth", "hank": "henry", "harry": "henry", "chuck": "charles", "charlie": "charles", "steve": "stephen",
	"alex": "alexander", "sasha": "alexander", "andy": "andrew", "drew": "andrew", "becky": "rebecca", "dave": "david", "kobi": "yacob", "zach": "zachary", "zack": "zachary", "misha": "mikhail"}
