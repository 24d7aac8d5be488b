package web

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// The words of the widget, in ten languages: one file for the script and for what the server writes in its place.
//
//go:embed ui/widget/messages.json
var messagesFile []byte

// A wording is the words of one language. In the reasons {} stands for names.
type wording struct {
	Lang     string `json:"-"`
	Heading  string `json:"heading"`
	Guest    string `json:"guest"`
	Maker    string `json:"maker"`
	Employer string `json:"employer"`
	Mention  string `json:"mention"`
	Untitled string `json:"untitled"`
	Evidence string `json:"evidence"` // of the link to the episode's page
	Comma    string `json:"comma"`    // between names
}

// Dir is the direction of the script.
func (w wording) Dir() string {
	if w.Lang == "ar" {
		return "rtl"
	}
	return "ltr"
}

// reason is the sentence of a kind of graph.Reason.
func (w wording) reason(kind string) string {
	switch kind {
	case "guest":
		return w.Guest
	case "maker":
		return w.Maker
	case "employer":
		return w.Employer
	}
	return w.Mention
}

// wordings holds them by language.
type wordings map[string]wording

func loadWordings() (wordings, error) {
	all := wordings{}
	if err := json.Unmarshal(messagesFile, &all); err != nil {
		return nil, fmt.Errorf("read the widget's messages: %w", err)
	}
	for lang, w := range all {
		w.Lang = lang
		all[lang] = w
	}
	return all, nil
}

// language names a language in itself.
func language(lang string) string {
	names := map[string]string{"ar": "العربية", "de": "Deutsch", "en": "English", "es": "español", "fr": "français", "it": "italiano",
		"ja": "日本語", "pt": "português", "ru": "русский", "zh": "中文"}
	if name, ok := names[lang]; ok {
		return name
	}
	return lang
}

// langs lists the languages, English first.
func (all wordings) langs() []string {
	langs := slices.Sorted(maps.Keys(all))
	return append([]string{"en"}, slices.DeleteFunc(langs, func(lang string) bool { return lang == "en" })...)
}

// in returns the words nearest to a language tag, English when there are none.
func (all wordings) in(tag string) wording {
	lang, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if w, ok := all[lang]; ok {
		return w
	}
	return all["en"]
}
