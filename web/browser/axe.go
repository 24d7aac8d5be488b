package browser

import (
	"fmt"
	"strings"
)

// A Violation is a rule of axe-core that a page breaks, and where.
type Violation struct {
	Rule   string   `json:"id"`
	Impact string   `json:"impact"`
	Help   string   `json:"help"`
	At     []string `json:"at"` // selectors and what was found there
}

// String tells the violation in one line for each place.
func (v Violation) String() string {
	return fmt.Sprintf("%s (%s): %s\n    %s", v.Rule, v.Impact, v.Help, strings.Join(v.At, "\n    "))
}

// Rules of axe-core.
const (
	// EveryRule are WCAG 2.2 up to AA, and what axe calls best practice.
	EveryRule = `["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]`
	// PlaceRules are those that another size of the window can break.
	PlaceRules = `{type: "rule", values: ["target-size", "scrollable-region-focusable", "heading-order", "empty-table-header"]}`
	// ColorRules are those that other colors can break.
	ColorRules = `{type: "rule", values: ["color-contrast", "link-in-text-block"]}`
)

// Axe runs rules of axe-core, given as its source, in the page.
func (t *Tab) Axe(source, rules string) ([]Violation, error) {
	_, err := Eval[bool](t, "void (window.axe || "+"(() => {"+source+"})()), true")
	if err != nil {
		return nil, fmt.Errorf("load axe-core: %w", err)
	}
	found, err := Eval[[]Violation](t, `axe.run(document, {runOnly: `+rules+`, resultTypes: ["violations"]}).then(r => r.violations.map(v => ({
		id: v.id, impact: v.impact, help: v.help, at: v.nodes.slice(0, 5).map(n => n.target.join(" ") + " : " + n.html.slice(0, 160) + " : " + n.any.concat(n.all, n.none).map(c => c.message).join("; "))})))`)
	if err != nil {
		return nil, fmt.Errorf("run axe-core: %w", err)
	}
	return found, nil
}
