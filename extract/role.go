package extract

import "strings"

// A role is a phrase that names what somebody is at an organisation: "co-founder", "VP of Product".
type role struct {
	from, to int    // tokens
	text     string // lower case and short
	founder  bool
	field    bool // its head is usually followed by "of" and a field of work, not an employer
	plural   bool // several people share it
}

// fieldHeads are followed by a field as often as by an employer: "head of product".
var fieldHeads = map[string]bool{"head": true, "vp": true, "president": true, "director": true, "chief": true, "lead": true, "gm": true, "manager": true,
	"pm": true, "professor": true, "chair": true, "student": true, "svp": true, "evp": true, "avp": true, "member": true, "leader": true}

// inTitle reports whether token i is one of the capitalised words between a person's name, a comma and what somebody is:
// "Jane Rowe, Senior Learning Experience Manager".
func (r *reading) inTitle(s *sentence, i int) bool {
	for k := i; k > 1 && k > i-6; k-- {
		t := &s.toks[k]
		if t.is(",") {
			return k < i && s.spanAt(k-1) != nil && s.spanAt(k-1).class == personName
		}
		if t.kind != word || t.letters != titleCase || !r.x.has(t, ordinaryWord|roleModifier) {
			return false
		}
	}
	return false
}

// roleAt reads the role whose head noun is at token i, with the words before it that belong to it.
func (r *reading) roleAt(s *sentence, i int) (role, bool) {
	t := &s.toks[i]
	plural := t.kind == word && !r.x.has(t, roleHead) && r.x.has(t, rolePlural) && r.shared(s, i)
	if !plural && !r.x.has(t, roleHead) || t.kind != word {
		return role{}, false
	}
	if sp := s.spanAt(i - 1); sp != nil && sp.class == techName && r.x.has(t, techNoun) {
		return role{}, false // "the Atom editor"
	}
	from := r.roleFrom(s, i)
	if sp := s.spanAt(from); sp != nil && sp.from < from {
		from = sp.to
	}
	if from > i {
		return role{}, false
	}
	to := i + 1
	if t.is("vice") || t.is("chief") && !s.tokAt(i+1).is("of") {
		return role{}, false
	}
	text := strings.ToLower(strings.Join(strings.Fields(s.text(from, to)), " "))
	head := t.lower
	if plural {
		text, head = strings.TrimSuffix(text, "s"), strings.TrimSuffix(head, "s")
	}
	if head != "hire" {
		text = strings.TrimPrefix(text, "first ")
	}
	if head == "employee" && to+1 < len(s.toks) && s.toks[to].is("#", "number") {
		to += 2
		text = strings.TrimSuffix("employee "+strings.ToLower(s.text(to-2, to-1)), " ") + " " + s.text(to-1, to)
		text = strings.Replace(text, "# ", "#", 1)
	}
	out := role{from: from, to: to, text: shortRole(text), founder: head == "founder" || head == "cofounder", field: fieldHeads[head], plural: plural}
	if sp := s.spanAt(from - 1); sp != nil && sp.to == from && !sp.weak && t.letters == titleCase && sp.class == techName && (sp.kind == "language" || sp.kind == "framework") {
		out.from, out.text = sp.from, strings.ToLower(sp.name)+" "+out.text // "Elixir Developer"
	}
	if t.is("relations") && !strings.Contains(text, "developer") || t.is("hire") && from == i || t.is("chair", "lead", "leader", "member", "student", "dev", "writer", "hacker", "student", "manager", "operator", "creator") && from == i && to < len(s.toks) && !s.toks[to].is("of", "at", "for", ",", "@", "and") {
		return role{}, false
	}
	return out, true
}

// roleFrom returns where the words begin that belong to the role whose head noun is at token i: "senior" "back-end".
func (r *reading) roleFrom(s *sentence, i int) int {
	from := i
	for from > 0 {
		p := &s.toks[from-1]
		switch {
		case p.kind == word && (r.x.has(p, roleModifier) || r.x.has(p, roleHead) && from == i && !p.is("founder", "ceo", "creator", "author", "cto")):
			from--
			continue
		case (p.is("-") || p.is("/")) && s.toks[from].glued && from > 1 && s.toks[from-1].glued && r.x.has(&s.toks[from-2], roleModifier):
			from -= 2
			continue
		case p.is("and", "&") && from < i && r.x.has(s.tokAt(from-2), roleModifier) && !r.x.has(s.tokAt(from-2), roleHead) && !r.fieldBefore(s, from-2):
			from -= 2
			continue
		case p.is("end") && p.glued && s.tokAt(from-2).is("-") && s.tokAt(from-3).is("back", "front"):
			from -= 3
			continue
		case p.is(".") && p.glued && s.tokAt(from-2).is("sr"):
			from -= 2
			continue
		case s.toks[i].letters == titleCase && r.inTitle(s, from-1):
			from--
			continue
		}
		break
	}
	return from
}

// shortRole gives long forms their short one.
func shortRole(s string) string {
	for _, p := range [...][2]string{{"cofounder", "co-founder"}, {"co founder", "co-founder"}, {"chief executive officer", "ceo"}, {"chief technology officer", "cto"},
		{"chief technical officer", "cto"}, {"chief product officer", "cpo"}, {"chief operating officer", "coo"}, {"chief financial officer", "cfo"}, {"chief marketing officer", "cmo"},
		{"chief information officer", "cio"}, {"chief information security officer", "ciso"}, {"chief data officer", "cdo"},
		{"chief revenue officer", "cro"}, {"general manager", "gm"}, {"pm", "product manager"}, {"board", "board member"}} {
		if s == p[0] {
			return p[1]
		}
	}
	if rest, ok := strings.CutPrefix(s, "sr. "); ok {
		return "senior " + rest
	}
	return s
}
