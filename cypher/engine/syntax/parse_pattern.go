package syntax

import "strings"

// patterns reads path patterns separated by commas.
func (p *parser) patterns() []*PathPattern {
	patterns := []*PathPattern{p.pathPattern()}
	for p.accept(tokComma) {
		patterns = append(patterns, p.pathPattern())
	}
	return patterns
}

// pathPattern reads [v =] [selector] elements.
func (p *parser) pathPattern() *PathPattern {
	pp := &PathPattern{Pos: p.pos()}
	if p.isName(0) && p.kindAt(1) == tokEq {
		pp.Var = p.variable()
		p.advance()
	}
	pp.SelectAt = p.pos()
	if p.isShortestFunction(0) {
		p.shortestFunction(pp)
		return pp
	}
	p.selector(pp)
	if p.isWholePath() {
		p.wholeParenthesized(pp)
	} else {
		pp.Elements = p.pathElements(true)
	}
	return pp
}

// selector reads ANY, ALL or SHORTEST with what follows.
func (p *parser) selector(pp *PathPattern) {
	switch {
	case p.acceptWords(wAll, wShortest):
		pp.Selector = AllShortest
		p.acceptAny(wPath, wPaths)
	case p.acceptWord(wAll):
		p.acceptAny(wPath, wPaths)
	case p.acceptWords(wAny, wShortest):
		pp.Selector = ShortestK
		p.acceptAny(wPath, wPaths)
	case p.acceptWord(wAny):
		pp.Selector = AnyPaths
		pp.Count = p.pathCount()
		p.acceptAny(wPath, wPaths)
	case p.acceptWord(wShortest):
		pp.Selector = ShortestK
		pp.Count = p.pathCount()
		p.acceptAny(wPath, wPaths)
		if p.acceptAny(wGroup, wGroups) {
			pp.Selector = ShortestKGroups
		} else if pp.Count == nil {
			p.unexpected("'GROUP', 'GROUPS', 'PATH', 'PATHS' or an integer value")
		}
	}
}

// pathCount reads the number of a selector, or gives nil.
func (p *parser) pathCount() Expr {
	if !p.at(tokInt) {
		return nil
	}
	at, text := p.pos(), p.tokenText(p.i)
	v := p.integer(text, false)
	if n, _ := v.AsInt(); n == 0 {
		p.fail(int(at), "The path count needs to be greater than 0.")
	}
	p.advance()
	return &Literal{Pos: at, Value: v, Text: text}
}

// isShortestFunction tells whether shortestPath( or allShortestPaths( stands n tokens on.
func (p *parser) isShortestFunction(n int) bool {
	w := p.wordAt(n)
	return (w == wShortestPath || w == wAllShortestPaths) && p.kindAt(n+1) == tokLParen
}

// shortestFunction reads shortestPath(…) or allShortestPaths(…) into pp.
func (p *parser) shortestFunction(pp *PathPattern) {
	pp.Selector = ShortestPath
	if p.atWord(wAllShortestPaths) {
		pp.Selector = AllShortestPaths
	}
	p.advance()
	p.expect(tokLParen, "(")
	pp.Elements = p.pathElements(false)
	p.expect(tokRParen, ")")
}

// isParenthesizedPath tells whether the ( n tokens on encloses a path and not a node:
// it is followed by another ( or by v =.
func (p *parser) isParenthesizedPath(n int) bool {
	return p.kindAt(n+1) == tokLParen || p.isName(n+1) && p.kindAt(n+2) == tokEq
}

// isWholePath tells whether parentheses open here that enclose all of the path pattern: neither a
// quantifier nor another element follows.
func (p *parser) isWholePath() bool {
	if !p.at(tokLParen) || !p.isParenthesizedPath(0) {
		return false
	}
	closing := int(p.tokens[p.i].pair)
	if closing < 0 {
		return false
	}
	n := closing + 1 - p.i
	return !p.isQuantifier(n) && p.kindAt(n) != tokLParen && !p.isArrow(n)
}

// wholeParenthesized reads (elements WHERE e) into pp itself. A path variable inside names the same path;
// where the path has a name outside as well, the parentheses stay an element, which keeps both.
func (p *parser) wholeParenthesized(pp *PathPattern) {
	named := p.isName(1) && p.kindAt(2) == tokEq
	if named && pp.Selector == AllPaths {
		p.fail(int(p.tokens[p.i+1].start), "Sub-path assignment is currently not supported.")
	}
	if named && pp.Var != nil {
		pp.Elements = []PathElement{p.quantifiedPath()}
		return
	}
	p.enter()
	p.advance()
	if named {
		pp.Var = p.variable()
		p.advance()
	}
	if p.isWholePath() {
		p.wholeParenthesized(pp)
	} else {
		pp.Elements = p.pathElements(true)
	}
	if at := p.start(); p.atWord(wWhere) {
		if pp.Where != nil {
			p.fail(at, "Invalid input 'WHERE': the parenthesized path pattern has a WHERE already")
		}
		pp.Where = p.where()
	}
	p.expect(tokRParen, ")")
	p.leave()
}

// pathElements reads nodes and relationships, and, when quantified, parenthesized path patterns and
// quantifiers.
func (p *parser) pathElements(quantified bool) []PathElement {
	elements := make([]PathElement, 0, 3)
	for {
		if !p.at(tokLParen) {
			p.unexpected("a node pattern")
		}
		afterRel := false
		if n := len(elements); n > 0 {
			_, afterRel = elements[n-1].(*RelPattern)
		}
		parenthesized := quantified && !afterRel && p.isParenthesizedPath(0)
		if parenthesized {
			elements = append(elements, p.quantifiedPath())
		} else {
			elements = append(elements, p.nodePattern())
		}
		switch {
		case !parenthesized && p.isArrow(0) && (quantified || p.isRelationship(0)):
			r := p.relPattern()
			if quantified && p.isQuantifier(0) {
				r.Quantifier = p.quantifier()
			}
			elements = append(elements, r)
		case quantified && p.at(tokLParen):
		default:
			return elements
		}
	}
}

// quantifiedPath reads (elements WHERE e){…}.
func (p *parser) quantifiedPath() *QuantifiedPath {
	q := &QuantifiedPath{Pos: p.pos()}
	p.enter()
	p.advance()
	if p.isName(0) && p.kindAt(1) == tokEq {
		q.Var = p.variable()
		p.advance()
	}
	q.Elements = p.pathElements(true)
	q.Where = p.where()
	p.expect(tokRParen, ")")
	if p.isQuantifier(0) {
		q.Quantifier = p.quantifier()
	}
	p.leave()
	return q
}

// isQuantifier tells whether +, *, {n}, {n,m}, {n,} or {,m} stands n tokens on.
func (p *parser) isQuantifier(n int) bool {
	switch p.kindAt(n) {
	case tokPlus, tokStar:
		return true
	case tokLBrace:
		return p.kindAt(n+1) == tokInt || p.kindAt(n+1) == tokComma
	}
	return false
}

// quantifier reads a quantifier; its Min is always set.
func (p *parser) quantifier() *Range {
	r := &Range{Pos: p.pos()}
	switch {
	case p.accept(tokStar):
		r.Min = new(int64)
	case p.accept(tokPlus):
		r.Min = new(int64)
		*r.Min = 1
	default:
		p.advance()
		r.Min = p.bound()
		if p.accept(tokComma) {
			r.Max = p.bound()
		} else {
			r.Max = r.Min
		}
		if r.Min == nil {
			r.Min = new(int64)
		}
		p.expect(tokRBrace, "}")
	}
	return r
}

// bound reads a bound of a repetition, or gives nil.
func (p *parser) bound() *int64 {
	if !p.at(tokInt) {
		return nil
	}
	n, _ := p.integer(p.tokenText(p.i), false).AsInt()
	p.advance()
	return &n
}

// nodePattern reads (v:Labels {…} WHERE e).
func (p *parser) nodePattern() *NodePattern {
	n := &NodePattern{Pos: p.pos()}
	p.expect(tokLParen, "(")
	if p.isElementVariable() {
		n.Var = p.variable()
	}
	n.Labels = p.elementLabels()
	n.Properties = p.elementProperties()
	n.Where = p.where()
	p.expect(tokRParen, ")")
	return n
}

// isElementVariable tells whether the name here is the variable of a node or relationship, and not the
// keyword WHERE or IS.
func (p *parser) isElementVariable() bool {
	if !p.isName(0) {
		return false
	}
	if p.atWord(wWhere) || p.atWord(wIs) {
		switch p.kindAt(1) {
		case tokRParen, tokRBracket, tokColon, tokLBrace, tokStar:
			return true
		case tokWord:
			return p.wordAt(1) == wWhere || p.wordAt(1) == wIs
		}
		return false
	}
	return true
}

// elementLabels reads :expr or IS expr, or gives nil.
func (p *parser) elementLabels() LabelExpr {
	if p.accept(tokColon) || p.acceptWord(wIs) {
		return p.labelExpr()
	}
	return nil
}

// elementProperties reads a map or a parameter, or gives nil.
func (p *parser) elementProperties() Expr {
	switch p.tokens[p.i].kind {
	case tokLBrace:
		return p.mapLiteral()
	case tokDollar:
		return p.parameter()
	}
	return nil
}

// relPattern reads <-[v:TYPES*1..2 {…} WHERE e]-.
func (p *parser) relPattern() *RelPattern {
	r := &RelPattern{Pos: p.pos()}
	left := p.accept(tokLt) || p.accept(tokLeftHead)
	p.dash()
	if p.accept(tokLBracket) {
		if p.isElementVariable() {
			r.Var = p.variable()
		}
		r.Types = p.elementLabels()
		if p.at(tokStar) {
			r.Range = p.pathLength()
		}
		r.Properties = p.elementProperties()
		r.Where = p.where()
		p.expect(tokRBracket, "]")
	}
	p.dash()
	right := p.accept(tokGt) || p.accept(tokRightHead)
	switch {
	case left && !right:
		r.Direction = Left
	case right && !left:
		r.Direction = Right
	}
	return r
}

// dash reads - or one of its look-alikes.
func (p *parser) dash() {
	if !p.accept(tokMinus) && !p.accept(tokDash) {
		p.unexpected("'-'")
	}
}

// pathLength reads *, *n, *n.., *..m or *n..m.
func (p *parser) pathLength() *Range {
	r := &Range{Pos: p.pos()}
	p.advance()
	r.Min = p.bound()
	switch {
	case p.accept(tokDotDot):
		r.Max = p.bound()
	case r.Min != nil:
		r.Max = r.Min
	}
	if p.at(tokFloat) && strings.HasPrefix(p.tokenText(p.i), ".") {
		p.unexpected("'..'")
	}
	return r
}
