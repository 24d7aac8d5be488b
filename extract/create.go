package extract

// creatorRoles say that somebody made what follows.
var creatorRoles = map[string]string{"creator": "creator", "creators": "creator", "author": "author", "authors": "author", "inventor": "inventor", "father": "creator", "mastermind": "creator", "maker": "creator"}

// makingVerbs take what was made as their object.
var makingVerbs = map[string]bool{"created": true, "creating": true, "creates": true, "wrote": true, "built": true, "building": true, "invented": true, "authored": true,
	"developed": true, "develops": true, "develop": true, "designed": true, "create": true, "launching": true, "developing": true, "co-created": true, "co-creating": true, "builds": true}

// A making is a creation whose person may still get a fuller name.
type making struct {
	person *person
	rules  []string
	Creation
}

// create finds who made which technology.
func (r *reading) create() {
	for i := range r.sents {
		s := &r.sents[i]
		if s.kind != prose && s.src.in != "title" {
			continue
		}
		r.titledWork(s)
		for k := range s.toks {
			t := &s.toks[k]
			if t.is("minds", "brains", "mind", "brain") && s.tokAt(k+1).is("behind") || t.is("person", "people", "developer", "developers", "engineer", "man", "woman", "force", "duo") && s.tokAt(k+1).is("behind") && !r.companyAt(s, k+2) {
				r.creatorOf(s, k, "creator")
			}
			if r.createdBy(s, k) || r.explained(s, k) || r.ownersWork(s, k) || r.labelBy(s, k) {
				continue
			}
			if role, ok := creatorRoles[t.lower]; ok {
				r.creatorOf(s, k, role)
			}
			if t.is("ships", "shipped", "built", "builds", "created", "developed", "launched", "creating", "building") && r.shipped(s, k) {
				continue
			}
			if makingVerbs[t.lower] && t.letters == lowerCase {
				r.maker(s, k)
			}
			if t.is("his", "her", "their") {
				r.ownProject(s, k)
				r.ownAfter(s, k)
			}
		}
	}
}

// creatorOf reads "creator of X and Y", "X creator", "X's creator".
func (r *reading) creatorOf(s *sentence, k int, role string) {
	if k > 1 && (s.toks[k-1].is("-") && s.toks[k-2].is("co")) || k > 0 && s.toks[k-1].is("co") {
		role = "co-" + role
	}
	if r.itsCreator(s, k, role) {
		return
	}
	if s.toks[k].is("maker") && r.personAt(s, k-2) == nil && !s.tokAt(k-1).is("the") {
		return // "Heapworks, maker of X": a company
	}
	if k+1 < len(s.toks) && s.toks[k+1].is("of", "behind") {
		for i := pastProjects(s, k+2); i < len(s.toks); {
			sp, ok := r.workOf(s, i, role)
			if !ok || role != "creator" && sp.to < len(s.toks) && s.toks[sp.to].is("book", "books", "course", "blog") || r.describesWord(s, sp.to) || r.subjectOnly(s, &sp, role) {
				return
			}
			c := claim{s: s, at: k, end: sp.to, rule: "role-of"}
			r.made(s, &c, sp, role, "creator-of")
			i = sp.to
			j := i
			for j < len(s.toks) && s.toks[j].is(",", "and", "&") {
				j++
			}
			if j == i || r.roleSoon(s, j) || j >= len(s.toks) || s.toks[j].is("co", "creator", "the", "a", "an") {
				return
			}
			i = j
		}
		return
	}
	i := k
	if i >= 2 && s.toks[i-1].is("s") && s.toks[i-2].is("'") {
		i -= 2
	}
	if i == 0 || role == "author" {
		return
	}
	if s.spanAt(i-1) == nil && s.toks[i-1].capital() && s.toks[i-1].id < 0 && !s.titleCase && r.personAt(s, k+1) != nil {
		sp := span{from: i - 1, to: i, class: techName, name: s.text(i-1, i), rule: "slot"}
		c := claim{s: s, at: sp.from, end: k + 1, rule: "org-role"}
		r.made(s, &c, sp, role, "tech-creator")
		return
	}
	if sp := s.spanAt(i - 1); sp != nil && sp.to == i && (sp.class == techName || sp.class == bothName) {
		c := claim{s: s, at: sp.from, end: k + 1, rule: "org-role"}
		r.made(s, &c, *sp, role, "tech-creator")
	}
}

// subjectOnly reports whether a listed name only tells what the work is about: "the Python extension", "Rust in Action".
func (r *reading) subjectOnly(s *sentence, sp *span, role string) bool {
	next := s.tokAt(sp.to)
	if sp.entry == nil || next.glued {
		return false
	}
	return sp.common() && next.letters == lowerCase && r.x.has(next, techNoun) ||
		role == "author" && next.is("in", "for", "by", "from") && s.tokAt(sp.to+1).capital() && s.spanAt(sp.to+1) == nil
}

// maker reads "created X", "who built X", "to talk about building X".
func (r *reading) maker(s *sentence, k int) {
	if sp, ok := r.indirect(s, k); ok && (r.personNear(s, k) || r.addressed(s, k)) {
		c := claim{s: s, at: k, end: max(sp.to, k), rule: "made"}
		if sp.to <= k {
			c.end = k
		}
		r.made(s, &c, sp, "creator", "made")
		return
	}
	sp, ok := r.workAt(s, k+1, true)
	if ok && s.tokAt(sp.to).is("-") && s.tokAt(sp.to).glued {
		sp, ok = r.workAt(s, k+1, false) // "Flask-Dance"
	}
	ing := s.toks[k].is("building", "creating", "launching", "developing", "co-creating")
	if !ok || sp.from != k+1 && !s.toks[k+1].is("the") {
		if !s.toks[k].is("created", "create", "co-created", "creating", "building", "wrote") && !(s.toks[k].is("built") && r.addressed(s, k)) {
			return
		}
		if sp, ok = r.workAt(s, k+1, false); !ok || sp.to-sp.from > 3 || r.x.has(&s.toks[sp.from], ordinaryWord) && sp.entry == nil && sp.to-sp.from == 1 && s.titleCase {
			return
		}
	}
	if r.describes(s, sp.to) {
		return
	}
	if sp.entry != nil && !makeable[sp.kind] && !s.toks[k].is("created", "invented", "designed", "wrote") {
		return
	}
	if sp.entry == nil && ing && sp.to == sp.from+1 && s.tokAt(sp.to).kind == word && r.x.has(&s.toks[sp.from], ordinaryWord) && !r.linked(sp.name) {
		return // "building Software as a service"
	}
	c := claim{s: s, at: k, end: sp.to, rule: "made"}
	if !ing && !r.personNear(s, k) && !r.addressed(s, k) {
		return
	}
	r.made(s, &c, sp, "creator", "made")
}

// indirect reads "created a library called Effection" and "Touca, a new tool he's created".
func (r *reading) indirect(s *sentence, k int) (span, bool) {
	if sp, ok := r.nounThenName(s, k+1); ok {
		return sp, true
	}
	for j := k + 1; j+2 < len(s.toks) && j < k+9; j++ {
		if s.toks[j].is("called", "named") && (r.x.has(&s.toks[j-1], techNoun) || s.toks[j-1].is("recently", "just", "simply") && r.x.has(s.tokAt(j-2), techNoun)) {
			return r.workAt(s, j+1, false)
		}
		if s.toks[j].kind == punct && !s.toks[j].is("-") {
			break
		}
	}
	for j := k - 1; j > 1 && j > k-6; j-- {
		if r.x.has(&s.toks[j], techNoun) && s.toks[k-1].is("he", "she", "they", "has", "have", "s", "ve") {
			for i := j; i > 1 && i > j-5; i-- {
				if s.toks[i].is("a", "an") && s.toks[i-1].is(",") {
					if sp := s.spanAt(i - 2); sp != nil && (sp.class == techName || sp.class == bothName) {
						return *sp, true
					}
					if s.toks[i-2].capital() {
						return span{from: i - 2, to: i - 1, class: techName, name: s.text(i-2, i-1), rule: "slot"}, true
					}
				}
			}
		}
	}
	return span{}, false
}

// makeable kinds of technology are made by single people or companies a description speaks of.
var makeable = map[string]bool{"database": true, "service": true, "data": true, "product": true, "ml": true}

// personNear reports whether a person, or a pronoun for one, is the subject of the verb at k.
func (r *reading) personNear(s *sentence, k int) bool {
	for j := k - 1; j >= 0 && j >= k-6; j-- {
		if sp := s.spanAt(j); sp != nil && sp.class == personName {
			return true
		}
		if s.toks[j].is("he", "she", "they", "who", "him", "her") {
			return true
		}
		if s.toks[j].is("by", "that", "which", "with", "in", "on") && !s.toks[j+1].is("to") {
			return false
		}
	}
	return false
}

func (r *reading) isPersonName(sp span) bool { return r.personByKey[foldName(sp.name)] != nil }

// common reports whether a technology is everybody's: a language, a protocol, a format, and no company has its name.
func (sp *span) common() bool {
	if sp.entry != nil && sp.entry.maker == sp.entry.name {
		return false
	}
	return sp.kind == "language" || sp.kind == "protocol" || sp.kind == "format" || sp.kind == "os"
}

// made records that the subject of c made sp.
func (r *reading) made(s *sentence, c *claim, sp span, role, rule string) {
	r.markTech(s, sp, rule)
	people := r.subjects(c)
	if s.tokAt(c.at).is("minds", "brains", "creators", "authors") {
		for k := range s.spans {
			if o := &s.spans[k]; o.class == personName && o.to <= c.at && !contains(people, o.name) {
				people = append(people, o.name)
			}
		}
	}
	if len(people) == 0 && (rule == "made" || rule == "own-project") {
		for _, p := range r.people {
			if p.guest {
				people = append(people, p.name)
			}
		}
		if len(people) > 1 {
			people = nil
		}
	}
	for _, name := range people {
		if name == "" {
			continue
		}
		p := r.resolveShort(name)
		if p.host && rule != "creator-of" {
			continue
		}
		r.record(p, sp.name, role, rule, r.passage(s, p, c.at, max(c.end, sp.to)))
	}
}

// record adds a creation, or its evidence to the one that is known.
func (r *reading) record(p *person, name, role, rule string, evidence ...Evidence) {
	for i := range r.creations {
		m := &r.creations[i]
		if m.person != p || m.Technology != name {
			continue
		}
		m.rules = withRule(m.rules, rule)
		for _, ev := range evidence {
			if len(m.Evidence) < 4 && !sameEvidence(m.Evidence, ev) {
				m.Evidence = append(m.Evidence, ev)
			}
		}
		return
	}
	r.creations = append(r.creations, making{person: p, rules: []string{rule}, Creation: Creation{Technology: name, Role: role, Evidence: evidence}})
}

// markTech makes a name a technology mention of its sentence.
func (r *reading) markTech(s *sentence, sp span, rule string) {
	for k := range s.spans {
		o := &s.spans[k]
		if o.from == sp.from && o.to == sp.to {
			o.weak = false
			o.asTech = true
			return
		}
	}
	sp.asTech = true
	s.put(sp)
	r.openNames = append(r.openNames, openName{name: sp.name, class: techName, rule: rule})
}
