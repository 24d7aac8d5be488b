package syntax

import (
	"strings"

	"guestgraph/cypher/engine/fault"
)

// statement reads prefix body [;].
func (p *parser) statement() *Statement {
	st := &Statement{Text: p.text}
	p.prefix(st)
	st.Body = p.body()
	if p.at(tokSemicolon) {
		for p.accept(tokSemicolon) {
		}
		if !p.at(tokEnd) {
			p.fail(p.start(), "Expected exactly one statement per query but got: 2")
		}
	}
	if !p.at(tokEnd) {
		p.unexpected("a clause or the end of the statement")
	}
	return st
}

// prefix reads EXPLAIN, PROFILE and CYPHER with its options, in any order.
func (p *parser) prefix(st *Statement) {
	for {
		switch {
		case p.acceptWord(wExplain):
			st.Mode = Explain
		case p.acceptWord(wProfile):
			st.Mode = Profile
		case p.acceptWord(wCypher):
			if p.at(tokFloat) || p.at(tokInt) {
				st.Options = append(st.Options, Option{Value: p.tokenText(p.i)})
				p.advance()
			}
			for p.isName(0) && p.kindAt(1) == tokEq {
				key := p.name("an option")
				p.advance()
				st.Options = append(st.Options, Option{Key: key, Value: p.name("the value of an option")})
			}
		default:
			return
		}
	}
}

// body reads a query or a schema command.
func (p *parser) body() Body {
	switch p.tokens[p.i].word {
	case wCreate:
		if k, n := p.indexKind(1); n > 0 {
			return p.createIndex(k, n)
		}
		if p.wordAt(1) == wConstraint && p.kindAt(2) != tokEq {
			return p.createConstraint()
		}
	case wDrop:
		switch p.wordAt(1) {
		case wIndex:
			return p.dropIndex()
		case wConstraint:
			return p.dropConstraint()
		}
	}
	p.refuseAdministration()
	return p.query()
}

// refuseAdministration fails on commands for users, roles and databases, which are no part of the language
// of one graph, with the code Neo4j's Community edition gives them.
func (p *parser) refuseAdministration() {
	first := strings.ToUpper(p.tokenText(p.i))
	second := ""
	if p.isName(1) {
		second = strings.ToUpper(p.tokenText(p.i + 1))
	}
	switch first {
	case "ALTER", "GRANT", "DENY", "REVOKE", "RENAME", "START", "STOP", "ENABLE", "DEALLOCATE", "REALLOCATE", "DRYRUN":
		if second == "" {
			return
		}
	case "CREATE", "DROP":
		switch second {
		case "DATABASE", "COMPOSITE", "ALIAS", "USER", "ROLE", "IMMUTABLE", "SERVER":
		default:
			return
		}
		if p.kindAt(2) == tokEq {
			return
		}
	default:
		return
	}
	panic(fault.New(fault.UnsupportedAdministration, "Unsupported administration command: %s", strings.TrimSpace(p.text[p.start():])))
}

// query reads single queries joined by UNION.
func (p *parser) query() *Query {
	p.enter()
	q := &Query{Pos: p.pos()}
	q.Parts = append(q.Parts, p.singleQuery())
	for p.atWord(wUnion) {
		q.Unions = append(q.Unions, p.pos())
		p.advance()
		all := p.acceptWord(wAll)
		if !all {
			p.acceptWord(wDistinct)
		}
		q.All = append(q.All, all)
		q.Parts = append(q.Parts, p.singleQuery())
	}
	p.leave()
	return q
}

// singleQuery reads clauses up to what begins none.
func (p *parser) singleQuery() *SingleQuery {
	s := &SingleQuery{Pos: p.pos()}
	if p.atWord(wUse) {
		p.advance()
		s.Use = p.dottedName("a graph name")
		if p.at(tokLParen) {
			p.fail(p.start(), "Dynamic graph lookup not allowed here. This feature is only available on composite databases.")
		}
	}
	for {
		c := p.clause()
		if c == nil {
			break
		}
		s.Clauses = append(s.Clauses, c)
	}
	if len(s.Clauses) == 0 {
		p.noClause()
	}
	return s
}

// clauseWords are the words that begin a clause, for the message of noClause.
var clauseWords = []string{
	"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "FINISH", "CREATE", "INSERT", "MERGE", "SET", "REMOVE",
	"DELETE", "DETACH", "NODETACH", "FOREACH", "CALL", "LOAD", "SHOW", "ORDER", "SKIP", "OFFSET", "LIMIT", "USE",
}

// noClause fails because no clause begins here, naming the one that was probably meant.
func (p *parser) noClause() {
	if p.at(tokWord) {
		if near := Nearest(strings.ToUpper(p.tokenText(p.i)), clauseWords); near != "" {
			p.unexpected("a clause; did you mean '" + near + "'?")
		}
	}
	p.unexpected("a clause, such as 'MATCH', 'CREATE', 'MERGE', 'UNWIND', 'WITH', 'CALL' or 'RETURN'")
}
