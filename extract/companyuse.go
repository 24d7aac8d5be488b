package extract

// companyUse weighs the words around a name that speak of an organisation.
func (r *reading) companyUse(s *sentence, sp *span, prev, next, after *token) int {
	company := 0
	if prev.is("to") && s.tokAt(sp.from-2).is("sold", "selling", "sell", "sale") || next.is("alumnus", "alumni", "alum", "onboarding", "press") || sp.from == 1 && prev.is("before", "after") && next.is(",") {
		company += 3
	}
	if prev.is("at", "joined", "joins", "joining", "founded", "founding", "left", "leaving", "acquired", "ceo", "inside", "companies", "buys", "acquires", "acquiring") {
		company += 3
	}
	if r.x.has(after, roleHead|roleModifier) || after.is("founder", "team", "company", "culture", "founders", "journey", "business", "customers", "growth", "customer", "offering", "partnership") {
		company += 3
	}
	if r.x.has(next, roleHead) || next.is("team", "engineers", "founders", "employees", "acquisition", "office", "raised", "hired", "acquires", "announced", "announces", "acquired", "company", "buys", "blog", "raises", "invests", "hires", "seeks", "sues", "wants", "needs", "plans", "lays") {
		company += 3
	}
	if r.nearWord(s, sp.from, "companies", 8) || r.nearWord(s, sp.from, "startups", 8) || r.nearWord(s, sp.from, "giants", 8) || r.nearWord(s, sp.from, "partnership", 3) {
		company += 3
	}
	return company + r.dealings(s, sp, next)
}

// dealings weighs what is done by, with and for organisations alone: "acquired by X", "partnering with X", "sales for X",
// "X learned the hard way", "X is piloting".
func (r *reading) dealings(s *sentence, sp *span, next *token) int {
	prev, before := s.tokAt(sp.from-1), s.tokAt(sp.from-2)
	company := 0
	switch {
	case prev.is("by") && madeOrBought[before.lower]:
		company += 3
	case prev.is("with") && withFirms[before.lower]:
		company += 5
	case prev.is("for") && r.nearAny(s, sp.from-1, 6, "worked", "works", "working", "work", "sales", "hired", "consulted", "consulting", "advocate", "evangelist"):
		company += 2
	}
	switch {
	case firmVerbs[next.lower]:
		company += 3
	case next.is("is", "was", "has", "are") && firmActs[s.tokAt(sp.to+1).lower]:
		company += 4
	}
	return company
}

// madeOrBought are what is done by those who own or pay.
var madeOrBought = map[string]bool{"acquired": true, "bought": true, "purchased": true, "funded": true, "backed": true, "employed": true, "hired": true, "owned": true, "founded": true, "sued": true, "built": true, "developed": true, "published": true,
	"released": true, "maintained": true, "sponsored": true, "adopted": true, "announced": true, "acquisition": true, "rejected": true}

// withFirms are what one does with an organisation, not with a tool.
var withFirms = map[string]bool{"partnering": true, "partnered": true, "partnership": true, "partner": true, "partners": true, "collaborating": true, "collaborated": true, "collaboration": true, "interview": true, "interviewed": true, "interviewing": true, "interviews": true,
	"merged": true, "merger": true, "merging": true, "agreement": true, "lawsuit": true, "negotiating": true, "internship": true, "competing": true}

// firmVerbs follow the names of those who decide and pay.
var firmVerbs = map[string]bool{"learned": true, "decided": true, "launched": true, "launches": true, "investing": true, "invested": true, "bought": true, "hiring": true, "laid": true, "paid": true, "pays": true, "employs": true, "employed": true,
	"acquiring": true, "raising": true, "sued": true, "fired": true, "earned": true, "earns": true, "repurposed": true, "pivoted": true, "announcing": true, "sells": true, "sold": true, "engineer": true, "staff": true, "recruiters": true, "headquarters": true,
	"adopted": true, "migrated": true, "moved": true, "abandoned": true, "boss": true, "shareholders": true, "investors": true, "executives": true, "ipo": true, "earnings": true, "layoffs": true, "interview": true, "interviews": true, "built": true, "invented": true}

// firmActs follow "is" and "has" after such names.
var firmActs = map[string]bool{"hiring": true, "piloting": true, "investing": true, "acquiring": true, "buying": true, "launching": true, "raising": true, "suing": true, "planning": true, "laying": true, "rebuilding": true, "betting": true, "moving": true, "migrating": true,
	"announced": true, "acquired": true, "raised": true, "decided": true, "hired": true, "launched": true, "bought": true, "invested": true, "adopted": true, "partnering": true, "recruiting": true, "expanding": true, "headquartered": true, "valued": true}
