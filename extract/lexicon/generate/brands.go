package main

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// readBrands reads the icons of simple-icons, and the package's version.
func readBrands(dir, decisions string) ([]row, string, error) {
	verdicts, err := readVerdicts(decisions)
	if err != nil {
		return nil, "", err
	}
	version, err := packageVersion(dir)
	if err != nil {
		return nil, "", err
	}
	var icons []struct {
		Title   string
		Source  string
		Aliases struct{ Aka []string }
	}
	if err := readJSON(filepath.Join(dir, "data", "simple-icons.json"), &icons); err != nil {
		return nil, "", err
	}
	hosts := map[string]int{}
	for _, i := range icons {
		hosts[homeHost(i.Source)]++
	}
	var rows []row
	for _, i := range icons {
		r := row{class: "technology", name: i.Title, kind: "service", aliases: i.Aliases.Aka}
		switch verdicts[i.Title] {
		case "skip":
			continue
		case "keep":
			r.kept = true
		case "company":
			r.class, r.kind, r.kept = "company", "", true
		}
		h := homeHost(i.Source)
		if r.class == "technology" && strings.HasPrefix(i.Source, "https://github.com/") {
			r.kind = "tool"
		} else if r.class == "technology" && h != "" && len(strings.Fields(r.name)) == 1 {
			r.class = "both" // who runs a service mostly has its name
		}
		if hosts[h] == 1 {
			r.host = h
		}
		rows = append(rows, r)
	}
	return rows, version, nil
}

// sharedHosts show the logos of others.
var sharedHosts = map[string]bool{"github.com": true, "commons.wikimedia.org": true, "en.wikipedia.org": true, "twitter.com": true, "x.com": true,
	"facebook.com": true, "linkedin.com": true, "play.google.com": true, "dribbble.com": true, "drive.google.com": true, "worldvectorlogo.com": true}

// homeHost returns the host of the page that shows a logo, if it is likely to be the brand's own.
func homeHost(source string) string {
	u, err := url.Parse(source)
	if err != nil {
		return ""
	}
	h := strings.ToLower(u.Hostname())
	for _, p := range [...]string{"www.", "brand.", "press.", "about.", "docs.", "developer.", "developers.", "corporate.", "media.", "newsroom.", "design.", "help.", "support.", "blog."} {
		if t, ok := strings.CutPrefix(h, p); ok && strings.Contains(t, ".") {
			h = t
		}
	}
	if sharedHosts[h] || strings.HasSuffix(h, ".wikipedia.org") || strings.HasSuffix(h, ".githubusercontent.com") || strings.HasPrefix(h, "raw.") {
		return ""
	}
	return h
}

func packageVersion(dir string) (string, error) {
	var p struct{ Version string }
	err := readJSON(filepath.Join(dir, "package.json"), &p)
	return p.Version, err
}

func readJSON(file string, v any) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("read package: %w", err)
	}
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("read package: %s: %w", file, err)
	}
	return nil
}
