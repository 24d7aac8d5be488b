package syntax

// isArrow tells whether an arrow begins n tokens on: <-, -- or -[.
func (p *parser) isArrow(n int) bool {
	switch p.kindAt(n) {
	case tokLt, tokLeftHead:
		return isDash(p.kindAt(n + 1))
	case tokMinus, tokDash:
		k := p.kindAt(n + 1)
		return isDash(k) || k == tokLBracket
	}
	return false
}

func isDash(k kind) bool { return k == tokMinus || k == tokDash }

// isPattern tells whether the ( n tokens on begins a path of at least one relationship, which decides
// between (a)-[r]-(b), a pattern, and (a)-[1], a subtraction.
func (p *parser) isPattern(n int) bool {
	end := p.nodeEnd(n)
	return end > 0 && p.isRelationship(end)
}

// nodeEnd gives the place after the node pattern n tokens on, or -1 where none stands.
func (p *parser) nodeEnd(n int) int {
	if p.kindAt(n) != tokLParen || p.tokens[p.i+n].pair < 0 || !p.isFilling(n+1, tokRParen) {
		return -1
	}
	return int(p.tokens[p.i+n].pair) + 1 - p.i
}

// isFilling tells whether what stands n tokens on can be the inside of a node or relationship pattern
// that ends in closing.
func (p *parser) isFilling(n int, closing kind) bool {
	if p.isName(n) && p.wordAt(n) != wWhere {
		n++
	}
	switch p.kindAt(n) {
	case closing, tokColon, tokLBrace, tokDollar:
		return true
	case tokStar:
		return closing == tokRBracket
	case tokWord:
		w := p.wordAt(n)
		return w == wWhere || w == wIs
	}
	return false
}

// isRelationship tells whether an arrow and a node stand n tokens on.
func (p *parser) isRelationship(n int) bool {
	if !p.isArrow(n) {
		return false
	}
	if !isDash(p.kindAt(n)) {
		n++
	}
	n++
	if p.kindAt(n) == tokLBracket {
		pair := p.tokens[p.i+n].pair
		if pair < 0 || !p.isFilling(n+1, tokRBracket) {
			return false
		}
		n = int(pair) + 1 - p.i
	}
	if !isDash(p.kindAt(n)) {
		return false
	}
	n++
	if k := p.kindAt(n); k == tokGt || k == tokRightHead {
		n++
	}
	return p.nodeEnd(n) > 0
}
