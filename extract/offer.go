package extract

import "strings"

// offers are words by which an advertisement says what its readers get.
var offers = []string{"free trial", "day trial", "trial of", "try it free", "for free", "% off", "discount", "promo code", "coupon", "credit", "exclusively for", "offer code"}

// offered takes for sponsors those whose paragraph sends readers to a page of theirs made for the show, for something
// in return: "Heapworks finds slow queries. Go to heapworks.example/ourshow to get a free trial."
func (r *reading) offered() {
	for i := range r.sents {
		s := &r.sents[i]
		if s.src.in != "" || s.kind != prose {
			continue
		}
		for k := range s.toks {
			host := r.showPage(s, k)
			if host == "" || !r.sendsTo(s, k) {
				continue
			}
			if from, to, ok := r.paragraphOf(i); ok {
				r.advertisedAt(from, to, host)
			}
		}
	}
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
	return s.tokAt(k-1).is("to", "at", "visit", "visiting") && r.nearAny(s, k, 3, "go", "going", "head", "over", "visit", "visiting", "more", "it", "sign", "up", "out")
}

// paragraphOf returns the sentences of the paragraph around sentence i, and whether they offer something.
func (r *reading) paragraphOf(i int) (from, to int, ok bool) {
	p := r.sents[i].passage
	for from = i; from > 0 && r.sents[from-1].passage == p; from-- {
	}
	for to = i + 1; to < len(r.sents) && r.sents[to].passage == p; to++ {
	}
	text := strings.ToLower(p.src.text[r.sents[from].start:r.sents[to-1].end])
	for _, o := range offers {
		if strings.Contains(text, o) {
			return from, to, true
		}
	}
	return from, to, false
}

// advertisedAt finds the first name among sentences that the host spells.
func (r *reading) advertisedAt(from, to int, host string) {
	host = foldName(host)
	for i := from; i < to; i++ {
		s := &r.sents[i]
		for k := range s.toks {
			if !s.toks[k].capital() {
				continue
			}
			end, name := r.nameEndAt(s, k), ""
			if end == k {
				continue
			}
			if name = s.text(k, end); s.spanAt(k) != nil {
				name = s.spanAt(k).name
			}
			if n := foldName(name); len(n) >= 4 && strings.Contains(host, n) && !r.guestOf(name) {
				r.sponsor(s, k, end, name, "offer")
				return
			}
		}
	}
}
