package extract

// shared reports whether the plural role noun at token i is told of people who are named, or of one among many: "both
// engineers at", "A and B, co-founders of", "Neon founders A and B", "one of the developers".
func (r *reading) shared(s *sentence, i int) bool {
	from := i
	for from > 0 && (r.x.has(&s.toks[from-1], roleModifier) || s.toks[from-1].is("-", "/") && s.toks[from].glued) {
		from--
	}
	if s.tokAt(from-1).is("the") && s.tokAt(from-2).is("of") && s.tokAt(from-3).is("one") {
		return true
	}
	j := from - 1
	for j >= 0 && s.toks[j].is("both", "all", "are", "the", "two", "three", ",", "(", "-", "–", "—", "former") {
		j--
	}
	if sp := s.spanAt(j); sp != nil && sp.class == personName && sp.to == j+1 && r.pairBefore(s, sp) {
		return true
	}
	if r.nearAny(s, from, 2, "both") {
		return true
	}
	next := s.spanAt(i + 1)
	if s.tokAt(i+1).is(",", ":") {
		next = s.spanAt(i + 2)
	}
	return next != nil && next.class == personName && r.pairAfter(s, next)
}

// pairBefore reports whether another name is joined to the left of a person's.
func (r *reading) pairBefore(s *sentence, sp *span) bool {
	for k := range s.spans {
		if o := &s.spans[k]; o.class == personName && o.to <= sp.from && r.adjacent(s, o.to, sp.from) {
			return true
		}
	}
	return false
}

// pairAfter reports whether another name is joined to the right of a person's.
func (r *reading) pairAfter(s *sentence, sp *span) bool {
	for k := range s.spans {
		if o := &s.spans[k]; o.class == personName && o.from >= sp.to && r.adjacent(s, pastBracket(s, sp.to), o.from) {
			return true
		}
	}
	return false
}

// A bareRole is a role told without an employer, which the next person of its sentence may supply: "X is the CTO and Y the
// CEO of Z", "X, CTO, and Y, CEO, both of Z".
type bareRole struct {
	roles   []string
	founder bool
	from    int // token
	to      int
	person  string
}

// bare returns the role at [from, to) of the person right before it, if its words only lead to the next person.
func (r *reading) bare(s *sentence, roles []string, founder bool, from, to int) *bareRole {
	j := from - 1
	for j >= 0 && s.toks[j].is("is", "the", "a", "an", ",", "(", "-", "–", "—", "who", "as") {
		j--
	}
	sp := s.spanAt(j)
	if sp == nil || sp.class != personName || j == from-1 {
		return nil
	}
	return &bareRole{roles: roles, founder: founder, from: from, to: to, person: sp.name}
}

// leadsTo reports whether only the next person stands between a bare role and another role at token i.
func (b *bareRole) leadsTo(s *sentence, i int) bool {
	people := 0
	for j := b.to; j < i; j++ {
		if sp := s.spanAt(j); sp != nil && sp.class == personName {
			people++
			j = sp.to - 1
			continue
		}
		if !s.toks[j].is(",", ")", "(", "and", "&", "is", "the", "a", "an", "-", "–", "—", "as") {
			return false
		}
	}
	return people == 1
}
