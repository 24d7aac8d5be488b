package syntax

import (
	"slices"
	"strings"

	"guestgraph/cypher/engine/value"
)

// A showable is what SHOW can list, with the words that may stand before it.
type showable struct {
	what    string
	filters []string
}

var (
	showIndexes     = &showable{"INDEXES", []string{"", "ALL", "RANGE", "FULLTEXT", "TEXT", "POINT", "LOOKUP", "VECTOR"}}
	showConstraints = &showable{"CONSTRAINTS", []string{
		"", "ALL", "UNIQUE", "UNIQUENESS", "NODE UNIQUE", "NODE UNIQUENESS", "REL UNIQUE", "REL UNIQUENESS",
		"RELATIONSHIP UNIQUE", "RELATIONSHIP UNIQUENESS", "KEY", "NODE KEY", "REL KEY", "RELATIONSHIP KEY",
		"EXIST", "EXISTENCE", "NODE EXIST", "NODE EXISTENCE", "REL EXIST", "REL EXISTENCE", "RELATIONSHIP EXIST", "RELATIONSHIP EXISTENCE",
		"PROPERTY EXIST", "PROPERTY EXISTENCE", "NODE PROPERTY EXIST", "NODE PROPERTY EXISTENCE", "REL PROPERTY EXIST",
		"REL PROPERTY EXISTENCE", "RELATIONSHIP PROPERTY EXIST", "RELATIONSHIP PROPERTY EXISTENCE",
		"PROPERTY TYPE", "NODE PROPERTY TYPE", "REL PROPERTY TYPE", "RELATIONSHIP PROPERTY TYPE",
	}}
	showFunctions    = &showable{"FUNCTIONS", []string{"", "ALL", "BUILT IN", "USER DEFINED"}}
	showProcedures   = &showable{"PROCEDURES", []string{""}}
	showTransactions = &showable{"TRANSACTIONS", []string{""}}
	showSettings     = &showable{"SETTINGS", []string{""}}
	showDatabases    = &showable{"DATABASES", []string{"", "DEFAULT", "HOME"}}
	showUsers        = &showable{"USERS", []string{"", "CURRENT"}}
)

// showables finds what SHOW lists by the word, singular or plural.
var showables = map[string]*showable{
	"INDEX": showIndexes, "INDEXES": showIndexes, "CONSTRAINT": showConstraints, "CONSTRAINTS": showConstraints,
	"FUNCTION": showFunctions, "FUNCTIONS": showFunctions, "PROCEDURE": showProcedures, "PROCEDURES": showProcedures,
	"TRANSACTION": showTransactions, "TRANSACTIONS": showTransactions, "SETTING": showSettings, "SETTINGS": showSettings,
	"DATABASE": showDatabases, "DATABASES": showDatabases, "USER": showUsers, "USERS": showUsers,
}

// show reads SHOW filter what names [YIELD …] [WHERE …], and TERMINATE TRANSACTIONS, whose What is
// "TERMINATE TRANSACTIONS". A RETURN is the next clause.
func (p *parser) show() Clause {
	s := &Show{Pos: p.pos()}
	if p.acceptWord(wTerminate) {
		if !p.acceptAny(wTransaction, wTransactions) {
			p.unexpected("'TRANSACTION' or 'TRANSACTIONS'")
		}
		s.What = "TERMINATE TRANSACTIONS"
	} else {
		p.advance()
		p.showWhat(s)
	}
	p.showNames(s)
	p.showYield(s)
	return s
}

// showWhat reads the filter and what is shown.
func (p *parser) showWhat(s *Show) {
	at := p.i
	var filter []string
	for p.isName(0) {
		w := strings.ToUpper(p.tokenText(p.i))
		if what := showables[w]; what != nil {
			s.What, s.Filter = what.what, strings.Join(filter, " ")
			if !slices.Contains(what.filters, s.Filter) {
				break
			}
			p.advance()
			return
		}
		filter = append(filter, w)
		p.advance()
	}
	p.i = at
	p.unexpected("what to show: 'INDEXES', 'CONSTRAINTS', 'FUNCTIONS', 'PROCEDURES', 'TRANSACTIONS', 'SETTINGS', 'DATABASES' or 'CURRENT USER'")
}

// showNames reads what stands between what is shown and YIELD.
func (p *parser) showNames(s *Show) {
	switch s.What {
	case "FUNCTIONS", "PROCEDURES":
		if !p.acceptWord(wExecutable) {
			return
		}
		s.Executable = true
		if p.acceptWord(wBy) && !p.acceptWords(wCurrent, wUser) {
			at, name := p.pos(), p.name("'CURRENT USER' or a user name")
			s.Names = append(s.Names, &Literal{Pos: at, Value: value.String(name)})
		}
	case "DATABASES":
		if s.Filter == "" && (p.at(tokDollar) || p.isName(0) && !p.atWord(wYield) && !p.atWord(wWhere)) {
			s.Names = append(s.Names, p.databaseName())
		}
	case "TERMINATE TRANSACTIONS":
		if p.at(tokEnd) || p.at(tokSemicolon) {
			p.unexpected("a string or an expression")
		}
		s.Names = p.exprs()
	case "TRANSACTIONS", "SETTINGS":
		if !p.at(tokEnd) && !p.at(tokSemicolon) && !p.atWord(wYield) && !p.atWord(wWhere) {
			s.Names = p.exprs()
		}
	}
}

// databaseName reads the name of a database, or a parameter that holds it.
func (p *parser) databaseName() Expr {
	if p.at(tokDollar) {
		return p.parameter()
	}
	at := p.pos()
	return &Literal{Pos: at, Value: value.String(p.dottedName("a database name"))}
}

// showYield reads YIELD … with its ORDER BY, SKIP and LIMIT, and WHERE.
func (p *parser) showYield(s *Show) {
	if p.acceptWord(wYield) {
		s.HasYield = true
		s.Yield, s.YieldAll = p.yield()
		var pr Projection
		p.order(&pr)
		s.OrderBy, s.Skip, s.Limit = pr.OrderBy, pr.Skip, pr.Limit
	}
	s.Where = p.where()
	if p.atWord(wReturn) && !s.HasYield {
		p.unexpected("'WHERE', 'YIELD' or the end of the statement")
	}
}
