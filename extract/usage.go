package extract

import "strings"

// useVerbs take a technology as their object.
var useVerbs = map[string]bool{"using": true, "use": true, "uses": true, "used": true, "via": true, "adopting": true, "chose": true, "choosing": true, "utilizing": true, "leveraging": true}

// inUse finds unlisted technologies by what is done with them: "using Turbolinks", "WuFoo is used to accept forms",
// "runs on Gigalixir", "moving from Timber to Logflare".
func (r *reading) inUse(s *sentence, k int) {
	t := &s.toks[k]
	switch {
	case useVerbs[t.lower]:
		i := k + 1
		if i < len(s.toks) && s.toks[i].is("the") {
			i++
		}
		r.coined(s, i, "used")
	case t.is("on", "with", "in") && k > 0 && s.toks[k-1].is("built", "written", "runs", "running", "hosted", "deployed", "run"):
		r.coined(s, k+1, "runs-on")
	case t.is("from") && k > 0 && s.toks[k-1].is("moving", "migrating", "switching", "moved", "migrated", "switched", "migration", "move"):
		r.coined(s, k+1, "moved")
		for j := k + 2; j < k+5 && j+1 < len(s.toks); j++ {
			if s.toks[j].is("to") {
				r.coined(s, j+1, "moved")
				break
			}
		}
	case k == 0 && t.kind == word:
		to := r.coinedEnd(s, 0)
		if sp := s.spanAt(0); sp != nil && sp.weak && sp.from == 0 {
			to = sp.to
		}
		if to == 0 || to+1 >= len(s.toks) || s.titleCase {
			return
		}
		i := to
		if s.toks[i].is("is", "are", "was") {
			for i++; i < len(s.toks) && s.toks[i].is("also", "being", "both"); i++ {
				continue
			}
			if i < len(s.toks) && s.toks[i].is("used", "handling", "hosted", "powering", "managing", "responsible") {
				r.settled(s, to)
			}
		} else if s.toks[i].is("monitors", "handles", "sits", "captures", "generates", "serves", "powers", "manages") {
			r.settled(s, to)
		}
	}
}

// settled takes the name before token to for a technology: an unlisted one, or a listed one in doubt.
func (r *reading) settled(s *sentence, to int) {
	if sp := s.spanAt(0); sp != nil {
		sp.weak = false
		sp.asTech = true
		return
	}
	r.openTech(s, 0, to, "used")
}

// coined marks the unlisted name at i and returns its end, or 0.
func (r *reading) coined(s *sentence, i int, rule string) int {
	to := r.coinedEnd(s, i)
	if to == 0 {
		return 0
	}
	r.openTech(s, i, to, rule)
	return to
}

// coinedEnd returns where the name at i ends that no list holds and no dictionary either, or 0.
func (r *reading) coinedEnd(s *sentence, i int) int {
	if i >= len(s.toks) || s.spanAt(i) != nil || !s.toks[i].capital() || s.titleCase || i > 0 && s.toks[i].glued || s.codeWord(i) {
		return 0
	}
	to := r.workEnd(s, i)
	words, plain := 0, 0
	for j := i; j < to; j++ {
		if s.toks[j].kind != word {
			continue
		}
		words++
		if r.x.has(&s.toks[j], ordinaryWord|givenName|functionWord|roleModifier|roleHead|monthOrDay) {
			plain++
		}
		if s.spanAt(j) != nil {
			return 0
		}
	}
	if plain == words || words > 3 || s.toks[i].letters == upperCase && s.toks[i].end-s.toks[i].start < 3 {
		return 0
	}
	if to < len(s.toks) && s.toks[to].is("'") || r.personByKey[foldName(s.text(i, to))] != nil {
		return 0
	}
	return to
}

func (r *reading) openCompany(s *sentence, from, to int, rule string) {
	name := strings.Join(strings.Fields(s.text(from, to)), " ")
	if from >= to || r.personByKey[foldName(name)] != nil || len(name) < 2 || r.isShow(name) {
		return
	}
	s.put(span{from: from, to: to, class: companyName, name: name, rule: rule, asCompany: true})
	r.openNames = append(r.openNames, openName{name: name, class: companyName, rule: rule})
}

// showEntry reads links to other episodes: "Episode 5: Tembo with Adam Hendel".
func (r *reading) showEntry(s *sentence) {
	for k := range s.spans {
		sp := &s.spans[k]
		if sp.class != personName || sp.from < 3 || !s.toks[sp.from-1].is("with") {
			continue
		}
		i := sp.from - 1
		for i > 0 && !s.toks[i-1].is(":") {
			i--
		}
		if to := sp.from - 1; i > 0 && to-i <= 3 && i < to && s.spanAt(i) == nil && s.toks[i].capital() && !r.plainWords(s, i, to) {
			r.openCompany(s, i, to, "show-entry")
			return
		}
	}
}

// about reads headings "About Svix": what they are about is told below.
func (r *reading) about(s *sentence) {
	if len(s.toks) < 2 || !s.toks[0].is("about") || s.toks[1].is("our", "the", "us", "this", "me") || s.spanAt(1) != nil {
		return
	}
	to := len(s.toks)
	if s.toks[to-1].is(":") {
		to--
	}
	name := s.text(1, to)
	if to-1 > 4 || !s.toks[1].capital() || r.personByKey[foldName(name)] != nil {
		return
	}
	class := companyName
	for i := range r.sents {
		t := &r.sents[i]
		if t.src != s.src || t.start < s.end || t.start > s.end+400 || len(t.toks) < 5 {
			continue
		}
		for k := range t.toks {
			if t.toks[k].is("is") && k+3 < len(t.toks) && t.toks[k+1].is("a", "an", "the") {
				if c := r.nounClass(t, k+2); c != otherName {
					class = c
				}
				break
			}
		}
		break
	}
	if class == techName {
		r.openTech(s, 1, to, "about")
	} else {
		r.openCompany(s, 1, to, "about")
	}
}

// titleTopics reads titles of the shape "Guest - Product, Product": names no list holds count when the text has them too.
func (r *reading) titleTopics(s *sentence) {
	if s.src.in != "title" || len(s.spans) == 0 || s.spans[0].class != personName || s.spans[0].from != 0 {
		return
	}
	i := 0
	for i < len(s.toks) && !(s.toks[i].is("-", "–", "—", "|") && !s.toks[i].glued) {
		i++
	}
	for i++; i < len(s.toks); {
		to := r.workEnd(s, i)
		if sp := s.spanAt(i); sp != nil && sp.from == i && sp.weak && sp.class != companyName && (sp.to >= len(s.toks) || s.toks[sp.to].is(",")) {
			sp.weak = false
		}
		end := to >= len(s.toks) || s.toks[to].is(",", "-", "and")
		if s.spanAt(i) == nil && s.toks[i].capital() && end && to-i <= 3 && strings.Contains(r.body.text, s.text(i, to)) && r.personByKey[foldName(s.text(i, to))] == nil && !r.x.has(&s.toks[i], functionWord) {
			r.openTech(s, i, to, "title")
		}
		for i = to; i < len(s.toks) && !s.toks[i].is(",", "and"); i++ {
			continue
		}
		for i < len(s.toks) && s.toks[i].is(",", "and") {
			i++
		}
	}
}
