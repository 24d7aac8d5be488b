import { count, number } from "./data";
import { button, h } from "./dom";
import { download } from "./export/download";
import type { Drawing } from "./export/drawing";
import { toGEXF } from "./export/gexf";
import { toPNG } from "./export/png";
import { toSVG } from "./export/svg";
import { Filters } from "./filters";
import type { Past } from "./past";
import type { Shown, Store } from "./store";
import type { View } from "./view";

interface Can {
  undo(): void;
  redo(): void;
  tidy(): void;
  fit(): void;
  change(next: Partial<View>): void;
  unhide(ids: string[]): void;
  drawing(): Drawing;
  tell(text: string): void;
}

// The Bar holds what concerns the whole picture, and says how much of the graph it shows.
export class Bar {
  readonly element: HTMLElement;
  private readonly filters: Filters;
  private readonly undo: HTMLButtonElement;
  private readonly redo: HTMLButtonElement;
  private readonly count = h("p", { class: "canvas-count", role: "status" });

  constructor(store: Store, private readonly can: Can, search: HTMLElement | undefined) {
    this.undo = button("Undo", () => can.undo());
    this.redo = button("Redo", () => can.redo());
    this.filters = new Filters(store, (next) => can.change(next));
    const drops = [this.filters.element, this.exports()];
    closable(drops);
    this.element = h("div", { class: "canvas-bar" }, search ?? null,
      h("div", { class: "canvas-tools" }, this.undo, this.redo, button("Lay out anew", () => can.tidy()), button("Fit", () => can.fit()),
        ...drops),
      this.count);
  }

  draw(view: View, shown: Shown, past: Past, total: number): void {
    this.undo.disabled = !past.canBack;
    this.redo.disabled = !past.canForward;
    this.filters.draw(view);
    const all = Math.max(shown.total, total);
    const parts = [`${number(shown.nodes.length)} of ${number(all)} shown`, count(shown.edges.length, "line")];
    if (shown.filtered) parts.push(`${number(shown.filtered)} filtered out`);
    if (view.hidden.length) parts.push(`${number(view.hidden.length)} hidden`);
    const text = parts.join(" · ");
    if (this.count.dataset["text"] === text) return;
    this.count.dataset["text"] = text;
    this.count.replaceChildren(text, view.hidden.length ? " " : "", view.hidden.length ? button("Show hidden", () => this.can.unhide(view.hidden)) : "");
  }

  private exports(): HTMLDetailsElement {
    const failed = (): void => this.can.tell("The picture could not be written.");
    const drop = h("details", { class: "canvas-drop" }, h("summary", {}, "Export"));
    const item = (label: string, act: () => void): HTMLElement => button(label, () => {
      drop.open = false;
      act();
    });
    drop.append(h("div", { class: "canvas-exports" },
      item("Picture as SVG", () => download(toSVG(this.can.drawing()).text, "image/svg+xml", "guestgraph.svg")),
      item("Picture as PNG", () => void toPNG(this.can.drawing()).then((png) => download(png, "image/png", "guestgraph.png")).catch(failed)),
      item("Graph as GEXF", () => download(toGEXF(this.can.drawing()), "application/gexf+xml", "guestgraph.gexf"))));
    return drop;
  }
}

// closable closes what folds out when a reader goes elsewhere or presses Escape.
function closable(drops: HTMLDetailsElement[]): void {
  for (const drop of drops) {
    drop.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drop.open) return;
      drop.open = false;
      drop.querySelector("summary")?.focus();
    });
    drop.addEventListener("toggle", () => {
      const elsewhere = (event: Event): void => {
        if (drop.contains(event.target as Node)) return;
        drop.open = false;
      };
      if (!drop.open) return;
      document.addEventListener("pointerdown", elsewhere);
      drop.addEventListener("toggle", () => document.removeEventListener("pointerdown", elsewhere), { once: true });
    });
  }
}
