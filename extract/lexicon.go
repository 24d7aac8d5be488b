package extract

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed lexicon/*.tsv lexicon/*.txt
var lexiconFiles embed.FS

// A Lexicon holds what the extractor knows before it reads: names of technologies and companies, given names of
// people, words of the language. A list is a prior, not a verdict: context decides (see mention.go).
// It is immutable after loading and safe for concurrent use. The files are described in lexicon/README.md.
type Lexicon struct {
	ids    map[string]int32
	words  []string
	class  []wordClass
	inner  []bool     // whether a listed name goes on with the word
	single [256]int32 // ids of one-byte punctuation
	recent recentWords

	edges   map[uint64]int32 // (node, word, glued) → node
	first   []int32          // word → node, from the root: most words begin no name, and no map is asked
	last    []int32          // node → the last form that ends there; 0 none
	forms   []form           // the first is none
	entries []entry

	scan []token // of the spelling being added
}

// A wordClass is a set of what a single word can be.
type wordClass uint16

const (
	ordinaryWord wordClass = 1 << iota // in the dictionary, in lower case
	givenName
	roleHead     // engineer, founder, ceo
	roleModifier // senior, product
	monthOrDay
	functionWord // the, of, with: never part of a name's beginning
	techNoun     // database, framework: what follows "X is a …"
	rareName     // a given name, but a rare one
	rolePlural   // engineers, founders
)

// An entryClass is a set of what a name can be.
type entryClass uint8

const (
	isTechnology entryClass = 1 << iota
	isCompany
	isOther // known, and neither: social sites, places, conferences, podcasts, concepts
	isPerson
)

// An entry is one named thing.
type entry struct {
	name      string
	class     entryClass
	primary   entryClass // the reading without context, for names of both classes
	kind      string     // of a technology
	maker     string
	host      string // of its home, where that does not spell the name
	ambiguous bool   // needs context even when written as the name is
	social    bool   // link label, not a mention
	unusual   bool   // no ordinary word here, though the dictionary has it
}

// A form is one spelling of an entry.
type form struct {
	entry    int32
	text     string
	exact    bool // counts only when written exactly so
	ordinary bool // its lower-case spelling is an ordinary word
	weak     bool // needs context, whatever its entry says
	capital  bool // counts only with a capital

	before int32 // the form before it that ends at the same node; 0 none
}

// About as many words and spellings as the lists hold, so that nothing is moved while they grow.
const (
	sizeWords = 80_000
	sizeForms = 28_000
)

// loadLexicon reads the embedded files; of their lines, those that keep wants.
func loadLexicon(keep func(file, line string) bool) (*Lexicon, error) {
	eachLine := func(file string, f func(n int, line string) error) error {
		return eachLine(file, func(n int, line string) error {
			if !keep(file, line) {
				return nil
			}
			return f(n, line)
		})
	}
	x := &Lexicon{
		ids: make(map[string]int32, sizeWords), words: make([]string, 0, sizeWords), class: make([]wordClass, 0, sizeWords), inner: make([]bool, 0, sizeWords),
		edges: make(map[uint64]int32, sizeForms), last: make([]int32, 1, sizeForms),
		forms: make([]form, 1, sizeForms), entries: make([]entry, 0, sizeForms),
	}
	for b := range x.single {
		x.single[b] = -1
	}
	for _, p := range [...]string{"–", "—", "·", "•", "|", "…", "×"} {
		x.intern(p)
	}
	for _, l := range [...]struct {
		file  string
		class wordClass
	}{
		{"words.txt", ordinaryWord}, {"words_tech.txt", ordinaryWord}, {"first_names.txt", givenName}, {"rare_names.txt", givenName | rareName},
		{"function_words.txt", functionWord | ordinaryWord}, {"role_heads.txt", roleHead | ordinaryWord},
		{"role_modifiers.txt", roleModifier}, {"tech_nouns.txt", techNoun}, {"calendar.txt", monthOrDay},
	} {
		err := eachLine(l.file, func(_ int, line string) error {
			x.class[x.intern(strings.ToLower(line))] |= l.class
			if l.class&roleHead != 0 {
				x.class[x.intern(strings.ToLower(line)+"s")] |= rolePlural
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	for _, load := range []func(lineReader) error{x.loadTechnologies, x.loadCompanies, x.loadOthers, x.loadGenerated} {
		if err := load(eachLine); err != nil {
			return nil, err
		}
	}
	for i := range x.entries {
		if e := &x.entries[i]; e.primary == 0 {
			e.primary = e.class
		}
	}
	x.first = make([]int32, len(x.words))
	for w := range x.first {
		x.first[w] = x.edges[edgeKey(0, int32(w), false)]
	}
	return x, nil
}

// A lineReader calls f for lines of a file.
type lineReader func(file string, f func(n int, line string) error) error

// eachLine calls f for each line of an embedded file that is neither empty nor a comment.
func eachLine(file string, f func(n int, line string) error) error {
	data, err := lexiconFiles.ReadFile("lexicon/" + file)
	if err != nil {
		return fmt.Errorf("load lexicon: %w", err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		if err := f(n, line); err != nil {
			return fmt.Errorf("load lexicon: %s:%d: %w", file, n, err)
		}
	}
	return nil
}

func (x *Lexicon) intern(w string) int32 {
	if id, ok := x.ids[w]; ok {
		return id
	}
	id := int32(len(x.words))
	x.ids[w] = id
	x.words = append(x.words, w)
	x.class = append(x.class, 0)
	x.inner = append(x.inner, false)
	if len(w) == 1 {
		x.single[w[0]] = id
	}
	return id
}

// loadTechnologies reads name, kind, aliases, maker, flags, host.
func (x *Lexicon) loadTechnologies(eachLine lineReader) error {
	return eachLine("technologies.tsv", func(_ int, line string) error {
		f := fields(line, 6)
		e := entry{name: f[0], class: isTechnology, kind: f[1], maker: f[3], host: f[5]}
		return x.add(e, f[2], f[4])
	})
}

// loadCompanies reads name, aliases, flags. A name that is also a technology becomes one entry of both classes.
func (x *Lexicon) loadCompanies(eachLine lineReader) error {
	byName := make(map[string]int, len(x.entries))
	for i := range x.entries {
		byName[x.entries[i].name] = i
	}
	return eachLine("companies.tsv", func(_ int, line string) error {
		f := fields(line, 3)
		i, both := byName[f[0]]
		if !both {
			return x.add(entry{name: f[0], class: isCompany}, f[1], f[2])
		}
		e := &x.entries[i]
		e.class |= isCompany
		e.primary = isTechnology
		if strings.Contains(f[2], "c") {
			e.primary = isCompany
		}
		return x.addForms(int32(i), f[1], "")
	})
}

// loadOthers reads class, name, aliases.
func (x *Lexicon) loadOthers(eachLine lineReader) error {
	return eachLine("others.tsv", func(_ int, line string) error {
		f := fields(line, 3)
		if f[1] == "" {
			return fmt.Errorf("no name in %q", line)
		}
		return x.add(entry{name: f[1], class: isOther, kind: f[0], social: f[0] == "social"}, f[2], "")
	})
}

// loadGenerated reads class, name, kind, aliases, flags, host of the lists that a generator wrote.
func (x *Lexicon) loadGenerated(eachLine lineReader) error {
	for _, file := range [...]string{"languages.tsv", "brands.tsv"} {
		err := eachLine(file, func(_ int, line string) error {
			f := fields(line, 6)
			e := entry{name: f[1], class: isTechnology, kind: f[2], host: f[5]}
			switch f[0] {
			case "company":
				e.class = isCompany
			case "both":
				e.class, e.primary = isTechnology|isCompany, isTechnology
			}
			return x.add(e, f[3], f[4])
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func fields(line string, n int) []string {
	f := strings.Split(line, "\t")
	for len(f) < n {
		f = append(f, "")
	}
	return f
}

// add registers an entry. Flags: A ambiguous (needs context), x exact spelling only, n not to be taken for
// the ordinary word.
func (x *Lexicon) add(e entry, aliases, flags string) error {
	e.ambiguous = strings.Contains(flags, "A")
	e.unusual = strings.Contains(flags, "n")
	id := int32(len(x.entries))
	x.entries = append(x.entries, e)
	if err := x.addForm(id, e.name, strings.ContainsAny(flags, "xA")); err != nil {
		return err
	}
	return x.addForms(id, aliases, flags)
}

func (x *Lexicon) addForms(id int32, aliases, flags string) error {
	if aliases == "" {
		return nil
	}
	for a := range strings.SplitSeq(aliases, "|") {
		weak := strings.HasPrefix(a, "~")
		exact := weak || strings.HasPrefix(a, "=") || strings.Contains(flags, "x")
		if err := x.addForm(id, strings.TrimLeft(a, "=~"), exact); err != nil {
			return err
		}
		x.forms[len(x.forms)-1].weak = weak
	}
	return nil
}

// addForm puts one spelling into the trie. A spelling of ordinary words ("Notion", "Go", "Linear") counts only when
// written exactly so: its lower case is language.
func (x *Lexicon) addForm(id int32, text string, exact bool) error {
	toks := x.scan[:0]
	for i := 0; i < len(text); {
		if text[i] == ' ' {
			i++
			continue
		}
		t := scanToken(text, i, len(text))
		t.glued = i > 0 && text[i-1] != ' '
		toks = append(toks, t)
		i = t.end
	}
	x.scan = toks
	if len(toks) == 0 {
		return fmt.Errorf("empty name in entry %q", x.entries[id].name)
	}
	ordinary := true
	node := int32(0)
	for i, t := range toks {
		w := x.intern(strings.ToLower(text[t.start:t.end]))
		ordinary = ordinary && x.class[w]&(ordinaryWord|functionWord|givenName) != 0
		if i > 0 {
			x.inner[w] = true
		}
		node = x.child(node, w, t.glued && i > 0)
	}
	e := &x.entries[id]
	if e.unusual || len(toks) == 1 && toks[0].letters == mixedCase {
		ordinary = false
	}
	x.forms = append(x.forms, form{entry: id, text: text, exact: exact || ordinary || e.class == isCompany && len(text) <= 4, ordinary: ordinary,
		capital: e.class == isCompany && toks[0].capital(), before: x.last[node]})
	x.last[node] = int32(len(x.forms) - 1)
	return nil
}

func edgeKey(node, word int32, glued bool) uint64 {
	k := uint64(node)<<33 | uint64(uint32(word))<<1
	if glued {
		k |= 1
	}
	return k
}

func (x *Lexicon) child(node, word int32, glued bool) int32 {
	k := edgeKey(node, word, glued)
	if n, ok := x.edges[k]; ok {
		return n
	}
	n := int32(len(x.last))
	x.edges[k] = n
	x.last = append(x.last, 0)
	return n
}

// step moves a node along token j of a spelling that begins at token i, and reports whether one goes on so.
func (x *Lexicon) step(node *int32, toks []token, i, j int) bool {
	if j >= len(toks) || toks[j].id < 0 {
		return false
	}
	if j == i {
		*node = x.first[toks[j].id]
		return *node != 0
	}
	if !x.inner[toks[j].id] { // hardly a word is: it spares the map
		return false
	}
	next, ok := x.edges[edgeKey(*node, toks[j].id, toks[j].glued)]
	*node = next
	return ok
}

// match returns the longest form that begins at toks[i], the number of tokens it spans, and whether one was found.
// text is what the tokens were cut from.
func (x *Lexicon) match(toks []token, i int, text string) (f *form, n int) {
	node := int32(0)
	for j := i; x.step(&node, toks, i, j); j++ {
		for k := x.last[node]; k != 0; k = x.forms[k].before {
			c := &x.forms[k]
			if c.capital && toks[i].letters == lowerCase {
				continue
			}
			if !c.exact || spelled(c.text, text[toks[i].start:toks[j].end]) {
				f, n = c, j-i+1
				break
			}
		}
	}
	return f, n
}

// spelled reports whether s is written as the form is; white space may be of any width.
func spelled(form, s string) bool {
	if form == s {
		return true
	}
	return strings.ContainsAny(s, "\n\t") && form == strings.Join(strings.Fields(s), " ")
}

// has reports whether a token's word is of the class.
func (x *Lexicon) has(t *token, c wordClass) bool {
	return t.id >= 0 && x.class[t.id]&c != 0
}

// isWord reports whether a lower-case word is in the dictionary.
func (x *Lexicon) isWord(w string) bool {
	id, ok := x.ids[w]
	return ok && x.class[id]&ordinaryWord != 0
}
