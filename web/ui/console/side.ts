// The side panel: the library, searched; the visitor's own statements; and what ran before.
import { button, h } from "../canvas/dom";
import { questions, type Question } from "./catalog";
import type { Params } from "./fields";
import { type Entry, Keeper } from "./kept";
import { tabs } from "./tabs";

const TYPES: Record<string, string> = { int: "number", float: "number", bool: "boolean", list: "list", rows: "list" };

// paramsOf gives the fields of a question of the library their types and example values.
export function paramsOf(q: Question): Params {
  return Object.fromEntries((q.params ?? []).map((p) => {
    const kind = q.phrase?.find((part) => part.param === p.name)?.kind;
    const value = p.default === undefined || p.default === null ? "" : typeof p.default === "string" ? p.default : JSON.stringify(p.default);
    return [p.name, { type: TYPES[p.type] ?? "string", value, ...(p.doc ? { doc: p.doc } : {}), ...(kind && kind !== "text" ? { kind } : {}) }];
  }));
}

export class Side {
  readonly keeper = new Keeper();
  private readonly mine = h("div");
  private readonly past = h("div");
  private readonly said = h("p", { class: "note", role: "status" });

  constructor(panel: HTMLElement, private readonly actions: { open: (q: string, params: Params, title: string) => void; current: () => { q: string; params: Params } }) {
    const model = panel.querySelector<HTMLElement>(".about-model") ?? h("div");
    const library = h("div", {}, ...[...panel.children].filter((child) => child.tagName !== "H2" && child !== model));
    model.querySelector("h3")?.remove();
    const head = panel.querySelector("h2");
    this.searchable(library);
    library.addEventListener("click", (event) => void this.pick(event));
    panel.append(tabs("What to ask", [["Library", library], ["Mine", this.mine], ["History", this.past], ["Model", model]]).element);
    head?.classList.add("sr");
    this.show();
  }

  ran(entry: Entry): void {
    this.keeper.ran(entry);
    this.show();
  }

  // searchable puts a box above the library that leaves what holds all the words.
  private searchable(library: HTMLElement): void {
    const items = [...library.querySelectorAll<HTMLElement>("li")];
    if (items.length === 0) return;
    const about = new Map<string, string>();
    void questions().then((all) => all.forEach((q) => about.set(q.title, `${q.title} ${q.description} ${q.category} ${q.name}`.toLowerCase())));
    const none = h("p", { class: "empty", hidden: true }, "No question has these words.");
    const box = h("input", { type: "search", id: "library-find", placeholder: "Find a question", autocomplete: "off" });
    box.addEventListener("input", () => {
      const words = box.value.toLowerCase().split(/\s+/).filter((w) => w !== "");
      const fits = (li: HTMLElement) => words.every((w) => (about.get(li.textContent?.trim() ?? "") ?? li.textContent?.toLowerCase() ?? "").includes(w));
      items.forEach((li) => { li.hidden = !fits(li); });
      for (const group of library.querySelectorAll("details")) {
        const left = [...group.querySelectorAll("li")].filter((li) => !li.hidden).length;
        group.hidden = left === 0;
        group.open = words.length > 0 ? left > 0 : group.open;
      }
      none.hidden = items.some((li) => !li.hidden);
    });
    library.prepend(h("label", { class: "sr", for: box.id }, "Find a question in the library"), box, none);
  }

  private async pick(event: MouseEvent): Promise<void> {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href^='/console?saved=']") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const name = new URL(link.href).searchParams.get("saved");
    const found = (await questions()).find((q) => q.name === name);
    if (found) this.actions.open(found.text, paramsOf(found), found.title);
    else location.assign(link.href);
  }

  private entry(e: Entry): HTMLLIElement {
    const first = e.q.trim().replace(/\s+/g, " ");
    const label = e.name ?? (first.length > 90 ? `${first.slice(0, 90)}…` : first);
    return h("li", {}, button(label, () => this.actions.open(e.q, e.params, e.name ?? ""), { class: "link" }), " ",
      button("Remove", () => (this.keeper.drop(e), this.show()), { class: "small", "aria-label": `Remove ${label}` }));
  }

  private show(): void {
    const { saved, history } = this.keeper;
    const name = h("input", { id: "save-as", maxlength: "120", autocomplete: "off", required: true });
    const save = h("form", { class: "save", submit: (event) => {
      event.preventDefault();
      this.keeper.save({ ...this.actions.current(), at: new Date().toISOString(), name: name.value.trim() });
      this.show();
    } }, h("label", { for: name.id }, "Save the statement as"), h("div", {}, name, h("button", {}, "Save")));
    const file = h("input", { type: "file", id: "take", accept: ".json,application/json", change: () => void this.take(file) });
    this.mine.replaceChildren(save,
      saved.length > 0 ? h("ul", {}, ...saved.map((e) => this.entry(e))) : h("p", { class: "empty" }, "What you save stays in this browser."),
      h("p", { class: "buttons small" }, button("Export as a file", () => this.give()), h("label", { for: file.id, class: "file" }, "Import a file ", file)), this.said);
    this.past.replaceChildren(history.length > 0 ? h("ul", {}, ...history.map((e) => this.entry(e))) : h("p", { class: "empty" }, "What you ran stands here, in this browser only."),
      history.length > 0 && button("Forget all", () => (this.keeper.clear(), this.show())) || "");
  }

  private give(): void {
    const address = URL.createObjectURL(new Blob([this.keeper.text()], { type: "application/json" }));
    h("a", { href: address, download: "guestgraph-queries.json" }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  private async take(file: HTMLInputElement): Promise<void> {
    try {
      const n = this.keeper.take(await (file.files?.[0]?.text() ?? ""));
      this.show();
      this.said.textContent = n === 1 ? "1 statement was added." : `${n} statements were added.`;
    } catch {
      this.said.textContent = "This is no file that was exported here.";
    }
  }
}
