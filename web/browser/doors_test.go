package browser

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// click clicks with the mouse on the first element that the selector matches.
func click(t *testing.T, tab *Tab, selector string) {
	t.Helper()
	must(t, tab.Wait("document.querySelector("+strconv.Quote(selector)+")"))
	if err := tab.Do(chromedp.Click(chromedp.CSS(selector))); err != nil {
		t.Fatalf("click %s: %v", selector, err)
	}
}

// pick types a name into a field and takes the suggestion, once it is the first.
func pick(t *testing.T, tab *Tab, selector, name, want string) {
	t.Helper()
	must(t, tab.Type(selector, name))
	must(t, tab.Wait(fmt.Sprintf(`[...document.querySelectorAll("[role=listbox]")].find(l => l.checkVisibility())?.querySelector("[role=option]")?.textContent.includes(%q)`, want)))
	time.Sleep(150 * time.Millisecond) // the answer to the last letter may still come
	must(t, tab.Press(kb.ArrowDown))
	must(t, tab.Press(kb.Enter))
}

// press clicks the button of that text.
func press(t *testing.T, tab *Tab, within, text string) {
	t.Helper()
	find := fmt.Sprintf(`[...document.querySelectorAll(%q)].find(b => b.checkVisibility() && !b.disabled && b.textContent.trim().startsWith(%q))`, within, text)
	must(t, tab.Wait(find))
	if _, err := Eval[bool](tab, find+`.click() === undefined`); err != nil {
		t.Fatalf("press %q: %v", text, err)
	}
}

// testExplorer goes through the first door: from a search to the sentence that says so, and between two people.
func (s *suite) testExplorer(t *testing.T) {
	t.Parallel()
	tab := s.tab(t, Views()[0])
	t.Run("search to evidence", func(t *testing.T) {
		must(t, tab.Open(s.site.URL))
		must(t, tab.Press("/")) // puts the focus into the search
		must(t, tab.Wait(`document.activeElement.id === "find"`))
		pick(t, tab, "#find", "sugu sougumarane", "Sugu Sougoumarane") // a letter is missing
		must(t, tab.Wait(`location.pathname === "/person/sugu-sougoumarane"`))
		must(t, tab.Wait(`document.querySelector("#work .evidence mark")?.textContent.length > 5`))
		click(t, tab, "#work .evidence a[href*='#b']")
		must(t, tab.Wait(`location.pathname.startsWith("/episode/") && document.querySelector(":target")`))
	})
	t.Run("path", func(t *testing.T) {
		must(t, tab.Open(s.site.URL+"/path"))
		pick(t, tab, "input[name=from]", "aaron fran", "Aaron Francis")
		pick(t, tab, "input[name=to]", "sugu", "Sugu Sougoumarane")
		must(t, tab.Press(kb.Enter))
		must(t, tab.Wait(`location.search.includes("sugu") && document.querySelector("main .evidence mark, main q, main mark")`))
	})
	t.Run("question", func(t *testing.T) {
		must(t, tab.Open(s.site.URL+"/ask"))
		must(t, tab.Wait(`document.querySelector("main form.sentence, main a[href^='/ask/']")`))
		must(t, tab.Open(s.site.URL+"/ask/coworkers"))
		pick(t, tab, "form.sentence input[name=person]", "sugu", "Sugu Sougoumarane")
		must(t, tab.Wait(`document.querySelector("form.sentence input[name=person]")?.value === "Sugu Sougoumarane"`))
		must(t, tab.Press(kb.Enter))
		must(t, tab.Wait(`document.querySelector("h1").textContent === "Who shared an employer with Sugu Sougoumarane?"`))
		must(t, tab.Wait(`document.querySelector("#answer td a.ref.person")?.textContent.length > 3 && document.querySelector("#answer td.said mark")`))
	})
}

// inkedPixels counts what is not empty in the layer of the names: it is drawn together with the nodes.
const inkedPixels = `(() => { const c = document.querySelector(".sigma-labels"); const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
  let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i] > 0) n++; return n; })()`

// testCanvas goes through the picture: add, expand, select, undo, and Back that restores it.
func (s *suite) testCanvas(t *testing.T) {
	t.Parallel()
	tab := s.tab(t, Views()[0])
	shown := func(n string) string {
		return fmt.Sprintf(`document.querySelector(".canvas-count")?.textContent.startsWith(%q)`, n+" of ")
	}
	must(t, tab.Open(s.site.URL+"/explore?ids=company:planetscale"))
	must(t, tab.Wait(shown("1")))
	must(t, tab.Wait(`document.querySelectorAll(".canvas-picture canvas.open").length >= 7 && !document.querySelector(".canvas-frame.without")`))
	inked, err := Eval[int](tab, inkedPixels)
	must(t, err)
	if inked == 0 {
		t.Error("the picture is open and nothing is drawn in it")
	}
	press(t, tab, ".canvas-tables th button, .canvas-tables th a", "PlanetScale")
	press(t, tab, ".canvas-panel button", "Show people")
	must(t, tab.Wait(`!`+shown("1")))
	many, err := Eval[string](tab, `document.querySelector(".canvas-count").textContent`)
	must(t, err)
	address, err := Eval[string](tab, `location.href`)
	must(t, err)
	if !strings.Contains(address, "person") {
		t.Errorf("the address %s does not hold what is shown", address)
	}
	press(t, tab, ".canvas-tables .canvas-how", "")
	must(t, tab.Wait(`document.querySelector(".canvas-panel mark")`)) // the words that the line rests on
	press(t, tab, ".canvas-tools button", "Undo")
	must(t, tab.Wait(shown("1")))
	press(t, tab, ".canvas-tools button", "Redo")
	must(t, tab.Wait(fmt.Sprintf(`document.querySelector(".canvas-count").textContent === %q`, many)))
	must(t, tab.Open(s.site.URL+"/about"))
	if _, err := Eval[bool](tab, "history.back() === undefined"); err != nil {
		t.Fatal(err)
	}
	must(t, tab.Wait(fmt.Sprintf(`document.querySelector(".canvas-count")?.textContent === %q`, many)))
}

const editor = `document.querySelector(".editor").shadowRoot`

// write replaces the statement in the editor by typing.
func write(t *testing.T, tab *Tab, statement string) {
	t.Helper()
	must(t, tab.Wait(`document.querySelector(".editor")?.shadowRoot.querySelector(".cm-content")`))
	_, err := Eval[bool](tab, editor+`.querySelector(".cm-content").focus() === undefined`)
	must(t, err)
	must(t, tab.Press("a", chromedp.ModifierCtrl))
	must(t, tab.Press(kb.Delete))
	must(t, tab.Insert(statement))
}

// testCanvasPhone looks for what can be done with each thing: its button must not be cut off at the rim.
func (s *suite) testCanvasPhone(t *testing.T) {
	t.Parallel()
	tab := s.tab(t, Views()[2])
	must(t, tab.Open(s.site.URL+"/explore?ids=company:planetscale,technology:postgresql,episode:ds-bento"))
	must(t, tab.Wait(`document.querySelectorAll(".canvas-tables button[aria-haspopup=menu]").length === 3`))
	must(t, tab.Wait(`(box => box.scrollWidth <= box.clientWidth)(document.querySelector(".canvas-tables .scroll"))`))
}

// onlyRefusals takes what the page reported: refused statements are what was asked for.
func onlyRefusals(t *testing.T, tab *Tab) {
	t.Helper()
	for _, bad := range tab.Errors() {
		if !strings.Contains(bad, "status of 400") {
			t.Error(bad)
		}
	}
}

// testConsole goes through the third door: run, sort, see as a graph, plan, mistakes, Esc, parameters, and the address.
func (s *suite) testConsole(t *testing.T) {
	t.Parallel()
	tab := s.tab(t, Views()[0])
	must(t, tab.Open(s.site.URL+"/console"))
	t.Run("run and sort", func(t *testing.T) {
		write(t, tab, "MATCH (c:Company) RETURN c.name AS name, c AS company ORDER BY name DESC LIMIT 5")
		must(t, tab.Press(kb.Enter, chromedp.ModifierCtrl))
		must(t, tab.Wait(`document.querySelectorAll("#result tbody tr").length === 5`))
		click(t, tab, "#result th button.sort")
		must(t, tab.Wait(`(c => c.every((x, i) => i === 0 || c[i-1].localeCompare(x) <= 0))([...document.querySelectorAll("#result tbody tr > :first-child")].map(e => e.textContent))`))
		must(t, tab.Wait(`document.querySelector("#result td a.ref.company[href^='/company/']")`))
		must(t, tab.Wait(`new URLSearchParams(location.search).get("q").includes("LIMIT 5")`))
	})
	t.Run("graph", func(t *testing.T) {
		press(t, tab, "#result [role=tab]", "Graph")
		must(t, tab.Wait(`document.querySelector("#result .canvas-count")?.textContent.startsWith("5 of 5")`))
	})
	t.Run("plan", func(t *testing.T) {
		press(t, tab, "#ask button", "Explain")
		must(t, tab.Wait(`document.querySelector("#result .plan .operator")`))
	})
	t.Run("mistake", func(t *testing.T) {
		write(t, tab, "MATCH (p:Person) RETRUN p")
		must(t, tab.Press(kb.Enter, chromedp.ModifierCtrl))
		must(t, tab.Wait(`document.querySelector("#fault")`))
		must(t, tab.Wait(editor+`.querySelector(".cm-lintRange-error")`))
		onlyRefusals(t, tab)
	})
	t.Run("cancel", func(t *testing.T) {
		write(t, tab, "UNWIND range(1, 20000000) AS a UNWIND range(1, 1000) AS b RETURN count(a * b)")
		must(t, tab.Press(kb.Enter, chromedp.ModifierCtrl))
		must(t, tab.Wait(`/Running/.test(document.querySelector("p.sr[role=status]")?.textContent ?? "") || document.body.innerText.includes(" s")`))
		must(t, tab.Press(kb.Escape))
		must(t, tab.Wait(`document.body.textContent.includes("Cancelled.")`))
	})
	t.Run("parameters and address", func(t *testing.T) {
		must(t, tab.Open(s.site.URL+"/console?run=1&q="+url.QueryEscape("RETURN $word AS word")+"&p.word=hello&t.word=text"))
		must(t, tab.Wait(`document.querySelector("#result td")?.textContent === "hello"`))
		must(t, tab.Wait(`document.querySelector("#parameters input")?.value === "hello"`))
	})
}
