package extract_test

import (
	"slices"
	"strings"
	"testing"

	"guestgraph/extract"
)

// TestNaming pins what the words around a name make of it: technologies, then companies, each in order of the text.
func TestNaming(t *testing.T) {
	tests := map[string]struct{ title, text, technologies, companies string }{
		"an ambiguous name after such as":            {text: "We look at queues such as Celery and what they cost.", technologies: "Celery"},
		"an ambiguous name that ends another":        {text: "They like the Frob Python Framework last year.", technologies: "Python"},
		"a company in brackets after a person":       {title: "Jill Sample (Puppet) and Bo Example (IBM)", text: "Jill Sample (Puppet) and Bo Example (IBM) talk about hiring.", companies: "Puppet|IBM"},
		"a maker and its product":                    {text: "Frameworks such as Facebook's PyTorch run on it.", technologies: "PyTorch", companies: "Facebook"},
		"companies of more than one plain word":      {text: "She spoke on IBM, Netflix, Fox News, and Global Business.", companies: "IBM|Netflix|Fox News|Global Business"},
		"a list of giants":                           {text: "He has worked with industry giants like Zapier, Quorable, and LinkedIn.", companies: "Zapier|Quorable|LinkedIn"},
		"a list of tools":                            {text: "She works with NumPy, Frobpy, and pandas.", technologies: "NumPy|Frobpy|pandas"},
		"a shop's address is no product":             {text: "Get a license at [FrobCorp.com](https://frobcorp.com) today.", technologies: ""},
		"an address that is a product's name":        {text: "We try [Frobly.io](https://frobly.io), a build tool.", technologies: "Frobly.io"},
		"a profile on a code host is a person's":     {text: "- [frobber](https://github.com/frobber)\n- [frobtool](https://github.com/frobber/frobtool)\n", technologies: "frobtool"},
		"a gathering named twice":                    {text: "At FrobCamp we met. FrobCamp was fun.", technologies: ""},
		"a product with inner capitals, named twice": {text: "We met FrobBase. Why FrobBase is fast.", technologies: "FrobBase"},
		"a nickname beside a given name":             {text: "KFrob and Nick talk. KFrob and Nick laugh.", technologies: ""},
		"a function in a code font":                  {text: "`concatMap` is like `frobThen`. Use `frobThen` twice.", technologies: ""},
	}
	x := extract.New()
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			ep := extract.Episode{ID: "a", Title: tt.title, Text: tt.text}
			f := x.Extract(ep)
			checkQuotes(t, &ep, f)
			if got := mentioned(f.Technologies); got != tt.technologies {
				t.Errorf("technologies %q, want %q", got, tt.technologies)
			}
			if got := mentioned(f.Companies); got != tt.companies {
				t.Errorf("companies %q, want %q", got, tt.companies)
			}
		})
	}
}

func mentioned(list []extract.Mention) string {
	var names []string
	for _, m := range list {
		names = append(names, m.Name)
	}
	return strings.Join(slices.Compact(names), "|")
}
