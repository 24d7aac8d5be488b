import { KINDS, plural, typeWords } from "./data";
import { h } from "./dom";
import type { Store } from "./store";
import { toggled, type View } from "./view";

const STATUSES: [string, string][] = [["current", "works there"], ["former", "worked there before"], ["unknown", "no time said"]];

// Filters hold a box for each kind, type of line and status that the picture has, and a span of time.
export class Filters {
  readonly element: HTMLDetailsElement;
  private readonly body = h("div", { class: "canvas-filters" });
  private readonly title = h("summary", {}, "Filter");
  private drawn = "";

  constructor(private readonly store: Store, private readonly change: (next: Partial<View>) => void) {
    this.element = h("details", { class: "canvas-drop" }, this.title, this.body);
  }

  draw(view: View): void {
    const present = new Set(view.ids);
    const edges = [...this.store.edges.values()].filter((e) => present.has(e.source) && present.has(e.target));
    const has = (kind: string): boolean => view.ids.some((id) => this.store.nodes.get(id)?.kind === kind);
    const kinds = KINDS.filter(has);
    const types = [...new Set(edges.map((e) => e.type))].sort();
    const statuses = STATUSES.filter(([status]) => edges.some((e) => e.status === status));
    const key = JSON.stringify([kinds, types, statuses, view.off, view.from, view.until]);
    if (key === this.drawn) return;
    this.drawn = key;
    const set = view.off.length + (view.from ? 1 : 0) + (view.until ? 1 : 0);
    this.title.textContent = set ? `Filter (${set})` : "Filter";
    const focus = document.activeElement instanceof HTMLInputElement && this.body.contains(document.activeElement) ? document.activeElement.value : "";
    this.body.replaceChildren(
      this.group("Kinds", kinds.map((kind) => [kind, plural(kind)]), view),
      this.group("Lines", types.map((type) => [type, typeWords(type)]), view),
      statuses.length ? this.group("Work", statuses, view) : "",
      this.dates(view),
    );
    if (focus) [...this.body.querySelectorAll("input")].find((input) => input.value === focus)?.focus();
  }

  private group(legend: string, boxes: [string, string][], view: View): HTMLElement {
    return h("fieldset", {}, h("legend", {}, legend), ...boxes.map(([value, words]) => h("label", { class: value },
      h("input", { type: "checkbox", value, checked: !view.off.includes(value), change: () => this.change({ off: toggled(view.off, value) }) }), ` ${words}`)));
  }

  private dates(view: View): HTMLElement {
    const field = (words: string, name: "from" | "until"): HTMLElement => {
      const input = h("input", { type: "date", value: view[name], change: () => this.change({ [name]: input.value }) });
      return h("label", {}, `${words} `, input);
    };
    return h("fieldset", {}, h("legend", {}, "Said"), field("from", "from"), field("until", "until"),
      h("p", { class: "note" }, "With a date set, lines without one are left out."));
  }
}
