package extract

import "strings"

// A feature is something that may tell whether a name is a person's: what it is ("next"), and which ("joins"). Some have
// two values: how the first word is written and how many words there are.
type feature struct{ what, a, b string }

// String writes a feature as name_weights.tsv has it.
func (f feature) String() string {
	return strings.TrimRight(f.what+" "+f.a+" "+f.b, " ")
}

// parseFeature reads what String wrote.
func parseFeature(text string) feature {
	f := strings.SplitN(text, " ", 3)
	for len(f) < 3 {
		f = append(f, "")
	}
	return feature{f[0], f[1], f[2]}
}

// A describer tells the features of the doubtful names of one episode.
type describer struct {
	*reading
	emit func(feature)
}

// describe emits the features of a name: those of itself, then those of its places, which may repeat.
func (d *describer) describe(n *doubtfulName) {
	d.emit(feature{"any", "", ""})
	d.words(n)
	d.within(&n.places[0])
	d.inEpisode(n)
	for i := range n.places {
		p := &n.places[i]
		d.around(p)
		d.listMates(p)
		d.lines(p)
		d.label(p)
	}
}

// words tells how the name is written, and which of its words the lists of names and of the language hold.
func (d *describer) words(n *doubtfulName) {
	p := &n.places[0]
	toks := p.s.toks[p.from:p.to]
	words, inner := 0, ""
	for i := range toks {
		if t := &toks[i]; t.kind == punct {
			inner = p.s.src.text[t.start:t.end]
		} else if !t.glued || i == 0 {
			words++
		}
	}
	first, last := &toks[0], &toks[len(toks)-1]
	d.emit(feature{"score", scores[max(0, min(int((n.score-leastPerson+.1)*2), len(scores)-1))], ""})
	d.emit(feature{"shape", caseNames[first.letters], digits[min(words, len(digits)-1)]})
	d.emit(feature{"given", d.wordClasses(first), caseNames[first.letters]})
	d.emit(feature{"family", d.wordClasses(last), caseNames[last.letters]})
	d.emit(feature{"first", first.lower, ""})
	if inner != "" {
		d.emit(feature{"inner", inner, ""})
	}
}

var (
	scores    = [...]string{"0.4", "0.9", "1.4", "1.9", "2.4", "2.9", "3.4"} // from there on; personThreshold is one of them
	digits    = [...]string{"0", "1", "2", "3", "4"}
	caseNames = [...]string{noCase: "-", lowerCase: "word", titleCase: "Word", upperCase: "WORD", mixedCase: "wOrd"}
)

// wordClasses tells which lists hold a word.
func (d *describer) wordClasses(t *token) string {
	given := d.x.has(t, givenName)
	switch {
	case given && d.x.has(t, ordinaryWord):
		return "name-or-word"
	case given && d.x.has(t, rareName):
		return "rare-name"
	case given:
		return "name"
	case d.x.has(t, functionWord):
		return "function-word"
	case d.x.has(t, roleHead|roleModifier|techNoun):
		return "noun"
	case d.x.has(t, ordinaryWord):
		return "word"
	case t.id >= 0:
		return "listed"
	}
	return "unknown"
}

// within tells which known names the name has in it.
func (d *describer) within(p *place) {
	for j := p.from; j < p.to; j++ {
		sp := p.s.spanAt(j)
		if sp == nil || sp.weak || sp.class == personName {
			continue
		}
		where := "inside"
		switch {
		case sp.from == p.from:
			where = "begins"
		case sp.to >= p.to:
			where = "ends"
		}
		d.emit(feature{"has", where, className(sp)})
		j = sp.to - 1
	}
}

// inEpisode tells what the rest of the episode has to do with the name.
func (d *describer) inEpisode(n *doubtfulName) {
	d.emit(feature{"places", digits[min(len(n.places), 3)], ""})
	if d.profiles()[foldName(n.name)] {
		d.emit(feature{"profile", "", ""})
	}
	if d.handleTells(n.name) {
		d.emit(feature{"handle", "", ""})
	}
}

// around tells the words before and after the name.
func (d *describer) around(p *place) {
	s := p.s
	d.emit(feature{"prev", d.wordAt(s, p.from-1), ""})
	d.emit(feature{"next", d.wordAt(s, p.to), ""})
	for j := max(0, p.from-6); j < p.from; j++ {
		if t := &s.toks[j]; t.letters == lowerCase && len(t.lower) > 2 && d.x.has(t, ordinaryWord|techNoun|roleHead) && !d.x.has(t, functionWord) {
			d.emit(feature{"before", t.lower, ""})
		}
	}
}

// wordAt gives the word at token i: itself where the lists have it, else what kind of name or mark it is.
func (d *describer) wordAt(s *sentence, i int) string {
	switch {
	case i < 0:
		return "^"
	case i >= len(s.toks):
		return "$"
	}
	if sp := s.spanAt(i); sp != nil && !sp.weak {
		return className(sp)
	}
	switch t := &s.toks[i]; {
	case t.kind == urlToken:
		return "<url>"
	case t.kind == number:
		return "<number>"
	case t.kind == punct:
		return s.src.text[t.start:t.end]
	case d.x.has(t, ordinaryWord|functionWord|techNoun|roleHead|roleModifier):
		return t.lower
	case t.capital():
		return "<Name>"
	}
	return "<word>"
}

func className(sp *span) string {
	return [...]string{otherName: "<other>", personName: "<person>", companyName: "<company>", techName: "<technology>", bothName: "<both>"}[sp.class]
}

// listMates tells what stands in one list with the name.
func (d *describer) listMates(p *place) {
	s := p.s
	joint := func(i int) bool { return s.tokAt(i).is(",", "and", "&", "or", "/", "vs", "+", "•", "|") }
	left := p.from - 1
	for k := 0; k < 2 && joint(left); k++ {
		left--
	}
	if left < p.from-1 {
		d.emit(feature{"list-before", d.mate(s, left), ""})
	}
	right := p.to
	for k := 0; k < 2 && joint(right); k++ {
		right++
	}
	if right > p.to {
		d.emit(feature{"list-after", d.mate(s, right), ""})
	}
}

// mate tells what stands at token i of a list.
func (d *describer) mate(s *sentence, i int) string {
	switch w := d.wordAt(s, i); {
	case w[0] == '<' || w == "^" || w == "$":
		return w
	case s.tokAt(i).capital():
		return "<Word>"
	}
	return "<plain>"
}

// lines tells what the lines before and after that of the name begin with.
func (d *describer) lines(p *place) {
	if s := p.s; s.kind == linkLine || s.listed {
		d.emit(feature{"line-before", d.lineKind(s.index - 1), ""})
		d.emit(feature{"line-after", d.lineKind(s.index + 1), ""})
	}
}

func (d *describer) lineKind(i int) string {
	if i < 0 || i >= len(d.sents) || d.sents[i].kind != linkLine && !d.sents[i].listed {
		return "none"
	}
	if spans := d.sents[i].spans; len(spans) > 0 && spans[0].from < 2 && !spans[0].weak {
		return className(&spans[0])
	}
	return "<plain>"
}

// label tells where the link leads whose label has the name in it.
func (d *describer) label(p *place) {
	s := p.s
	start, end := s.toks[p.from].start, s.toks[p.to-1].end
	for _, l := range s.src.linksIn(s.start, s.end) {
		part := ""
		switch {
		case l.bare && s.kind == linkLine && l.start >= end:
			part = "line"
		case l.bare || l.start > start || l.end < end:
			continue
		case l.start == start && l.end == end:
			part = "whole"
		case l.start == start:
			part = "beginning"
		default:
			part = "inner"
		}
		if home, _ := projectOf(s.src.raw[l.rawStart:l.rawEnd]); home != noHome {
			d.emit(feature{"home", [...]string{homeProject: "project", homeSite: "site"}[home], part})
		}
		return
	}
}
