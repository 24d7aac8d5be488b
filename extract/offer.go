package extract

import "strings"

// offerWords are words by which an advertisement says what its readers get.
var offerWords = []string{"free trial", "day trial", "trial of", "try it free", "for free", "% off", "discount", "promo code", "coupon", "credit", "exclusively for", "offer code"}

// offered takes for sponsors those whose paragraph sends readers to a page of theirs made for the show, for something
// in return: "Heapworks finds slow queries. Go to heapworks.example/ourshow to get a free trial." Below a heading for
// sponsors any address will do, and a name said again and again where the address spells none.
func (r *reading) offered() {
	for i := 0; i < len(r.sents); {
		s := &r.sents[i]
		end := i + 1
		for end < len(r.sents) && r.sents[end].passage == s.passage {
			end++
		}
		if s.src.in == "" && (s.kind == prose || s.kind == sponsor) {
			r.advertisement(i, end)
		}
		i = end
	}
}

// advertisement reads the paragraph of sentences [from, to).
func (r *reading) advertisement(from, to int) {
	section := r.sents[from].passage.isSection()
	if section && (r.sents[from].kind == sponsor || strings.ContainsAny(r.sents[from].under, "-–—:")) {
		return // an entry of a list, or below a heading with the name: read as such
	}
	offers, sent, entry := -1, false, r.namedEntry(&r.sents[from])
	first := r.sents[from].spanAt(0)
	sold := first == nil || !first.everybodys() // a framework's home is no shop
	for i := from; i < to; i++ {
		s := &r.sents[i]
		for k := range s.toks {
			host := r.showPage(s, k)
			if host == "" && (section || entry && sold) {
				host = r.pageAt(s, k)
			}
			if host == "" || !r.sendsTo(s, k) {
				continue
			}
			if entry && r.advertisedAt(from, from+1, host) {
				return
			}
			if offers < 0 {
				offers = r.offers(from, to)
			}
			sent = true
			if (section || offers > 0) && r.advertisedAt(from, to, host) {
				return
			}
		}
	}
	if section && (sent || r.offers(from, to) > 0 || r.urges(from, to)) {
		r.saidAgain(from, to)
	}
}

// namedEntry reports whether a paragraph begins with a name and a dash: "Heapworks – Arenas for everybody. Learn more at …".
func (r *reading) namedEntry(s *sentence) bool {
	end, _ := r.advertisedName(s, 0)
	return !s.listed && end > 0 && s.tokAt(end).is("–", "—", "-") && !s.tokAt(end).glued
}

// pageAt returns the host of an address without a path at token k: "heapworks.example".
func (r *reading) pageAt(s *sentence, k int) string {
	if t := &s.toks[k]; t.kind == urlToken {
		for _, l := range s.src.linksIn(t.start, t.end) {
			return siteOf(s.src.raw[l.rawStart:l.rawEnd])
		}
	}
	if !r.domainAt(s, k) {
		return ""
	}
	return s.text(k, r.dottedEnd(s, k+1))
}

// showPage returns the host of an address with a path at token k, linked or not: "heapworks.example/ourshow".
func (r *reading) showPage(s *sentence, k int) string {
	if t := &s.toks[k]; t.kind != urlToken {
		if !r.domainAt(s, k) {
			return ""
		}
		end := r.dottedEnd(s, k+1)
		if !s.tokAt(end).is("/") || !s.tokAt(end).glued || !s.tokAt(end+1).glued {
			return ""
		}
		return s.text(k, end)
	}
	for _, l := range s.src.linksIn(s.toks[k].start, s.toks[k].end) {
		if host, path, _ := strings.Cut(address(s.src.raw[l.rawStart:l.rawEnd]), "/"); path != "" {
			return host
		}
	}
	return ""
}

// sendsTo reports whether the words before the address at token k tell to go there.
func (r *reading) sendsTo(s *sentence, k int) bool {
	for k > 1 && s.toks[k].glued && s.toks[k-1].is(".") && s.toks[k-1].glued {
		k -= 2 // "go.heapworks.example"
	}
	return s.tokAt(k-1).is("to", "at", "visit", "visiting", "out") && r.nearAny(s, k, 3, "go", "going", "head", "over", "visit", "visiting", "more", "it", "sign", "up", "out")
}

// offers counts the words by which the paragraph of sentences [from, to) says what its readers get.
func (r *reading) offers(from, to int) int {
	text := strings.ToLower(r.sents[from].src.text[r.sents[from].start:r.sents[to-1].end])
	n := 0
	for _, o := range offerWords {
		if strings.Contains(text, o) {
			n++
		}
	}
	return n
}

// callsToAct begin sentences that tell readers what to do.
var callsToAct = map[string]bool{"check": true, "visit": true, "try": true, "go": true, "head": true, "get": true, "sign": true, "start": true, "learn": true, "download": true, "meet": true, "apply": true,
	"use": true, "join": true, "discover": true, "build": true, "save": true}

// urges reports whether one of the sentences [from, to) tells readers what to do.
func (r *reading) urges(from, to int) bool {
	for i := from; i < to; i++ {
		if callsToAct[r.sents[i].toks[0].lower] {
			return true
		}
	}
	return false
}

// advertisedAt takes for a sponsor the first name among sentences that the host spells.
func (r *reading) advertisedAt(from, to int, host string) bool {
	label := host
	if i := strings.LastIndexByte(label, '.'); i > 0 {
		label = label[:i]
	}
	label = foldName(label[strings.LastIndexByte(label, '.')+1:])
	host = foldName(host)
	for i := from; i < to; i++ {
		s := &r.sents[i]
		for k := range s.toks {
			end, name := r.advertisedName(s, k)
			if end == k || !hostNames(host, label, name) || r.guestOf(name) {
				continue
			}
			if longer := r.nameEnd(s, end); longer > end && longer <= end+2 && s.spanAt(k) != nil && r.alwaysLonger(from, to, s.text(k, end)) {
				end, name = longer, s.text(k, longer)
			}
			if o := s.spanAt(k - 1); o != nil && o.class == companyName && !s.toks[k].glued {
				name = s.text(o.from, end) // "Oracle Dyn"
				k = o.from
			}
			r.sponsor(s, k, end, name, "offer")
			return true
		}
	}
	return false
}

// hostNames reports whether a host spells a name, or the label of the host is the name's beginning or its last word.
func hostNames(host, label, name string) bool {
	n := foldName(name)
	if len(n) >= 4 && strings.Contains(host, n) {
		return true
	}
	if len(label) >= 4 && strings.HasPrefix(n, label) {
		return true
	}
	return len(label) >= 3 && foldName(name[strings.LastIndexByte(name, ' ')+1:]) == label
}

// advertisedName reads the name at token k, listed or not, as an advertisement writes it.
func (r *reading) advertisedName(s *sentence, k int) (int, string) {
	t := &s.toks[k]
	if !t.capital() || r.x.has(t, monthOrDay) || r.x.has(t, functionWord) && r.opensSentence(s, k) || k > 0 && t.glued && !s.toks[k-1].is("\"", "(", "-") {
		return k, ""
	}
	if s.spanAt(k) == nil && callsToAct[t.lower] && r.opensSentence(s, k) {
		return k, "" // "Meet Shopify."
	}
	end := r.nameEndAt(s, k)
	if end == k {
		return k, ""
	}
	if sp := s.spanAt(k); sp != nil {
		switch {
		case sp.class == otherName && sp.kind == "conference":
			end = r.nameEnd(s, sp.to)
			return end, s.text(k, end)
		case sp.class == otherName || sp.class == personName:
			return k, ""
		}
		return end, sp.name
	}
	return end, s.text(k, end)
}

// alwaysLonger reports whether a name is said among sentences as the beginning of a longer one only: "Indeed" of
// "Indeed Prime".
func (r *reading) alwaysLonger(from, to int, name string) bool {
	for i := from; i < to; i++ {
		s := &r.sents[i]
		for k := range s.spans {
			if sp := &s.spans[k]; s.text(sp.from, sp.to) == name && r.nameEnd(s, sp.to) == sp.to && !s.tokAt(sp.to).glued {
				return false
			}
		}
	}
	return true
}

// saidAgain takes for a sponsor the name that a paragraph says most often, twice at least, and in its first words.
func (r *reading) saidAgain(from, to int) {
	type saying struct {
		s      *sentence
		k, end int
		n      int
	}
	said := map[string]*saying{}
	best := ""
	for i := from; i < to; i++ {
		s := &r.sents[i]
		for k := 0; k < len(s.toks); k++ {
			end, name := r.advertisedName(s, k)
			if end == k || r.plainWords(s, k, end) && end == k+1 || r.isShow(name) {
				continue
			}
			if sp := s.spanAt(k); sp != nil && sp.everybodys() {
				continue
			}
			if said[name] == nil {
				said[name] = &saying{s: s, k: k, end: end}
			}
			said[name].n++
			if best == "" || said[name].n > said[best].n {
				best = name
			}
			k = end - 1
		}
	}
	if b := said[best]; b != nil && b.n > 1 && !r.guestOf(best) {
		r.sponsor(b.s, b.k, b.end, best, "offer")
	}
}
