package extract

// chapterGuests takes for guests those whose names end the chapters of an episode: "Schemas (Ada Long)", "Part 2: arenas
// with Ada Long". One such chapter may be about somebody; several are a programme and its speakers,
// if the text tells of no other guest.
func (r *reading) chapterGuests() {
	if r.anyGuest() {
		return
	}
	type ending struct {
		s  *sentence
		sp *span
	}
	var found []ending
	seen := map[*person]bool{}
	for i := range r.sents {
		s := &r.sents[i]
		if s.kind != chapter || len(s.spans) == 0 {
			continue
		}
		sp := &s.spans[len(s.spans)-1]
		if sp.class != personName || sp.to-sp.from < 2 || !endsChapter(s, sp) {
			continue
		}
		p := r.resolveShort(sp.name)
		if !seen[p] {
			seen[p] = true
			found = append(found, ending{s, sp})
		}
	}
	if len(found) < 3 {
		return
	}
	for _, e := range found {
		r.addGuest(e.s, e.sp, "guest-chapter")
	}
}

// endsChapter reports whether a name ends its chapter's title in brackets, or after "with" or a dash.
func endsChapter(s *sentence, sp *span) bool {
	before := s.tokAt(sp.from - 1)
	if before.is("(") {
		return sp.to+1 == len(s.toks) && s.toks[sp.to].is(")")
	}
	return sp.to == len(s.toks) && sp.from > 1 && (before.is("with", "w") || before.is("-", "–", "—", "|") && !before.glued || before.is("/") && s.tokAt(sp.from-2).is("w"))
}
