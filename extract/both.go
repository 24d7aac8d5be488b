package extract

// readBoth decides whether a name of both kinds is used for the organisation or for what it makes. It returns what
// the place says for the rest of the episode: above zero for the product.
func (r *reading) readBoth(s *sentence, sp *span) int {
	if sp.asCompany && !sp.asTech {
		return 0
	}
	prev, next, after := token{id: -1}, token{id: -1}, token{id: -1}
	if sp.from > 0 {
		prev = s.toks[sp.from-1]
	}
	if sp.to < len(s.toks) {
		next = s.toks[sp.to]
	}
	if sp.to+2 < len(s.toks) && next.is("'") {
		after = s.toks[sp.to+2]
	}
	company, tech := r.companyUse(s, sp, &prev, &next, &after), 0
	if o := s.spanAt(sp.from - 2); o != nil && o.class == personName && prev.is("(") && (next.is(")", ",") || s.src.in == "title") {
		company += 3 // "Jill Jubinski (IBM)"
	}
	if o := s.spanAt(sp.to + 2); o != nil && o.class == techName && next.is("'") && s.tokAt(sp.to+1).is("s") {
		company += 6 // "Facebook's PyTorch"
	}
	if prev.is("using", "use", "uses", "used", "with", "in", "on", "via", "through", "written", "into", "adopting", "deploy", "learn", "over", "than", "vs", "uses") {
		tech += 2
	}
	if prev.is("like") && s.tokAt(sp.from-2).is("feel", "feels", "look", "looks", "work", "works", "behave", "behaves", "run", "runs") {
		tech += 3 // "apps that feel like Linear"
	}
	if r.nearAny(s, sp.from, 8, "using", "tools", "stack", "platforms", "databases", "technologies", "frameworks", "tooling", "warehouses", "libraries", "topics") {
		tech += 2
	}
	if next.kind == word && next.letters == lowerCase && !next.glued && !r.x.has(&next, functionWord|roleHead) && !next.is("integration", "partnership") {
		tech++
	}
	if r.x.has(&next, techNoun) || next.is("code", "workers", "accounts", "channel", "videos", "bot", "functions", "as") {
		tech += 2
	}
	if next.is("is", "are") && sp.to+1 < len(s.toks) && s.toks[sp.to+1].is("used", "being", "handling", "also") || next.is("captures", "handles", "monitors") {
		tech += 3
	}
	if s.kind == linkLine && r.linkTells(s, sp) {
		tech++
	}
	for k := range s.spans {
		o := &s.spans[k]
		if o == sp || o.entry == nil || o.class == otherName || o.class == personName || o.weak {
			continue
		}
		if r.adjacent(s, o.to, sp.from) || r.adjacent(s, sp.to, o.from) {
			switch {
			case o.class == techName:
				tech += 2
			case o.class == companyName && o.entry.class == isCompany:
				company += 3
			case o.entry.primary == isTechnology:
				tech++
			}
		}
	}
	switch {
	case company > tech:
		sp.asCompany = true
	case tech > company:
		sp.asTech = true
	}
	return tech - company
}

// nearAny reports whether one of the words stands within n tokens before token i.
func (r *reading) nearAny(s *sentence, i, n int, words ...string) bool {
	for j := i - 1; j >= 0 && j >= i-n; j-- {
		if s.toks[j].is(words...) {
			return true
		}
	}
	return false
}

func (r *reading) nearWord(s *sentence, i int, w string, n int) bool {
	for j := i - 1; j >= 0 && j >= i-n; j-- {
		if s.toks[j].is(w) {
			return true
		}
	}
	return false
}
