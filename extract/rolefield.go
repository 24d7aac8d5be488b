package extract

import "strings"

// fieldAfter reads "of product", "of Data and AI" after a role when an employer follows it; it returns the end of the
// field and the role with it.
func (r *reading) fieldAfter(s *sentence, ro role) (role, int) {
	ro = r.capitalField(s, ro)
	i := ro.to
	if i+1 >= len(s.toks) || !s.toks[i].is("of", "for") || s.toks[i+1].is("this", "that", "his", "her", "their", "my") {
		return ro, i
	}
	end := r.fieldEnd(s, ro, i)
	if end == 0 {
		if end = r.plainField(s, ro, i); end == i+1 {
			return ro, i
		}
	}
	if end-i > 8 || end == i+1 {
		return ro, i
	}
	if sp := s.spanAt(i + 1); sp != nil && sp.class != otherName && sp.class != techName && !r.fieldName(s, sp) {
		return ro, i
	}
	if (strings.HasSuffix(ro.text, "professor") || s.toks[i+1].is("the")) && end > i {
		ro.to = end
		return ro, end
	}
	if !ro.field && s.toks[i].is("of") && s.toks[i+1].capital() && (ro.founder || r.chiefly(ro) || !r.x.has(&s.toks[i+1], roleModifier)) {
		return ro, i
	}
	if ro.field && s.tokAt(end).is(",", "(") && s.toks[i+1].capital() && !r.x.has(&s.toks[i+1], roleModifier|ordinaryWord) {
		return ro, i
	}
	if s.toks[i].is("for") && !s.tokAt(end).is("at", "@", "with") {
		first := i + 1
		if s.toks[first].is("the") {
			first++
		}
		if s.tokAt(first).capital() && !r.x.has(s.tokAt(first), roleModifier) {
			return ro, i // the employer
		}
	}
	if s.toks[i].is("for") {
		ro.to = end // "product lead for Jira at Atlassian"
		return ro, end
	}
	field, _, _ := strings.Cut(strings.ToLower(strings.Join(strings.Fields(s.text(i+1, end)), " ")), " for ")
	if ro.text == "product manager" && s.toks[i-1].is("pm") {
		ro.text = "pm"
	}
	ro.text = shortRole(ro.text) + " of " + field
	ro.to = end
	return ro, end
}

// fieldEnd returns where the field after "of" at token i ends, as what follows it tells: "at", "for", a comma; 0 if nothing does.
func (r *reading) fieldEnd(s *sentence, ro role, i int) int {
	end := 0
	for j := i + 1; j < len(s.toks) && j < i+9; j++ {
		t := &s.toks[j]
		if t.is("of") && ro.field && j > i+1 && s.tokAt(j+1).capital() && s.toks[i].is("of") && !orgHeads[s.toks[j-1].lower] {
			end = j // "VP of Technology Strategy of Heapworks"
			break
		}
		if t.is("at", "@", "for", "with") || t.is(",", "(") {
			if end == 0 || t.is("at", "@") {
				end = j
			}
			if !t.is("for") {
				break
			}
			continue
		}
		if sp := s.spanAt(j); sp != nil && (sp.class == personName || sp.class == companyName && (j == i+1 || j == i+2 && s.toks[i+1].is("the")) && !r.fieldName(s, sp)) || t.kind == punct && !t.is("-", "/", "&") {
			break
		}
	}
	return end
}

// plainField returns where a field of plain words after "of" at token i ends.
func (r *reading) plainField(s *sentence, ro role, i int) int {
	j := i + 1
	for j < len(s.toks) && (s.toks[j].letters == lowerCase || r.x.has(&s.toks[j], roleModifier)) && !r.x.has(&s.toks[j], functionWord) || j < len(s.toks) && j > i+1 && s.toks[j].is("and", "&") && j+1 < len(s.toks) && (s.toks[j+1].letters == lowerCase || ro.field && s.spanAt(j+1) == nil && s.tokAt(j+2).is(".", ",") && r.x.has(s.tokAt(j+1), ordinaryWord)) && !r.x.has(&s.toks[j+1], roleHead|functionWord) {
		j++
		if s.toks[j-1].is("and", "&") && s.toks[j].letters != lowerCase {
			j++ // "Product and Platforms."
			break
		}
	}
	return j
}

// capitalField lengthens a role by the capitalised field right after it: "VP Engineering at", "Director Product Management, ".
func (r *reading) capitalField(s *sentence, ro role) role {
	if !ro.field || s.toks[ro.from].letters == lowerCase || s.titleCase && s.src.in != "title" {
		return ro
	}
	j := ro.to
	for j < ro.to+3 && j < len(s.toks) && s.toks[j].capital() && !s.toks[j].glued && r.x.has(&s.toks[j], roleModifier) && !r.headAt(s, j) {
		j++
	}
	if j == ro.to || j < len(s.toks) && !s.toks[j].is("at", "@", "of", ",", "(", "for", "–", "—", "|") {
		return ro
	}
	ro.text, ro.to = shortRole(ro.text)+" "+lowerText(s, ro.to, j), j
	return ro
}

// fieldName reports whether a listed name is used as a field of work ("Developer Relations", "AI").
func (r *reading) fieldName(s *sentence, sp *span) bool {
	return sp.class == otherName || sp.to-sp.from == 1 && r.x.has(&s.toks[sp.from], roleModifier)
}

// fieldBefore reports whether the modifiers that end at i are the field of an earlier role: "head of product and …".
func (r *reading) fieldBefore(s *sentence, i int) bool {
	for i > 0 && r.x.has(&s.toks[i], roleModifier) {
		i--
	}
	return s.toks[i].is("of", "in", "for", "with") || r.x.has(&s.toks[i], roleHead)
}
