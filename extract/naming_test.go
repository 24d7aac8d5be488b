package extract_test

import (
	"slices"
	"strings"
	"testing"

	"guestgraph/extract"
)

// TestNaming pins what the words around a name make of it: technologies, then companies, each in order of the text.
func TestNaming(t *testing.T) {
	tests := map[string]struct{ show, title, text, technologies, companies string }{
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
		"examples of tools":                          {text: "She shows tools such as Frobber and Quorl, and cities like Frobville.", technologies: "Frobber|Quorl"},
		"examples in brackets":                       {text: "He has written projects (frobl, quorl) for fun (frabl, quarl).", technologies: "frobl|quorl"},
		"examples of companies":                      {text: "They work for customers like Frobber and Quorl.", companies: "Frobber|Quorl"},
		"beside a known technology":                  {text: "We compare Frobber and PostgreSQL. Then PostgreSQL and Quorl Smith.", technologies: "Frobber|PostgreSQL"},
		"a release":                                  {text: "This week, Frobber 4.0 came out, and Frobbing 2.0 did not.", technologies: "Frobber"},
		"a maker's product":                          {text: "It builds on Microsoft's Frobber. She was CPO at Salesforce's Quorl.", technologies: "Frobber", companies: "Microsoft|Salesforce"},
		"how a name is spoken":                       {text: "Frq (\"frock\") is a small tool for trees. Trees (we like them) are nice.", technologies: "Frq"},
		"a repository for one language":              {text: "- [Frobber](https://github.com/ada/frobber-rust)\n- [Quorl](https://github.com/ada/frobber-notes)\n", technologies: "Frobber"},
		"a name within a label":                      {text: "- [Bob's frobber package](https://github.com/ada/frobber)\n- [Bob's dotfiles](https://github.com/ada/dotfiles)\n", technologies: "frobber"},
		"a manual among others":                      {text: "- [Frobber](https://frobber.readthedocs.io/en/latest/intro.html)\n- [Quorl](https://manuals.example.com/en/latest/quorl.html)\n", technologies: "Frobber"},
		"an article says what it is about":           {text: "- [Frobber](https://en.wikipedia.org/wiki/Frobber_(software))\n- [Quorl](https://en.wikipedia.org/wiki/Quorl_(river))\n", technologies: "Frobber"},
		"a reference defined below":                  {text: "- [frobtool], [the other one][q]\n\n[frobtool]: https://github.com/ada/frobtool\n[q]: https://github.com/ada/quorl\n", technologies: "frobtool"},
		"a page in a store of extensions":            {text: "- [Frobtree](https://chrome.google.com/webstore/detail/frobtree/bkhaag)\n", technologies: "Frobtree"},
		"a project's pages on a code host":           {text: "- [Frobber](https://ada.github.io/frobber/)\n- [Support](https://ada.github.io/support/)\n", technologies: "Frobber"},
		"a gem's page with its version":              {text: "- [Frobsnap](https://rubygems.org/gems/frobsnap/versions/1.3.2)\n", technologies: "Frobsnap"},
		"a script's own site":                        {text: "- [Frob.js](https://frobjs.com/)\n", technologies: "Frob.js"},
		"the move from a plain word":                 {text: "00:10 - Why we are moving from Hammer to Quorlflare for all of our logs\n00:20 - Done\n00:30 - Out", technologies: "Quorlflare"},
		"parts of others":                            {text: "It came from Frobsys, a division of Quorl, and was sold after its acquisition by Frabl.", companies: "Quorl|Frabl"},
		"what a title begins":                        {text: "- [Infinite Jest](https://example.com/a)\n- [Choosing Jest](https://example.com/b)\n", technologies: "Jest"},
		"a compound word":                            {text: "- [Frobly](https://github.com/ada/frobly) - Thread-per-core runtime\n", technologies: "Frobly"},
		"a promo code":                               {text: "Use the code FrobDay100 twice: the code FrobDay100 is good.", technologies: ""},
		"a package's page with its version":          {text: "- [frobber](https://package.elm-lang.org/packages/ada/frobber/1.0.0)\n", technologies: "frobber"},
		"a repository of a company's name":           {text: "- [Juniper](https://github.com/ada/juniper)\n- [Juniper](https://www.juniper.net)\n", technologies: "Juniper", companies: "Juniper Networks"},
		"a product of a listed maker":                {text: "- [Laravel Frobber](https://laravel.com/docs/7.x/frobber)\n- [Laravel Jobs](https://laravel.com/jobs)\n", technologies: "Laravel Frobber|Laravel"},
		"a plural is no acronym of the list":         {text: "It works behind NATs. We send it over NATS to PostgreSQL.", technologies: "NATS|PostgreSQL"},
		"and so on is no member":                     {text: "We use MySQL, PostgreSQL, SQLite, etc.", technologies: "MySQL|PostgreSQL|SQLite"},
		"a sign that makes another name":             {text: "Follow us on Spotify+ today. We like C++ and Dart.", technologies: "C++|Dart"},
		"a link to its home means the language":      {text: "Go is nice. More in https://go.dev/blog and so on.", technologies: "Go"},
		"no link to its home":                        {text: "Go is nice. More in https://example.com/blog and so on."},
		"the show itself":                            {show: "Frobcast Podcast", text: "- [Frobcast](https://frobcast.dev)\n- [Quorlcast](https://quorlcast.dev)\n", technologies: "Quorlcast"},
		"companies of plain words":                   {text: "Bootcamps such as Stone Reactor and tools such as Stone Saw cost money.", companies: "Stone Reactor"},
		"the site of a gathering":                    {text: "- [FrobHac](https://frobhac.info)\n- [frobdays](https://frobdays.org)\n- [frobber](https://frobber.org)\n", technologies: "frobber"},
		"a noun that is a name as well":              {text: "She builds with CMake. He is a Ninja and a poet.", technologies: "CMake"},
		"what something feels like":                  {text: "They build apps that feel like Linear. They work at companies like Notion.", technologies: "Linear", companies: "Notion"},
		"a field that ends the text":                 {text: "We use CMake. Ada talks with Bo Sample, head of growth", technologies: "CMake"},
		"the site of a firm":                         {text: "- [Frobber Systems](https://frobber.systems)\n- [Quorl Networks](https://example.com/quorl)\n", companies: "Frobber Systems"},
	}
	x := extract.New()
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			ep := extract.Episode{ID: "a", Show: tt.show, Title: tt.title, Text: tt.text}
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
