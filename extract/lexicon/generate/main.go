// Command generate writes brands.tsv and languages.tsv of the lexicon from two free lists: the npm packages simple-icons
// (CC0: brands) and linguist-languages (MIT: languages). It reads their unpacked folders and needs no Node:
//
//	npm pack simple-icons linguist-languages    # and unpack both
//	go run ./extract/lexicon/generate -brands simple-icons/package -languages linguist-languages/package
//
// What the files kept by hand hold already is left out, so it is run again after they grow. What the lists cannot tell
// is decided in brands.txt and languages.txt beside this file.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	lexicon := flag.String("lexicon", "extract/lexicon", "`folder` of the lists")
	brands := flag.String("brands", "", "unpacked `folder` of simple-icons")
	languages := flag.String("languages", "", "unpacked `folder` of linguist-languages")
	flag.Parse()
	if *brands == "" || *languages == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := generate(*lexicon, *brands, *languages); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate(lexicon, brands, languages string) error {
	known, err := readKnown(lexicon)
	if err != nil {
		return err
	}
	rows, version, err := readLanguages(languages, filepath.Join(lexicon, "generate", "languages.txt"))
	if err != nil {
		return err
	}
	rows = known.fresh(rows)
	if err := write(filepath.Join(lexicon, "languages.tsv"), "linguist-languages "+version+" (MIT)", rows); err != nil {
		return err
	}
	rows, version, err = readBrands(brands, filepath.Join(lexicon, "generate", "brands.txt"))
	if err != nil {
		return err
	}
	rows = known.fresh(rows)
	return write(filepath.Join(lexicon, "brands.tsv"), "simple-icons "+version+" (CC0)", rows)
}

// A row is one entry of a generated file.
type row struct {
	class   string // technology, company, both
	name    string
	kind    string
	aliases []string
	flags   string
	host    string
	kept    bool // somebody decided that it is talked about, ordinary word or not
}

func write(file, source string, rows []row) error {
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.name), strings.ToLower(b.name)), cmp.Compare(a.name, b.name))
	})
	var b strings.Builder
	fmt.Fprintf(&b, "# Generated from %s by extract/lexicon/generate: do not edit.\n# class\tname\tkind\taliases\tflags\thost\n", source)
	for _, r := range rows {
		line := strings.Join([]string{r.class, r.name, r.kind, strings.Join(r.aliases, "|"), r.flags, r.host}, "\t")
		b.WriteString(strings.TrimRight(line, "\t") + "\n")
	}
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		return fmt.Errorf("write list: %w", err)
	}
	return nil
}

// readVerdicts reads lines "verdict, tab, name" into a map from name to verdict.
func readVerdicts(file string) (map[string]string, error) {
	out := map[string]string{}
	err := eachLine(file, func(line string) error {
		verdict, name, ok := strings.Cut(line, "\t")
		if !ok {
			return fmt.Errorf("%s: %q: want a verdict, a tab and a name", file, line)
		}
		out[name] = verdict
		return nil
	})
	return out, err
}

func eachLine(file string, f func(string) error) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("read list: %w", err)
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		if err := f(line); err != nil {
			return err
		}
	}
	return nil
}
