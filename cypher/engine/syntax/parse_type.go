package syntax

import "strings"

// typ reads a type: A | B, with NOT NULL or ! after each.
func (p *parser) typ() *Type {
	p.enter()
	defer p.leave()
	first := p.singleType()
	if !p.atTypeBar() {
		return first
	}
	union := &Type{Pos: first.Pos, Union: members(first)}
	for p.atTypeBar() {
		p.advance()
		union.Union = append(union.Union, members(p.singleType())...)
	}
	return union
}

// members gives the types that t joins, or t itself.
func members(t *Type) []*Type {
	if t.Union != nil {
		return t.Union
	}
	return []*Type{t}
}

// atTypeBar tells whether a | stands here that joins types and not the parts of a comprehension.
func (p *parser) atTypeBar() bool { return p.at(tokPipe) && p.i != p.bar }

// singleType reads a type without |, with its NOT NULL and the suffix LIST or ARRAY.
func (p *parser) singleType() *Type {
	t := &Type{Pos: p.pos()}
	p.typeName(t)
	at := p.start()
	if t.NotNull = p.notNull(); t.NotNull && t.Union != nil {
		p.fail(at, "Closed Dynamic Union Types can not be appended with `NOT NULL`, specify `NOT NULL` on inner types instead.")
	}
	for p.acceptAny(wList, wArray) {
		t = &Type{Pos: t.Pos, Name: "LIST", Elem: t}
		t.NotNull = p.notNull()
	}
	return t
}

func (p *parser) notNull() bool {
	return p.accept(tokBang) || p.acceptWords(wNot, wNull)
}

// typeName reads the name of a type, in any of its spellings, into t.
func (p *parser) typeName(t *Type) {
	w := p.tokens[p.i].word
	name := typeNames[w]
	switch {
	case name != "":
		p.advance()
		t.Name = name
	case w == wSigned:
		p.advance()
		p.expectWord(wInteger, "INTEGER")
		t.Name = "INTEGER"
	case w == wLocal, w == wZoned:
		t.Name = strings.ToUpper(p.tokenText(p.i)) + " "
		p.advance()
		t.Name += p.timeWord()
	case w == wTime, w == wTimestamp:
		p.advance()
		t.Name = p.zone() + " TIME"
		if w == wTimestamp {
			t.Name = strings.TrimSuffix(t.Name, "TIME") + "DATETIME"
		}
	case w == wProperty:
		p.advance()
		p.expectWord(wValue, "VALUE")
		t.Name = "PROPERTY VALUE"
	case w == wList, w == wArray:
		p.advance()
		t.Name = "LIST"
		p.expect(tokLt, "<")
		t.Elem = p.typ()
		p.expect(tokGt, ">")
	case w == wAny:
		p.anyType(t)
	default:
		p.unexpected("a type, such as 'BOOLEAN', 'INTEGER', 'FLOAT', 'STRING', 'DATE', 'LIST', 'MAP', 'NODE' or 'ANY'")
	}
}

var typeNames = map[word]string{
	wNothing: "NOTHING", wNull: "NULL", wBool: "BOOLEAN", wBoolean: "BOOLEAN", wVarchar: "STRING", wString: "STRING",
	wInt: "INTEGER", wInteger: "INTEGER", wFloat: "FLOAT", wDate: "DATE", wDuration: "DURATION", wPoint: "POINT",
	wNode: "NODE", wVertex: "NODE", wRelationship: "RELATIONSHIP", wEdge: "RELATIONSHIP", wMap: "MAP",
	wPath: "PATH", wPaths: "PATH",
}

// timeWord reads TIME or DATETIME.
func (p *parser) timeWord() string {
	s := strings.ToUpper(p.tokenText(p.i))
	if s != "TIME" && s != "DATETIME" {
		p.unexpected("'DATETIME' or 'TIME'")
	}
	p.advance()
	return s
}

// zone reads WITH or WITHOUT TIMEZONE (or TIME ZONE).
func (p *parser) zone() string {
	zone := "ZONED"
	if p.acceptWord(wWithout) {
		zone = "LOCAL"
	} else {
		p.expectWord(wWith, "WITH")
	}
	if !p.acceptWord(wTimezone) {
		p.expectWord(wTime, "TIME")
		if !strings.EqualFold(p.tokenText(p.i), "ZONE") {
			p.unexpected("'ZONE'")
		}
		p.advance()
	}
	return zone
}

// anyType reads ANY, ANY VALUE, ANY PROPERTY VALUE, ANY NODE, ANY MAP … or ANY<A | B>.
func (p *parser) anyType(t *Type) {
	p.advance()
	t.Name = "ANY"
	switch w := p.tokens[p.i].word; w {
	case wValue:
		p.advance()
	case wNode, wVertex, wRelationship, wEdge, wMap:
		p.advance()
		t.Name = typeNames[w]
	case wProperty:
		p.advance()
		p.expectWord(wValue, "VALUE")
		t.Name = "PROPERTY VALUE"
	default:
		if !p.accept(tokLt) {
			return
		}
		t.Name, t.Union = "", members(p.typ())
		p.expect(tokGt, ">")
	}
}
