package web

import (
	_ "embed"
	"encoding/json"
	"fmt"
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

// in returns the words nearest to a language tag, English when there are none.
func (all wordings) in(tag string) wording {
	lang, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if w, ok := all[lang]; ok {
		return w
	}
	return all["en"]
}
