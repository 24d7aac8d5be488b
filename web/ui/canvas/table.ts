import type { Actions } from "./actions";
import { count, day, number, roleText, tellingFirst, verb, type GraphEdge, type GraphNode } from "./data";
import { button, h, type Level, newId } from "./dom";
import { pickName } from "./refname";
import type { Shown, Store } from "./store";
import { degrees } from "./style";
import type { View } from "./view";

const MOST_ROWS = 300; // before "show more": a table of thousands slows the page and helps nobody

// The tables say all that the picture shows, with the same actions: the way in by keyboard and for screen readers.
export class Tables {
  readonly element = h("div", { class: "canvas-tables" });
  private readonly things: Grid<GraphNode>;
  private readonly lines: Grid<GraphEdge>;

  constructor(private readonly store: Store, private readonly can: Actions, level: Level) {
    this.things = new Grid(level, "Things", ["Name", "Kind", "Lines", "Do"]);
    this.lines = new Grid(level, "Lines", ["From", "How", "To", "As of", "Said"]);
    this.element.append(this.things.element, this.lines.element);
  }

  drawThings(shown: Shown, view: View, selected: { node?: string }): void {
    const degree = degrees(shown.edges);
    const hidden = view.hidden.flatMap((id) => this.store.nodes.get(id) ?? []);
    const things = [...shown.nodes, ...hidden].sort((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0) || a.name.localeCompare(b.name));
    this.things.draw(things, (node) => this.thing(node, view, degree.get(node.id) ?? 0));
    this.things.select(selected.node);
  }

  drawLines(shown: Shown, selected: { edge?: string }): void {
    this.lines.draw([...shown.edges].sort(tellingFirst), (edge) => this.line(edge));
    this.lines.select(selected.edge);
  }

  select(selected: { node?: string; edge?: string }): void {
    this.things.select(selected.node);
    this.lines.select(selected.edge);
  }

  private thing(node: GraphNode, view: View, degree: number): HTMLTableRowElement {
    const { can } = this;
    const notes = [view.hidden.includes(node.id) && "hidden", view.pinned.includes(node.id) && "pinned"].filter(Boolean).join(", ");
    const more = button("⋯", () => {
      const { left, bottom } = more.getBoundingClientRect();
      can.menu(node.id, { x: left, y: bottom });
    }, { "aria-haspopup": "menu", "aria-label": `Actions for ${node.name}` });
    const row = h("tr", {},
      h("th", { scope: "row" }, pickName(node, () => can.select({ node: node.id })), notes ? h("span", { class: "note" }, ` ${notes}`) : ""),
      h("td", {}, node.kind), h("td", { class: "number" }, number(degree)), h("td", {}, more));
    row.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      const { left, bottom } = more.getBoundingClientRect();
      can.menu(node.id, event.clientX ? { x: event.clientX, y: event.clientY } : { x: left, y: bottom });
    });
    return row;
  }

  private line(edge: GraphEdge): HTMLTableRowElement {
    const end = (id: string): HTMLElement | string => {
      const node = this.store.nodes.get(id);
      return node ? pickName(node, () => this.can.select({ node: id })) : id;
    };
    const roles = roleText(edge.roles);
    return h("tr", {}, h("td", {}, end(edge.source)),
      h("td", {}, h("button", { type: "button", class: "canvas-how", click: () => this.can.select({ edge: edge.id }) }, verb(edge)),
        roles ? h("span", { class: "note" }, " " + roles) : ""),
      h("td", {}, end(edge.target)), h("td", {}, day(edge.date)), h("td", { class: "number" }, number(edge.said ?? edge.evidence?.length ?? 0)));
  }
}

// A Grid is one table: it keeps its rows as long as what they say stays the same, so that focus is not lost.
class Grid<T extends { id: string }> {
  readonly element: HTMLElement;
  private readonly body = h("tbody");
  private readonly heading: HTMLElement;
  private readonly foot = h("p", { class: "note" });
  private most = MOST_ROWS;
  private again: () => void = () => undefined;

  constructor(level: Level, private readonly title: string, columns: string[]) {
    const id = newId("table");
    this.heading = h(level, { id }, title);
    this.element = h("section", { "aria-labelledby": id }, this.heading,
      h("div", { class: "scroll", tabindex: "0", role: "group", "aria-labelledby": id },
        h("table", {}, h("thead", {}, h("tr", {}, ...columns.map((c) => h("th", { scope: "col" }, c)))), this.body)),
      this.foot);
  }

  draw(items: T[], row: (item: T) => HTMLTableRowElement): void {
    this.again = () => this.draw(items, row);
    const focus = this.focusPlace();
    this.heading.replaceChildren(`${this.title} `, h("span", { class: "n" }, number(items.length)));
    const rows = items.slice(0, this.most).map((item) => {
      const element = row(item);
      element.dataset["id"] = item.id;
      return element;
    });
    this.body.replaceChildren(...rows);
    const left = items.length - rows.length;
    this.foot.replaceChildren(...(left > 0 ? [`The first ${number(rows.length)} of ${count(items.length, "row")}. `, button("Show more rows", () => this.more())] : []));
    this.refocus(focus);
  }

  // select marks the row of what is selected, and brings it into sight inside its box unless someone is at work there.
  select(id: string | undefined): void {
    for (const row of this.body.rows) {
      const chosen = row.dataset["id"] === id;
      if (chosen === row.classList.contains("selected")) continue;
      row.classList.toggle("selected", chosen);
      row.querySelector(".pick, .canvas-how")?.setAttribute("aria-pressed", String(chosen));
      const box = this.body.closest(".scroll");
      if (chosen && box && !box.contains(document.activeElement)) box.scrollTop = row.offsetTop - box.clientHeight / 2;
    }
  }

  private more(): void {
    const chosen = this.body.querySelector<HTMLElement>("tr.selected")?.dataset["id"];
    this.most += 1000;
    this.again();
    this.select(chosen);
  }

  private focusPlace(): { id: string; nth: number; row: number } | undefined {
    const active = document.activeElement;
    const row = active instanceof HTMLElement && this.body.contains(active) ? active.closest("tr") : null;
    if (!row || !active) return undefined;
    return { id: row.dataset["id"] ?? "", nth: [...row.querySelectorAll("button")].indexOf(active as HTMLButtonElement), row: row.rowIndex - 1 };
  }

  private refocus(place: { id: string; nth: number; row: number } | undefined): void {
    if (!place) return;
    const rows = [...this.body.rows];
    const row = rows.find((r) => r.dataset["id"] === place.id) ?? rows[Math.min(place.row, rows.length - 1)];
    row?.querySelectorAll("button")[place.nth]?.focus({ preventScroll: true });
  }
}
