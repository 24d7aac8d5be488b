import { pathHref, wayLabel, waysOf, type Actions } from "./actions";
import { clean, clock, count, day, roleText, safeHref, tellingFirst, verb, verbHere, type Evidence, type GraphEdge, type GraphNode } from "./data";
import { button, h, type Level } from "./dom";
import { pickName, refName } from "./refname";
import type { Store } from "./store";
import type { View } from "./view";

const MOST_LINES = 40;

// The panel tells of what is selected, with the evidence.
export class Panel {
  readonly element = h("aside", { class: "canvas-panel", "aria-label": "Selected" });

  constructor(private readonly store: Store, private readonly can: Actions, private readonly simple: boolean, private readonly level: Level) {}

  draw(selected: { node?: string; edge?: string }, view: View): void {
    const node = selected.node ? this.store.nodes.get(selected.node) : undefined;
    const edge = selected.edge ? this.store.edges.get(selected.edge) : undefined;
    const parts = node ? this.node(node, view) : edge ? this.edge(edge) : [this.nothing()];
    this.element.replaceChildren(...parts);
  }

  private nothing(): HTMLElement {
    return h("p", { class: "empty" }, "Select a thing or a line, in the picture or in the table, to see what was said and where. A right click opens what can be done with it.");
  }

  private node(node: GraphNode, view: View): (Node | string)[] {
    const { store, can } = this;
    const act = h("p", { class: "canvas-acts" },
      button(view.pinned.includes(node.id) ? "Unpin" : "Pin", () => can.pin(node.id)),
      button(view.hidden.includes(node.id) ? "Show again" : "Hide", () => (view.hidden.includes(node.id) ? can.unhide([node.id]) : can.hide(node.id))),
      store.leaves(node.id, view).length > 0 && button("Collapse", () => can.collapse(node.id)),
      button("Remove", () => can.remove(node.id)));
    const path = pathHref(node.id, undefined);
    if (path) act.append(h("a", { href: path }, "Path to here"));
    const ways = waysOf(node, store, view).map((way) => h("li", {},
      way.shown < way.total ? button(wayLabel(way), () => can.expand(node.id, way.kind)) : h("span", { class: "note" }, wayLabel(way))));
    if (this.simple) ways.push(h("li", {}, button("Expand", () => can.expand(node.id))));
    const present = new Set(view.ids);
    const lines = store.edgesOf(node.id).filter((e) => present.has(e.source) && present.has(e.target)).sort(tellingFirst);
    return [
      h("p", { class: "meta cap" }, node.kind === "other" ? "thing" : node.kind), h(this.level, {}, refName(node)),
      ways.length ? h("ul", { class: "canvas-ways" }, ...ways) : "", act,
      lines.length ? h("p", { class: "canvas-number" }, count(lines.length, "line")) : "",
      h("ul", { class: "canvas-lines" }, ...lines.slice(0, MOST_LINES).map((e) => this.line(node, e))),
      lines.length > MOST_LINES ? h("p", { class: "note" }, `${count(lines.length - MOST_LINES, "more line")} in the table.`) : "",
    ];
  }

  private line(from: GraphNode, edge: GraphEdge): HTMLElement {
    const outgoing = edge.source === from.id;
    const other = this.store.nodes.get(outgoing ? edge.target : edge.source);
    const how = h("button", { type: "button", class: "canvas-how", click: () => this.can.select({ edge: edge.id }) }, outgoing ? verb(edge) : verbHere(edge));
    const name = other ? pickName(other, () => this.can.select({ node: other.id })) : "";
    return h("li", {}, ...(outgoing ? [how, " ", name] : [name, " ", how]), statusNote(edge));
  }

  private edge(edge: GraphEdge): (Node | string)[] {
    const [source, target] = [this.store.nodes.get(edge.source), this.store.nodes.get(edge.target)];
    if (!source || !target) return [];
    const evidence = edge.evidence ?? [];
    const more = (edge.said ?? evidence.length) - evidence.length;
    return [
      h("p", { class: "meta" }, "Line"),
      h(this.level, { class: "canvas-sentence" }, pickName(source, () => this.can.select({ node: source.id })), ` ${verb(edge)} `,
        pickName(target, () => this.can.select({ node: target.id }))),
      claim(edge),
      ...evidence.map((e) => passage(e, edge)),
      more > 0 ? h("p", { class: "note" }, `${count(more, "more statement")} on the pages of the two.`) : "",
      evidence.length === 0 ? h("p", { class: "empty" }, edge.type === "PART_OF" ? "The episode belongs to this show." : "No passage came with this line.") : "",
    ];
  }
}

const statusNote = (edge: GraphEdge): HTMLElement | string => {
  const words = [roleText(edge.roles), edge.type === "WORKED_AT" && edge.date ? `as of ${day(edge.date)}` : ""].filter(Boolean).join(", ");
  return words ? h("span", { class: "note" }, " " + words) : "";
};

const STATUS: Record<string, string> = { current: "works there", former: "worked there before", unknown: "no time said" };

function claim(said: { status?: string; roles?: string[]; date?: string }): HTMLElement | "" {
  if (!said.status && !said.roles?.length) return "";
  return h("p", { class: "claim" },
    said.status ? h("span", { class: `status ${said.status in STATUS ? said.status : "unknown"}` }, STATUS[said.status] ?? clean(said.status)) : "",
    said.roles?.length ? h("span", { class: "roles" }, h("bdi", {}, roleText(said.roles))) : "",
    said.date ? h("span", { class: "as-of" }, `as of ${day(said.date)}`) : "");
}

function passage(e: Evidence, edge: GraphEdge): HTMLElement {
  const href = safeHref(e.href);
  const title = h("bdi", {}, clean(e.title));
  return h("figure", { class: "evidence" },
    e.status && (e.status !== edge.status || e.date !== edge.date) ? claim(e) : "",
    h("blockquote", { dir: "auto" }, h("p", {}, h("mark", {}, clean(e.quote)))),
    h("figcaption", {}, href ? h("a", { class: "ref episode", href }, title) : h("span", { class: "ref episode" }, title),
      day(e.date) ? h("span", {}, day(e.date)) : "", e.at !== undefined ? h("span", { class: "time" }, h("span", { class: "sr" }, "at "), clock(e.at)) : ""));
}
