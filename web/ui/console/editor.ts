// CodeMirror in a shadow root, where it keeps its rules in adopted style sheets, as the content policy asks.
import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, closeCompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder } from "@codemirror/view";
import { complete } from "./complete";
import { colors, cypher } from "./language";

// A Mark is a place in the statement, with what is said of it.
export interface Mark {
  line: number; // from 1
  column: number; // from 1, in characters
  message: string;
  severity: "error" | "warning";
  wrong?: string;
  suggestion?: string;
}

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--sheet)", fontSize: "0.9rem" },
  "&.cm-focused": { outline: "none" },
  "&.cm-focused .cm-content": { boxShadow: "inset 3px 0 0 var(--person)" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5", minHeight: "9rem", maxHeight: "60vh" },
  ".cm-content": { minHeight: "9rem", padding: "0.75rem 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 0.9rem" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "color-mix(in srgb, var(--person) 25%, transparent)" },
  ".cm-placeholder": { color: "var(--soft)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--marker)", color: "var(--marker-ink)" },
  ".cm-tooltip": { backgroundColor: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--soft)", borderRadius: "0.4rem", maxWidth: "min(36rem, 90vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", fontSize: "0.85rem", maxHeight: "14rem", maxWidth: "min(34rem, 90vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.2rem 0.6rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--ink)", color: "var(--paper)" },
  ".cm-completionDetail": { color: "inherit", opacity: "0.8", fontStyle: "normal", fontSize: "0.8em" },
  ".cm-completionInfo": { padding: "0.4rem 0.6rem", fontSize: "0.85rem" },
  ".cm-diagnostic": { padding: "0.4rem 0.7rem", fontSize: "0.9rem" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--alarm)" },
  ".cm-diagnosticAction": { font: "inherit", padding: "0.2rem 0.6rem", color: "var(--paper)", backgroundColor: "var(--ink)", borderRadius: "0.3rem" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--alarm) 2px", textUnderlineOffset: "0.2em" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--episode) 2px", textUnderlineOffset: "0.2em" },
});

// An Editor stands in for a text area, whose value it keeps.
export class Editor {
  private readonly view: EditorView;

  constructor(private readonly area: HTMLTextAreaElement, actions: { run: () => void; changed: () => void }) {
    const host = document.createElement("div");
    host.className = "editor";
    area.after(host);
    const root = host.attachShadow({ mode: "open" });
    const label = area.labels?.[0];
    this.view = new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        doc: area.value,
        extensions: [
          // An open list of completions would take the Escape that is to cancel.
          Prec.highest(keymap.of([{ key: "Mod-Enter", preventDefault: true, run: (view) => (closeCompletion(view), actions.run(), true) }])),
          history(), drawSelection(), bracketMatching(), closeBrackets(), cypher, syntaxHighlighting(colors), look, EditorView.lineWrapping,
          autocompletion({ override: [complete], icons: false }),
          // Tab leaves the editor, unless it takes a completion that was chosen.
          keymap.of([{ key: "Tab", run: acceptCompletion }, ...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
          placeholder("MATCH (p:Person) RETURN p LIMIT 10"),
          EditorView.contentAttributes.of({ "aria-label": `${label?.textContent ?? ""}, in Cypher`, autocapitalize: "off", spellcheck: "false" }),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            area.value = update.state.doc.toString();
            actions.changed();
          }),
        ],
      }),
    });
    area.hidden = true;
    area.required = false; // no browser can point at what is hidden
    label?.addEventListener("click", () => this.focus());
  }

  get text(): string { return this.view.state.doc.toString(); }

  set text(text: string) {
    this.area.value = text;
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text }, selection: { anchor: 0 } });
  }

  focus(): void { this.view.focus(); }

  // mark underlines places; none clears them.
  mark(marks: Mark[]): void {
    const { doc } = this.view.state;
    const found = marks.filter((m) => m.line >= 1 && m.line <= doc.lines).map((m): Diagnostic => {
      const line = doc.line(m.line);
      const before = Array.from(line.text).slice(0, m.column - 1).join("").length; // columns are characters, not UTF-16
      const at = m.wrong ? line.text.indexOf(m.wrong, before) : -1;
      const from = line.from + Math.min(at >= 0 ? at : before, line.length);
      const rest = line.to - from;
      const length = at >= 0 && m.wrong ? m.wrong.length : Math.max(/^(\w+|.)/u.exec(doc.sliceString(from, line.to))?.[0].length ?? 0, Math.min(1, rest));
      const { suggestion } = m;
      return {
        from, to: from + length, severity: m.severity, message: m.message,
        actions: suggestion === undefined || at < 0 ? [] : [{ name: `Replace with ${suggestion}`, apply: (view, start, end) => view.dispatch({ changes: { from: start, to: end, insert: suggestion } }) }],
      };
    });
    this.view.dispatch(setDiagnostics(this.view.state, found));
  }

  // replace puts the suggestion in the place of the first mark.
  replace(mark: Mark): void {
    const line = this.view.state.doc.line(mark.line);
    const at = mark.wrong ? line.text.indexOf(mark.wrong, Math.max(mark.column - 1, 0)) : -1;
    if (at < 0 || !mark.wrong || !mark.suggestion) return;
    this.view.dispatch({ changes: { from: line.from + at, to: line.from + at + mark.wrong.length, insert: mark.suggestion } });
    this.focus();
  }
}
