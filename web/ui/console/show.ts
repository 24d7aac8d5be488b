// An answer, or what went wrong, below the form.
import type * as canvas from "../canvas";
import { button, h } from "../canvas/dom";
import type { Problem, Table } from "./answer";
import type { Mark } from "./editor";
import { graphOf } from "./picture";
import { planTree } from "./plan";
import { Rows, tsv } from "./table";
import { tabs } from "./tabs";

const number = new Intl.NumberFormat("en");
const rowsOf = (n: number): string => `${number.format(n)} ${n === 1 ? "row" : "rows"}`;

export interface Around {
  canvas: string; // the address of canvas.js
  exports: [string, string][]; // names and addresses of files with all rows
  say: (text: string) => void; // to the live region
  mend: (mark: Mark) => void;
}

// summary tells what came, and that there is more.
export function summary(t: Table): string {
  const n = t.rows.length;
  if (t.truncated) return `The first ${rowsOf(n)} in ${t.ms} ms. The statement has more: a LIMIT or a WHERE narrows it; the files hold all rows.`;
  if (n === 0 && t.plan && t.plan.rows === undefined) return "The plan; nothing ran.";
  return n === 0 ? `The statement ran in ${t.ms} ms and found nothing.` : `${rowsOf(n)} in ${t.ms} ms.`;
}

export function answerOf(t: Table, marks: Mark[], around: Around): HTMLElement {
  const copied = (what: string) => around.say(`${what} is on the clipboard.`);
  const copy = (text: () => string, what: string) => button(`Copy ${what}`, () => void navigator.clipboard.writeText(text()).then(() => copied(what)));
  const panels: [string, HTMLElement][] = [];
  if (t.rows.length > 0) {
    const rows = new Rows(t, copied);
    const objects = () => JSON.stringify(t.rows.map((row) => Object.fromEntries(t.columns.map((c, i) => [c, row[i] ?? null]))), null, 2);
    panels.push(["Table", h("div", {}, rows.element, h("p", { class: "buttons small" }, copy(() => tsv(t.columns, rows.shown), "as TSV"),
      h("span", { class: "note" }, "In the table, arrow keys move and Ctrl-C copies a cell.")))]);
    panels.push(["Graph", h("div", { class: "graph" })]);
    panels.push(["JSON", h("div", {}, h("pre", { class: "json", tabindex: "0", "aria-label": "Rows as JSON" }, h("code", {}, objects())), h("p", { class: "buttons small" }, copy(objects, "as JSON")))]);
  }
  if (t.plan) panels.push(["Plan", h("div", {}, planTree(t.plan))]);
  const draw = once((root: HTMLElement) => void picture(root, t, around.canvas));
  const shown = (i: number) => { if (panels[i]?.[0] === "Graph") draw(panels[i][1]); };
  const files = h("p", { class: "note exports" }, "All rows as a file: ", ...around.exports.flatMap(([name, href], i) => [i > 0 ? ", " : "", h("a", { href, rel: "nofollow", download: true }, name)]));
  return h("section", { class: "section", id: "result", "aria-labelledby": "result-h" },
    h("header", {}, h("h2", { id: "result-h", tabindex: "-1" }, "Answer"), h("p", { class: "note" }, summary(t))),
    ...marks.map((m) => remark(m, around)),
    t.rows.length === 0 && !t.plan ? h("p", { class: "empty" }, "It would have returned ", ...t.columns.flatMap((c, i) => [i > 0 ? ", " : "", h("code", {}, c)]), ".") : null,
    panels.length > 0 ? tabs("How to see the answer", panels, t.plan ? panels.length - 1 : 0, shown).element : null,
    t.rows.length > 0 ? files : null);
}

function once<T>(act: (of: T) => void): (of: T) => void {
  let done = false;
  return (of) => {
    if (!done) act(of);
    done = true;
  };
}

const suggestion = (m: Mark, around: Around) =>
  m.suggestion ? [" Did you mean ", h("code", {}, m.suggestion), "? ", button(`Use ${m.suggestion}`, () => around.mend(m), { class: "small" })] : [];

const remark = (m: Mark, around: Around): HTMLElement => h("p", { class: "notice" }, m.message, ...suggestion(m, around));

async function picture(root: HTMLElement, t: Table, address: string): Promise<void> {
  const { data, loose } = graphOf(t.rows);
  if (data.nodes.length === 0) {
    root.append(h("p", { class: "empty" }, "No row holds a node. Return nodes, relationships or paths, as in ", h("code", {}, "MATCH p = (:Person)-[:CREATED]->() RETURN p LIMIT 50"), "."));
    return;
  }
  if (loose > 0) root.append(h("p", { class: "note" }, `${number.format(loose)} ${loose === 1 ? "relationship has" : "relationships have"} an end that no row holds; return both nodes to see them.`));
  const place = h("div", { class: "canvas" });
  root.append(place);
  try {
    const { show } = (await import(address)) as typeof canvas;
    show(place, data);
  } catch {
    place.replaceWith(h("p", { class: "empty" }, "The picture cannot be drawn here; the table holds the same."));
  }
}

export function faultOf(p: Problem, mark: Mark | undefined, around: Around): HTMLElement {
  const titles: Record<number, string> = { 429: "The console is busy", 504: "The statement took too long" };
  const title = /TransactionMemoryLimit|MemoryPool/.test(p.code ?? "") ? "The statement needs too much memory" : titles[p.status];
  return h("section", { class: "section fault", id: "fault" }, h("h2", {}, title ?? "The statement could not run"), h("p", {}, p.detail),
    mark?.suggestion ? h("p", {}, ...suggestion(mark, around)) : null,
    p.line ? h("p", { class: "meta" }, `Line ${p.line}, column ${p.column ?? 1}`) : null, p.code ? h("p", { class: "meta" }, h("code", {}, p.code)) : null);
}
