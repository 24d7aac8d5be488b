package extract

import "strings"

// namedWork reads "the bounded::integer library", "two LLVM projects libc++": an author's work that is said to be software.
func (r *reading) namedWork(s *sentence, i int) (span, bool) {
	for i < len(s.toks) && s.toks[i].is("the", "a", "two", "of", "popular") {
		i++
	}
	if i >= len(s.toks) || s.spanAt(i) != nil || s.toks[i].kind != word {
		return span{}, false
	}
	if to := r.workEnd(s, i); s.toks[i].capital() && r.linked(s.text(i, to)) {
		return span{from: i, to: to, class: techName, name: s.text(i, to), rule: "slot"}, true
	}
	to := i + 1
	for to+1 < len(s.toks) && s.toks[to].glued && s.toks[to+1].glued && s.toks[to].kind == punct && !s.toks[to].is("'") {
		to++
		for to < len(s.toks) && s.toks[to].glued && s.toks[to].kind == punct {
			to++
		}
		if to < len(s.toks) && s.toks[to].kind == word {
			to++
		}
	}
	if to < len(s.toks) && s.toks[to].is("library", "libraries", "framework", "tool", "package") && !r.x.has(&s.toks[i], functionWord) && (to > i+1 || !r.x.has(&s.toks[i], ordinaryWord)) {
		return span{from: i, to: to, class: techName, name: s.text(i, to), rule: "slot"}, true
	}
	return span{}, false
}

// linked reports whether a repository of that name is linked to.
func (r *reading) linked(name string) bool {
	want := foldName(name)
	for _, l := range r.body.links {
		u := strings.ToLower(strings.TrimRight(r.body.raw[l.rawStart:l.rawEnd], "/"))
		host := siteOf(u)
		_, path, _ := strings.Cut(u, "://")
		_, isPackage := packagePage(strings.Split(path, "/"))
		if (host == "github.com" || host == "gitlab.com" || isPackage) && foldName(u[strings.LastIndexByte(u, '/')+1:]) == want {
			return true
		}
	}
	return false
}

// describesWord reports whether lower-case words other than of grammar follow a name: "the Jobs to Be Done framework".
func (r *reading) describesWord(s *sentence, i int) bool {
	return i+1 < len(s.toks) && s.toks[i].is("to") && s.toks[i+1].capital()
}

// workOf reads the name of a work at token i of the list after "creator of".
func (r *reading) workOf(s *sentence, i int, role string) (span, bool) {
	if sp, ok := r.nounThenName(s, i); ok && role != "author" {
		return sp, true // "the Vue-based framework Quillstone"
	}
	sp, ok := r.workAt(s, i, role == "author" || role == "co-author")
	if !ok && role == "author" {
		return r.namedWork(s, i)
	}
	if end := i + 1; !ok && role == "creator" && r.lowName(s, i) && s.tokAt(i-1).is("and", "&") && (end >= len(s.toks) || s.toks[end].is(".", ",")) {
		return span{from: i, to: end, class: techName, name: s.text(i, end), rule: "slot"}, true
	}
	if to := r.nameEnd(s, sp.to); ok && role == "creator" && sp.entry != nil && to > sp.to+1 && to < sp.to+4 && !r.x.has(&s.toks[sp.to], functionWord|roleHead) {
		return span{from: sp.from, to: to, class: techName, name: s.text(sp.from, to), rule: "slot"}, true // "Debian Code Search"
	}
	return sp, ok
}

// workAt reads the name of a technology at token i, listed or not.
func (r *reading) workAt(s *sentence, i int, listedOnly bool) (span, bool) {
	for i < len(s.toks) && s.toks[i].is("the", "a", "an", "both") {
		i++
	}
	if i >= len(s.toks) {
		return span{}, false
	}
	if sp := s.spanAt(i); sp != nil && sp.from == i && !listedOnly && s.tokAt(sp.to).is("-") && s.tokAt(sp.to).glued && s.tokAt(sp.to+1).glued && (s.tokAt(sp.to+1).letters == lowerCase && s.toks[i].letters == lowerCase || s.tokAt(sp.to+1).capital()) {
		to := r.workEnd(s, i) // "cargo-semver-checks" is more than Cargo
		return span{from: i, to: to, class: techName, name: s.text(i, to), rule: "slot"}, true
	}
	if sp := s.spanAt(i); sp != nil && sp.from == i {
		if sp.class == techName || sp.class == bothName {
			return *sp, true
		}
		if sp.class == companyName && !listedOnly {
			return *sp, true
		}
		return span{}, false
	}
	if !listedOnly && i > 0 && s.toks[i-1].is("of") && s.toks[i].letters == lowerCase && s.tokAt(i+1).is("-") && s.tokAt(i+1).glued {
		if to := r.workEnd(s, i); s.tokAt(to).is(",") && s.tokAt(to+1).is("a", "an", "the") {
			return span{from: i, to: to, class: techName, name: s.text(i, to), rule: "slot"}, true // "creator of x-state, a library"
		}
	}
	if listedOnly || !r.openWork(s, i) && !r.domainAt(s, i) && !(r.lowName(s, i) && i > 0 && (s.toks[i-1].is("of", "create", "created") || r.linked(s.text(i, i+1)))) {
		return span{}, false
	}
	to := r.workEnd(s, i)
	return span{from: i, to: to, class: techName, name: s.text(i, to), rule: "slot"}, true
}

// openWork reports whether an unlisted name of a technology may begin at i.
func (r *reading) openWork(s *sentence, i int) bool {
	t := &s.toks[i]
	if t.kind != word || s.titleCase && s.src.in != "title" {
		return false
	}
	return t.capital() && !r.x.has(t, functionWord|monthOrDay|roleHead) && !(t.letters == upperCase && t.end-t.start == 1)
}

// workEnd returns the end of the capitalised or compound name at i.
func (r *reading) workEnd(s *sentence, i int) int {
	j := i + 1
	for j < len(s.toks) && j-i < 5 {
		t := &s.toks[j]
		if t.glued {
			next := j+1 < len(s.toks) && s.toks[j+1].glued && s.toks[j+1].kind == word
			if t.kind == punct && next && t.is("-", ".", "_", "/") && !(t.is(".") && s.toks[j+1].letters == titleCase) {
				j += 2
				continue
			}
			if t.kind == number {
				j++
				continue
			}
			break
		}
		if t.kind != word || !t.capital() || s.spanAt(j) != nil && s.spanAt(j).class == personName || r.x.has(t, roleHead) {
			break
		}
		j++
	}
	return j
}

// nounThenName reads "serverless framework OpenFaaS" at token i.
func (r *reading) nounThenName(s *sentence, i int) (span, bool) {
	for s.tokAt(i).is("the", "a", "an", "popular") {
		i++
	}
	for j := i; j < i+6 && j+1 < len(s.toks) && (s.toks[j].kind == word || s.toks[j].is("-")) && !r.x.has(&s.toks[j], functionWord); j++ {
		if r.x.has(&s.toks[j], techNoun) && s.toks[j].letters == lowerCase && s.toks[j+1].capital() && !s.toks[j+1].glued && !r.isPerson(s, j+1) {
			sp, ok := r.workAt(s, j+1, false)
			return sp, ok && sp.from == j+1 && !sp.common() && !r.describes(s, sp.to)
		}
	}
	return span{}, false
}

// describes reports whether the name at the end of which i stands only qualifies a noun: "building Rust services".
func (r *reading) describes(s *sentence, i int) bool {
	if i >= len(s.toks) {
		return false
	}
	t := &s.toks[i]
	if t.glued && t.is("-", "'") {
		return true
	}
	if t.is("first", "then", "later", "originally", "alone", "himself", "herself", "back", "together", "years", "last") {
		return false
	}
	return t.kind == word && (t.letters == lowerCase && !r.x.has(t, functionWord) || t.capital() && !t.glued)
}
