package browser

import (
	"fmt"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A Stop is an element that the Tab key can reach or that it ought to.
type Stop struct {
	What    string `json:"what"`
	Reached bool   `json:"reached"`
	Visible bool   `json:"visible"` // it looked different with the focus, and stood inside the window
}

// stops lists what the Tab key has to reach and notes what the focus reaches. Elements of one radio group are one stop,
// and so are those of a composite that moves its tabindex.
const stops = `(() => {
	const all = [];
	const gather = root => { for (const e of root.querySelectorAll("*")) {
		if (e.matches("a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]") && e.tabIndex >= 0 && !e.disabled) all.push(e);
		if (e.shadowRoot) {
			e.shadowRoot.addEventListener("focusin", event => note(event), true); // a step inside is not told outside
			gather(e.shadowRoot);
		}
	} };
	gather(document);
	const shown = e => e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}) && e.getClientRects().length > 0;
	const radio = e => e.type === "radio" ? [...document.querySelectorAll("input[type=radio]")].filter(r => r.name === e.name && r.form === e.form) : [e];
	const want = all.filter(shown).filter(e => { const group = radio(e); return group.length === 1 || e === (group.find(r => r.checked) || group[0]); });
	const look = e => [e, ...e.querySelectorAll(":scope > :is(path, rect)")].map(e => { const s = getComputedStyle(e); return [s.outlineStyle === "none" ? "" : s.outlineWidth + s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor, s.textDecoration, s.stroke, s.fillOpacity].join("|"); }).join("/");
	const before = new Map(want.map(e => [e, look(e)]));
	const got = new Map();
	const note = event => {
		const e = event.composedPath()[0], box = e.getBoundingClientRect();
		const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
		got.set(e, inside && look(e) !== before.get(e));
	};
	document.addEventListener("focusin", note, true);
	window.focusStops = () => want.map(e => ({what: e.outerHTML.slice(0, 140), reached: got.has(e), visible: got.get(e) === true}));
	return want.length;
})()`

// Tour presses Tab through the page, from its beginning, and tells what was reached.
func (t *Tab) Tour() ([]Stop, error) {
	n, err := Eval[int](t, stops)
	if err != nil {
		return nil, fmt.Errorf("list what Tab should reach: %w", err)
	}
	for range n + 2 { // one may be a stop that is not seen as one
		if err := t.Press(kb.Tab); err != nil {
			return nil, err
		}
	}
	return Eval[[]Stop](t, "window.focusStops()")
}

// Press presses keys one after the other, each as one stroke: what a page does not let through is not typed.
func (t *Tab) Press(keys string, modifiers ...chromedp.Modifier) error {
	for _, r := range keys {
		key, ok := kb.Keys[r]
		if !ok {
			return fmt.Errorf("press %q: no key types it", r)
		}
		stroke := input.DispatchKeyEventParams{Type: kb.KeyDown, Key: key.Key, Code: key.Code, WindowsVirtualKeyCode: key.Windows, NativeVirtualKeyCode: key.Native}
		for _, m := range modifiers {
			stroke.Modifiers |= int64(m)
		}
		up := stroke
		up.Type = kb.KeyUp
		if key.Print && len(modifiers) == 0 {
			stroke.Text, stroke.UnmodifiedText = key.Text, key.Unmodified
		}
		if err := t.Do(command(input.DispatchKeyEvent, stroke), command(input.DispatchKeyEvent, up)); err != nil {
			return fmt.Errorf("press %q: %w", r, err)
		}
	}
	return nil
}

// Type puts the focus on the first element that the selector matches and types there.
func (t *Tab) Type(selector, keys string) error {
	if err := t.Do(chromedp.SendKeys(chromedp.CSS(selector), keys)); err != nil {
		return fmt.Errorf("type %q into %s: %w", keys, selector, err)
	}
	return nil
}

// Insert puts text in at the cursor at once, as an input method does.
func (t *Tab) Insert(text string) error {
	if err := t.Do(command(input.InsertText, input.InsertTextParams{Text: text})); err != nil {
		return fmt.Errorf("insert %q: %w", text, err)
	}
	return nil
}
