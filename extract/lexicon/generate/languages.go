package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

var (
	languageName    = regexp.MustCompile(`(?m)^  name: (?:'([^']*)'|"([^"]*)"),$`)
	languageType    = regexp.MustCompile(`(?m)^  type: '([a-z]+)',$`)
	languageAliases = regexp.MustCompile(`(?ms)^  aliases: \[(.*?)\]`)
	quoted          = regexp.MustCompile(`'([^']*)'`)
)

// readLanguages reads the languages of linguist-languages, a small JavaScript file each, and the package's version.
func readLanguages(dir, decisions string) ([]row, string, error) {
	verdicts, err := readVerdicts(decisions)
	if err != nil {
		return nil, "", err
	}
	version, err := packageVersion(dir)
	if err != nil {
		return nil, "", err
	}
	files, err := filepath.Glob(filepath.Join(dir, "data", "*.js"))
	if err != nil || len(files) == 0 {
		return nil, "", fmt.Errorf("read package: no languages in %s/data", dir)
	}
	var rows []row
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, "", fmt.Errorf("read package: %w", err)
		}
		name, kind := languageName.FindStringSubmatch(string(data)), languageType.FindStringSubmatch(string(data))
		if name == nil || kind == nil {
			return nil, "", fmt.Errorf("read package: %s: no name or type", file)
		}
		r := row{class: "technology", name: name[1] + name[2], kind: "language"}
		r.kept = verdicts[r.name] == "keep"
		if verdicts[r.name] == "skip" || !r.kept && kind[1] != "programming" && kind[1] != "markup" {
			continue
		}
		if kind[1] == "data" {
			r.kind = "format"
		}
		if m := languageAliases.FindStringSubmatch(string(data)); m != nil {
			for _, q := range quoted.FindAllStringSubmatch(m[1], -1) {
				if !strings.EqualFold(q[1], r.name) && strings.EqualFold(strings.ReplaceAll(q[1], "-", ""), strings.ReplaceAll(r.name, " ", "")) {
					r.aliases = append(r.aliases, q[1]) // others are file extensions and editors' modes
				}
			}
		}
		rows = append(rows, r)
	}
	return rows, version, nil
}
