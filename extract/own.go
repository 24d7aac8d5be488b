package extract

// ownNamed reads "his new C++ Tour project": capitals between the owner and the noun.
func (r *reading) ownNamed(s *sentence, k int) bool {
	i := k + 1
	for s.tokAt(i).is("new", "own", "latest", "newest", "open", "source", "-", "recent") {
		i++
	}
	to := i
	for to < len(s.toks) && to < i+5 && (s.toks[to].capital() && !r.isPerson(s, to) || s.toks[to].glued && s.toks[to].is("+", "-", "/")) {
		to++
	}
	if to == i || to >= len(s.toks) || !s.toks[to].is("project", "library", "framework", "editor") || to-i == 1 && r.x.has(&s.toks[i], ordinaryWord) {
		return false
	}
	if sp := s.spanAt(i); sp != nil && (sp.to == to && sp.common() || sp.class == companyName || sp.class == otherName || sp.class == bothName) {
		return false
	}
	sp := span{from: i, to: to, class: techName, name: s.text(i, to), rule: "slot"}
	if o := s.spanAt(i); o != nil && o.from == i && o.to == to {
		sp = *o
	}
	c := claim{s: s, at: k, end: to, rule: "own"}
	r.made(s, &c, sp, "creator", "own-project")
	return true
}

// ownProject reads "his latest project, Graft," and "their new library called X".
func (r *reading) ownProject(s *sentence, k int) {
	if r.ownNamed(s, k) || r.ownMany(s, k) {
		return
	}
	for j := k + 1; j < len(s.toks) && j < k+8; j++ {
		t := &s.toks[j]
		if t.kind == punct && !t.is("-", ",") || t.is("work", "with", "on", "in", "from", "use", "experience", "journey", "position", "role", "job", "as", "time") {
			return
		}
		if !r.x.has(t, techNoun) && !t.is("creation") {
			if sp := s.spanAt(j); sp != nil && (sp.class == techName) && j+1 < len(s.toks) && sp.to < len(s.toks) && r.x.has(&s.toks[sp.to], techNoun) && !sp.common() && makeable[sp.kind] && j == k+1 && !s.toks[sp.to].is("database", "server", "cluster", "app", "site", "backend") {
				c := claim{s: s, at: k, end: sp.to, rule: "own"}
				r.made(s, &c, *sp, "creator", "own-project")
				return
			}
			continue
		}
		if t.is("rewrite", "fork", "port", "clone", "implementation") {
			return
		}
		i := j + 1
		for i < len(s.toks) && s.toks[i].is(",", ":", "called", "named", "-", "–") {
			i++
		}
		if t.is("project") && i == j+1 {
			for n := i; n < len(s.toks) && n < i+8; n++ {
				if s.toks[n].is("with") && n+1 < len(s.toks) && s.toks[n+1].capital() {
					i = n + 1
					break
				}
			}
		}
		if i == j+1 && i < len(s.toks) && s.toks[i].letters == lowerCase {
			return
		}
		if sp, ok := r.workAt(s, i, false); ok && !r.isPersonName(sp) && (sp.entry == nil || makeable[sp.kind] || t.is("project", "library", "framework")) && !t.is("language", "stack", "engine", "book", "application") && !s.toks[j].is("libraries") {
			c := claim{s: s, at: k, end: sp.to, rule: "own"}
			r.made(s, &c, sp, "creator", "own-project")
		}
		return
	}
}

// ownAfter reads "LiveStore, his local-first data layer".
func (r *reading) ownAfter(s *sentence, k int) {
	if k < 2 || !s.toks[k-1].is(",", "-", "–", "—", "(") {
		return
	}
	from := k - 1
	for from > 0 && s.toks[from-1].kind == word && s.toks[from-1].capital() && k-from < 4 {
		from--
	}
	if from == k-1 || r.nounClass(s, k+1) != techName {
		return
	}
	if sp, ok := r.workAt(s, from, false); ok && sp.to == k-1 && !r.isPersonName(sp) && !sp.common() {
		c := claim{s: s, at: k, end: k, rule: "own"}
		r.made(s, &c, sp, "creator", "own-project")
	}
}

// manyWorks are plurals of what people make.
var manyWorks = map[string]bool{"projects": true, "libraries": true, "tools": true, "packages": true, "products": true, "platforms": true, "modules": true, "plugins": true, "apps": true, "frameworks": true,
	"games": true, "services": true, "crates": true, "extensions": true, "gems": true, "languages": true, "editors": true}

// pastProjects skips "two LLVM projects" and "tools such as" before the names of what somebody made.
func pastProjects(s *sentence, i int) int {
	for j := i; j < i+7 && j < len(s.toks); j++ {
		if manyWorks[s.toks[j].lower] {
			for j++; s.tokAt(j).is("like", "such", "as", "including", "called", ":", "named"); j++ {
				continue
			}
			return j
		}
		if s.toks[j].kind == punct && !s.toks[j].is("-") {
			break
		}
	}
	return i
}

// shipped reads "who ships side projects like X (…) and Y" and "creating learning platforms: X and Y".
func (r *reading) shipped(s *sentence, k int) bool {
	i := pastProjects(s, k+1)
	if i == k+1 || !s.tokAt(i-1).is("like", "as", "including", "called", ":", "named") || !r.personNear(s, k) && !s.toks[k].is("creating", "building") {
		return false
	}
	return r.madeList(s, k, i, "made", s.toks[k].is("creating", "building"))
}

// ownMany reads "his modules like X, Y and Z": not what he likes, nor what he may only use.
func (r *reading) ownMany(s *sentence, k int) bool {
	i := pastProjects(s, k+1)
	for j := k + 1; j < i; j++ {
		if s.toks[j].is("favorite", "favourite", "preferred", "beloved", "daily", "go", "used", "tools", "apps", "services", "platforms", "languages", "editors", "products", "frameworks") {
			return false
		}
	}
	return i > k+1 && s.tokAt(i-1).is("like", "as", "including", "called", ":", "named") && r.madeList(s, k, i, "own-project", true)
}

// madeList records the works listed at token i as made by the subject of the phrase at k, only those that no list holds if
// unlisted is set; it reports whether there is one.
func (r *reading) madeList(s *sentence, k, i int, rule string, unlisted bool) bool {
	found := false
	for i < len(s.toks) {
		sp, ok := r.workAt(s, i, false)
		if !ok || sp.from != i || r.isPersonName(sp) || sp.common() || sp.class == companyName || unlisted && sp.entry != nil {
			break
		}
		for sp.entry == nil && s.tokAt(sp.to).is("the", "of") && s.tokAt(sp.to+1).capital() && !s.titleCase { // "Under the Wire"
			sp.to = r.workEnd(s, sp.to+1)
			sp.name = s.text(sp.from, sp.to)
		}
		found = true
		c := claim{s: s, at: k, end: k, rule: "made"}
		r.made(s, &c, sp, "creator", rule)
		i = sp.to
		if s.tokAt(i).is("(") {
			for i < len(s.toks) && !s.toks[i].is(")") {
				i++
			}
			i++
		}
		if !s.tokAt(i).is(",", "and", "&") {
			break
		}
		for s.tokAt(i).is(",", "and", "&") {
			i++
		}
	}
	return found
}
