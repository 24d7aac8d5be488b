package extract

// alumClaims reads former employers told without a role: "ex-Google", "formerly of Etsy", "an alum of Airbnb and Dropbox",
// "Stripe alumnus", "no longer with Heapworks".
func (r *reading) alumClaims(s *sentence) []claim {
	var out []claim
	for i := range s.toks {
		t := &s.toks[i]
		switch t.lower {
		case "now":
			out = append(out, r.nowAt(s, i)...)
			continue
		case "ex", "formerly", "previously", "longer", "alum", "alumnus", "alumna", "alumni", "alums", "veteran":
		default:
			continue
		}
		next := s.tokAt(i + 1)
		at := -1
		switch {
		case t.is("ex") && next.is("-", "‑", "–") && next.glued:
			at = i + 2
		case t.is("formerly", "previously") && next.is("of", "at", "with"):
			at = i + 2
		case t.is("formerly", "previously") && s.tokAt(i-1).is(",", "(", "and", "-", "–", "—") && r.companyAt(s, i+1):
			if s.tokAt(i-1).is("(") && r.personAt(s, i-2) == nil {
				continue // "Meta (formerly Facebook)"
			}
			at = i + 1
		case t.is("longer") && s.tokAt(i-1).is("no") && (next.is("with", "at") || next.is("works") && s.tokAt(i+2).is("at", "for", "with")):
			at = i + 2
			if next.is("works") {
				at++
			}
		case t.is("ex", "formerly", "previously", "longer"):
			continue
		case next.is("of", "from"):
			at = i + 2
		case i > 0:
			if sp := s.spanAt(i - 1); sp != nil && sp.to == i && (!sp.weak || !s.titleCase) && (sp.class == companyName || sp.class == bothName) && !next.is("of", "from") {
				out = append(out, claim{s: s, status: Former, org: *sp, at: sp.from, end: i + 1, rule: "org-role"})
			}
			continue
		default:
			continue
		}
		if s.tokAt(at).is("the") {
			at++
		}
		out = append(out, r.formerOrgs(s, i, at)...)
	}
	return out
}

// nowAt reads the present employer in "Ada Long (ex-Stripe, now Heapworks)".
func (r *reading) nowAt(s *sentence, i int) []claim {
	if !s.tokAt(i-1).is(",", "(") || !r.inBrackets(s, i) || !r.companyAt(s, i+1) && !r.openOrg(s, i+1) {
		return nil
	}
	o, ok := r.orgAt(s, i+1)
	if !ok || o.class == techName || !s.tokAt(o.to).is(")", ",") || r.personBefore(s, i) == nil {
		return nil
	}
	return []claim{{s: s, status: Current, org: o, at: i, end: o.to, rule: "person-from"}}
}

// formerOrgs makes a claim for each organisation of the list at token i; the phrase begins at token at.
func (r *reading) formerOrgs(s *sentence, at, i int) []claim {
	if !r.companyAt(s, i) && !r.openOrg(s, i) {
		return nil
	}
	list := r.atOrgs(s, i, claim{at: at, status: Former, rule: "formerly"})
	out := list[:0]
	for _, c := range list {
		// "ex-McKinsey analyst": the role's own claim tells more
		if j := c.org.to; j < len(s.toks) && (r.x.has(&s.toks[j], roleHead) || r.x.has(&s.toks[j], roleModifier) && r.roleSoon(s, j)) {
			continue
		}
		out = append(out, c)
	}
	return out
}
