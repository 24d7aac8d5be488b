package extract

import "strings"

// inLists gives unlisted members of a list the kind of its listed ones: "Fastify, Pino, Mercurius and Avvio".
func (r *reading) inLists(s *sentence) {
	for i := 0; i < len(s.toks); {
		items, end := r.listAt(s, i)
		if len(items) >= 3 {
			r.markList(s, items)
		}
		i = max(end, i+1)
	}
}

// listAt reads the members of a list that begins at i: names between commas and "and".
func (r *reading) listAt(s *sentence, i int) (items [][2]int, end int) {
	for i < len(s.toks) {
		to := i
		if sp := s.spanAt(i); sp != nil && sp.from == i {
			to = sp.to
		} else if s.toks[i].capital() || r.lowName(s, i) {
			to = r.workEnd(s, i)
		}
		if to == i {
			return items, i
		}
		items = append(items, [2]int{i, to})
		i = to
		j := i
		for j < len(s.toks) && (s.toks[j].is(",", "and", "&", "or", "/")) {
			j++
		}
		if j == i || j > i+2 {
			return items, i
		}
		i = j
	}
	return items, i
}

// markList marks the members no list holds, if the others agree on what they are.
func (r *reading) markList(s *sentence, items [][2]int) {
	tech, company := 0, 0
	for _, it := range items {
		switch sp := s.spanAt(it[0]); {
		case sp == nil || sp.weak:
		case sp.class == techName:
			tech++
		case sp.class == companyName:
			company++
		case sp.class == bothName && sp.entry != nil && sp.entry.primary == isTechnology:
			tech++
		case sp.class == bothName:
			company++
		case sp.class == otherName || sp.class == personName:
			return
		}
	}
	if r.nearAny(s, items[0][0], 4, "companies", "startups", "giants", "customers", "clients", "brands") {
		tech = 0
		company += len(items)
	}
	if tech == 0 && company == 0 || tech == company {
		return
	}
	for _, it := range items {
		if s.spanAt(it[0]) != nil || r.personByKey[foldName(s.text(it[0], it[1]))] != nil {
			continue
		}
		plain := tech > company || it[1]-it[0] == 1 || s.titleCase
		for j := it[0]; j < it[1]; j++ {
			plain = plain && (s.toks[j].kind != word || r.x.has(&s.toks[j], ordinaryWord|functionWord|givenName|roleModifier|monthOrDay))
		}
		if plain || it[1]-it[0] > 3 {
			continue
		}
		if it[1] < len(s.toks) && s.toks[it[1]].kind == word && !s.toks[it[1]].glued && !s.toks[it[1]].is("and", "or", "to", "in", "for", "with", "on", "that", "which", "at", "while", "as", "is", "are") {
			continue
		}
		if tech > company {
			r.openTech(s, it[0], it[1], "list")
		} else if s.toks[it[0]].capital() {
			r.openCompany(s, it[0], it[1], "list")
		}
	}
}

// kinds are plurals, and words for many, whose examples are technologies.
var kinds = map[string]bool{"tools": true, "technologies": true, "frameworks": true, "languages": true, "databases": true, "libraries": true, "projects": true, "platforms": true, "engines": true, "products": true, "packages": true,
	"services": true, "standards": true, "protocols": true, "crates": true, "plugins": true, "tooling": true, "stack": true, "toolstack": true, "formats": true, "systems": true, "editors": true, "compilers": true, "apps": true, "stores": true, "orchestrators": true}

// companyKinds are plurals whose examples are companies.
var companyKinds = map[string]bool{"companies": true, "startups": true, "vendors": true, "bootcamps": true, "firms": true, "banks": true, "giants": true, "brands": true, "customers": true, "clients": true, "agencies": true, "organizations": true, "organisations": true,
	"universities": true, "employers": true, "retailers": true, "publishers": true}

// examples reads what a plural is told to be of: "tools like Foo and Bar", "vendors such as Foo", "her stack (Foo, Bar)".
func (r *reading) examples(s *sentence, k int) {
	n := k - 1
	switch t := &s.toks[k]; {
	case t.is("like", "including") || t.is("(") && !t.glued:
	case t.is("as") && s.tokAt(k-1).is("such"):
		n = k - 2
	default:
		return
	}
	if s.tokAt(n).is(",") {
		n--
	}
	noun := s.tokAt(n).lower
	if !kinds[noun] && !companyKinds[noun] {
		return
	}
	items, _ := r.listAt(s, k+1)
	for _, it := range items {
		if companyKinds[noun] && it[1] > it[0]+1 && s.spanAt(it[0]) == nil && s.toks[it[0]].capital() && !s.titleCase {
			r.openCompany(s, it[0], it[1], "example")
			continue
		}
		if r.coinedEnd(s, it[0]) != it[1] && !(r.lowName(s, it[0]) && len(items) > 1 && s.spanAt(it[0]) == nil && !strings.HasSuffix(s.text(it[0], it[1]), "s")) {
			continue
		}
		if kinds[noun] {
			r.openTech(s, it[0], it[1], "example")
		} else if s.toks[it[0]].capital() {
			r.openCompany(s, it[0], it[1], "example")
		}
	}
}

// paired reads "Foo and PostgreSQL", "PostgreSQL vs Foo".
func (r *reading) paired(s *sentence, i int) {
	if !s.toks[i].capital() {
		return
	}
	to := r.coinedEnd(s, i)
	if to == 0 || to > i+1 && !s.toks[i+1].glued {
		return
	}
	joint := func(j int) bool { return s.tokAt(j).is("and", "or", "vs", "versus", "/") }
	tech := func(sp *span) bool { return sp != nil && sp.class == techName && sp.entry != nil && !sp.weak }
	if joint(to) && tech(s.spanAt(to+1)) || joint(i-1) && tech(s.spanAt(i-2)) && (to >= len(s.toks) || !s.toks[to].capital()) {
		r.openTech(s, i, to, "pair")
	}
}

// released reads "Foo 3.2".
func (r *reading) released(s *sentence, k int) {
	if t := &s.toks[k]; t.kind != number || t.glued || !s.tokAt(k+1).is(".") || !s.tokAt(k+1).glued || s.tokAt(k+2).kind != number || !s.tokAt(k+2).glued {
		return
	}
	for i := max(0, k-2); i < k; i++ {
		if r.coinedEnd(s, i) == k && !strings.HasSuffix(s.toks[k-1].lower, "ing") {
			r.openTech(s, i, k, "version")
			return
		}
	}
}

// madeBy reads "Microsoft's Foo".
func (r *reading) madeBy(s *sentence, k int) {
	if !s.toks[k].is("s") || !s.toks[k].glued || !s.tokAt(k-1).is("'") {
		return
	}
	sp := s.spanAt(k - 2)
	if sp == nil || sp.class != companyName && sp.class != bothName || s.tokAt(sp.from-1).is("at", "of", "joined", "left", "for") {
		return // "CPO at Salesforce's MuleSoft"
	}
	if to := r.coinedEnd(s, k+1); to > 0 {
		r.openTech(s, k+1, to, "made-by")
	}
}
