package browser

import (
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// editorText is what stands in the console's editor, which has its own shadow tree.
const editorText = `document.querySelector(".editor").shadowRoot.querySelector(".cm-content").innerText`

// testEditor looks at what helps a researcher to ask: completion, types of parameters, and statements that are kept.
func (s *suite) testEditor(t *testing.T) {
	t.Parallel()
	open := func(t *testing.T, statement string) *Tab {
		tab := s.tab(t, Views()[0])
		must(t, tab.Open(s.site.URL+"/console?q="+url.QueryEscape(statement)))
		must(t, tab.Wait(`document.querySelector(".editor")`))
		must(t, tab.Wait(`(document.querySelector(".editor").shadowRoot.querySelector(".cm-content").focus(), true)`))
		return tab
	}
	said := func(t *testing.T, tab *Tab, text string) {
		t.Helper()
		must(t, tab.Wait(`document.querySelector("main [role=status]").textContent.includes(`+quote(text)+`)`))
	}
	t.Run("completes and runs", func(t *testing.T) {
		tab := open(t, "")
		must(t, tab.Press("MATCH (p:Per"))
		must(t, tab.Wait(`document.querySelector(".editor").shadowRoot.querySelector(".cm-tooltip-autocomplete [aria-selected]")?.innerText.includes("Person")`))
		must(t, tab.Wait(`new Promise(done => setTimeout(done, 150, true))`)) // what just opened takes no key yet
		must(t, tab.Press(kb.Tab))
		must(t, tab.Press(kb.End))
		must(t, tab.Press(" RETURN p ORDER BY p.name LIMIT 3"))
		must(t, tab.Wait(editorText+`.startsWith("MATCH (p:Person) RETURN p")`))
		must(t, tab.Press(kb.Enter, chromedp.ModifierCtrl))
		said(t, tab, "3 rows")
		must(t, tab.Wait(`document.querySelectorAll("#result td a.ref.person").length === 3 && location.search.includes("run=1")`))
		must(t, tab.Do(chromedp.Reload()))
		must(t, tab.Wait(`document.querySelectorAll("#result td a.ref.person").length === 3 && document.querySelector("#result [role=tab]")`))
	})
	t.Run("Tab leaves the editor", func(t *testing.T) {
		tab := open(t, "RETURN 1")
		must(t, tab.Press(kb.Tab))
		must(t, tab.Wait(`document.activeElement.textContent === "Run"`))
	})
	t.Run("a parameter has a type", func(t *testing.T) {
		tab := open(t, "RETURN $n + 1 AS more")
		must(t, tab.Wait(`(document.querySelector("[name='t.n']").value = "number", document.querySelector("#p-n").focus(), true)`))
		must(t, tab.Press("41"))
		must(t, tab.Press(kb.Enter, chromedp.ModifierCtrl))
		must(t, tab.Wait(`document.querySelector("#result td.number")?.textContent === "42"`))
	})
	t.Run("an address with a fault underlines it", func(t *testing.T) {
		tab := s.tab(t, Views()[0])
		must(t, tab.Open(s.site.URL+"/console?run=1&q="+url.QueryEscape("MATCH (p:Person)\nRETURN p.name, q.name")))
		must(t, tab.Wait(`document.querySelector(".editor")?.shadowRoot.querySelector(".cm-lintRange-error")?.textContent === "q"`))
		must(t, tab.Wait(`document.querySelector("#fault .meta").textContent === "Line 2, column 16"`))
		must(t, tab.Open(s.site.URL+"/console?run=explain&q="+url.QueryEscape("RETURN tolwer('A') AS a")))
		must(t, tab.Wait(`document.querySelector(".editor")?.shadowRoot.querySelector(".cm-lintRange-error")?.textContent.startsWith("tolwer")`))
		onlyRefusals(t, tab)
	})
	t.Run("what is saved stays", func(t *testing.T) {
		tab := open(t, "RETURN '<b>mine</b>' AS x")
		must(t, tab.Wait(`([...document.querySelectorAll("#saved [role=tab]")].find(e => e.textContent === "Mine").click(), document.querySelector("#save-as").focus(), true)`))
		must(t, tab.Press("Mine <i>"))
		must(t, tab.Press(kb.Enter))
		must(t, tab.Open(s.site.URL+"/console"))
		must(t, tab.Wait(`[...document.querySelectorAll("#saved .link")].some(e => e.textContent === "Mine <i>")`))
	})
}

// quote writes text as JavaScript does.
func quote(s string) string { return `"` + strings.ReplaceAll(s, `"`, `\"`) + `"` }
