package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestGenerate writes both lists from two small packages.
func TestGenerate(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"lexicon/technologies.tsv":       "# name\nPandas\tml\t=pandas data\n",
		"lexicon/companies.tsv":          "Acme\t\tA\n",
		"lexicon/others.tsv":             "place\tParis\n",
		"lexicon/words.txt":              "radar\nopen\nmug\n",
		"lexicon/first_names.txt":        "Klaus\n",
		"lexicon/rare_names.txt":         "Tigo\n",
		"lexicon/words_tech.txt":         "",
		"lexicon/function_words.txt":     "",
		"lexicon/role_heads.txt":         "",
		"lexicon/role_modifiers.txt":     "",
		"lexicon/tech_nouns.txt":         "",
		"lexicon/calendar.txt":           "",
		"lexicon/generate/brands.txt":    "# verdicts\ncompany\tZorbit Air\nskip\tNobody\nkeep\tKlaus\n",
		"lexicon/generate/languages.txt": "skip\tOops\nkeep\tDatum\n",
		"icons/package.json":             `{"version":"1.2.3"}`,
		"icons/data/simple-icons.json": `[{"title":"Radar","source":"https://radar.example"},{"title":"Klaus","source":"https://a.example/x"},
			{"title":"Zorbit Air","source":"https://www.zorbit.example/press"},{"title":"Nobody"},{"title":"PANDAS"},{"title":"Open Mug","source":"https://a.example/y"},
			{"title":"Tigo","source":"https://github.com/tigo/tigo","aliases":{"aka":["tigo-lib","Radar"]}},{"title":"Frobster","source":"https://brand.frobster.example/"}]`,
		"languages/package.json":   `{"version":"4.5.6"}`,
		"languages/data/Oops.js":   "export default {\n  name: 'Oops',\n  type: 'programming',\n}\n",
		"languages/data/Datum.js":  "export default {\n  name: 'Datum',\n  type: 'data',\n}\n",
		"languages/data/Conf.js":   "export default {\n  name: 'Conf',\n  type: 'data',\n}\n",
		"languages/data/Zap_20.js": "export default {\n  name: 'Zap Lang',\n  type: 'programming',\n  aliases: [\n    'zap-lang',\n    'zl',\n  ],\n}\n",
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := generate(filepath.Join(dir, "lexicon"), filepath.Join(dir, "icons"), filepath.Join(dir, "languages")); err != nil {
		t.Fatal(err)
	}
	head := "by extract/lexicon/generate: do not edit.\n# class\tname\tkind\taliases\tflags\thost\n"
	for file, want := range map[string]string{
		"brands.tsv": "# Generated from simple-icons 1.2.3 (CC0) " + head + "both\tFrobster\tservice\t\t\tfrobster.example\nboth\tKlaus\tservice\t\tA\n" +
			"technology\tOpen Mug\tservice\t\tx\ntechnology\tTigo\ttool\ttigo-lib\tx\ncompany\tZorbit Air\t\t\t\tzorbit.example\n",
		"languages.tsv": "# Generated from linguist-languages 4.5.6 (MIT) " + head + "technology\tDatum\tformat\ntechnology\tZap Lang\tlanguage\tzap-lang\n",
	} {
		got, err := os.ReadFile(filepath.Join(dir, "lexicon", file))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("%s:\n%s\nwant\n%s", file, got, want)
		}
	}
}
