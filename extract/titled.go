package extract

// titleVerbs follow the name of a product at the beginning of a title: "Muze Is a …", "Zego Lets You …".
var titleVerbs = map[string]bool{"is": true, "uses": true, "lets": true, "helps": true, "makes": true, "mixes": true, "turns": true, "gives": true, "keeps": true}

// titledWork reads a title that tells what a product does, over a description of one guest who built such a product.
func (r *reading) titledWork(s *sentence) {
	if s.src.in != "title" || s.start != 0 || len(s.toks) < 4 || s.spanAt(0) != nil || !s.toks[0].capital() {
		return
	}
	to := 1
	for to < 4 && to < len(s.toks) && s.toks[to].kind == word && s.toks[to].capital() && !titleVerbs[s.toks[to].lower] {
		to++
	}
	if to >= len(s.toks) || !titleVerbs[s.toks[to].lower] || r.x.has(&s.toks[0], functionWord|givenName) || to == 1 && r.x.has(&s.toks[0], ordinaryWord) {
		return
	}
	var guest *person
	for _, p := range r.people {
		if p.guest && guest != nil {
			return
		}
		if p.guest {
			guest = p
		}
	}
	if guest == nil {
		return
	}
	for i := range r.sents {
		b := &r.sents[i]
		if b.src.in == "title" || b.kind != prose {
			continue
		}
		for k := range b.toks {
			if b.toks[k].is("building", "built", "creating", "created") && b.tokAt(k+1).is("a", "an") && r.nounClass(b, r.pastKind(b, k+2)) == techName && !r.nearAny(b, min(k+8, len(b.toks)), 7, "store", "shop") {
				sp := span{from: 0, to: to, class: techName, name: s.text(0, to), rule: "title"}
				r.markTech(s, sp, "title")
				r.record(guest, sp.name, "creator", "titled", r.quote(s, 0, to), r.quote(b, k, len(b.toks)))
				return
			}
		}
		return // the first sentence tells it, or none
	}
}

// pastKind skips "new type of" before the noun that tells what a thing is.
func (r *reading) pastKind(s *sentence, i int) int {
	for j := i; j < i+4; j++ {
		if s.tokAt(j).is("type", "kind", "sort") && s.tokAt(j+1).is("of") {
			return j + 2
		}
	}
	return i
}
