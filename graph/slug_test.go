package graph

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Aaron Francis":        "aaron-francis",
		"PlanetScale":          "planetscale",
		"Søren Bramer Schmidt": "soren-bramer-schmidt",
		"Łukasz Đorđević":      "lukasz-dordevic",
		"Kent C. Dodds":        "kent-c-dodds",
		"Miles O'Brien":        "miles-obrien",
		"Straße":               "strasse",
		"C++":                  "c-plus-plus",
		"C#":                   "c-sharp",
		"F#":                   "f-sharp",
		"C":                    "c",
		".NET":                 "dot-net",
		"ASP.NET Core":         "asp-net-core",
		"Node.js":              "node-js",
		"Fly.io":               "fly-io",
		"AT&T":                 "at-and-t",
		"Notepad++ 8":          "notepad-plus-plus-8",
		"Disney+":              "disney-plus",
		"Swift™":               "swift",
		"  Go  ":               "go",
		"Анна Щербакова":       "anna-shcherbakova",
		"Игорь":                "igor",
		"Νίκος Αλεξίου":        "nikos-alexioy",
		"山田太郎":                 "6b0e1c8c",
		"李 Wei":                "wei-82c0d0dc",
		"":                     "e3b0c442",
		"!!!":                  hashOf("!!!"),
	} {
		if got := Slug(name); got != want {
			t.Errorf("Slug(%q) = %q, want %q", name, got, want)
		}
	}
	if a, b := Slug("山田太郎"), Slug("山田花子"); a == b {
		t.Errorf("two names share the slug %q", a)
	}
}

func TestEpisodeID(t *testing.T) {
	for source, want := range map[string]string{
		"seed-01":                              "seed-01",
		"7c0bd5f6-1f2e-4a9d-8f27-0a4f7e3c1b22": "7c0bd5f6-1f2e-4a9d-8f27-0a4f7e3c1b22",
		"Buzzsprout-123":                       "Buzzsprout-123",
		"https://night.example/?p=7":           "night-example-p-7-4f0ce77b",
		"..":                                   hashOf("..") + "-" + hashOf(".."),
	} {
		if got := EpisodeID(source); got != want {
			t.Errorf("EpisodeID(%q) = %q, want %q", source, got, want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	for _, s := range []string{"Søren", "C++", "山田太郎", "İstanbul", "a\xffb", "ﬁne™", strings.Repeat("very long ", 40)} {
		f.Add(s)
	}
	shape := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	f.Fuzz(func(t *testing.T, name string) {
		slug := Slug(name)
		if !shape.MatchString(slug) || len(slug) > maxSlug+10 {
			t.Errorf("Slug(%q) = %q", name, slug)
		}
		if again := Slug(slug); again != slug && len(slug) <= maxSlug {
			t.Errorf("Slug(%q) = %q, but its slug is %q", name, slug, again)
		}
		if nfc, nfd := Slug(norm.NFC.String(name)), Slug(norm.NFD.String(name)); nfc != nfd {
			t.Errorf("composed %q and decomposed %q differ", nfc, nfd)
		}
		if id := EpisodeID(name); id == "" || EpisodeID(id) != id {
			t.Errorf("EpisodeID(%q) = %q, not stable", name, id)
		}
	})
}
