package extract

import "strings"

// NewSmall returns an Extractor that knows, of the lists, only what these texts name: under a fuzzer's instrumentation the
// whole lists take longer to load than a worker has.
func NewSmall(texts ...string) (*Extractor, error) {
	said := map[string]bool{}
	for _, text := range texts {
		for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(c rune) bool { return c < 0x80 && !wordByte(byte(c)) }) {
			said[w] = true
		}
	}
	x, err := loadLexicon(func(file, line string) bool {
		switch file {
		case "words.txt", "first_names.txt", "rare_names.txt":
			return said[strings.ToLower(line)]
		case "technologies.tsv", "companies.tsv", "others.tsv", "brands.tsv", "languages.tsv":
			name, _, _ := strings.Cut(line, "\t")
			if file != "technologies.tsv" && file != "companies.tsv" {
				name = strings.Split(line, "\t")[1]
			}
			first, _, _ := strings.Cut(strings.ToLower(name), " ")
			return said[first]
		}
		return true
	})
	return NewWith(x), err
}
