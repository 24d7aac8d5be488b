// Rows as a table: sorted by a click on a column, walked by arrow keys, copied by cell or whole.
import { h } from "../canvas/dom";
import type { Table } from "./answer";
import { isNode, type NodeValue, nameOf, pageOf, plainText, textOf, type Value } from "./value";

const most = 600; // characters of a cell

function cell(v: Value): HTMLTableCellElement {
  const td = h("td", { tabindex: "-1" });
  const page = isNode(v) ? pageOf(v as unknown as NodeValue) : undefined;
  const full = typeof v === "string" ? v : page ? nameOf(v as unknown as NodeValue) : textOf(v);
  const text = h("bdi", {}, full.length > most ? `${full.slice(0, most)}…` : full);
  td.className = v === null ? "null" : typeof v === "number" ? "number" : full.length > 60 && !page ? "long" : "";
  td.append(page ? h("a", { class: `ref ${page.kind}`, href: page.href }, text) : text);
  return td;
}

function compare(a: Value, b: Value): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1; // null comes last
  if (typeof a === "number" && typeof b === "number") return a - b;
  return plainText(a).localeCompare(plainText(b), undefined, { numeric: true });
}

// disarmed is a text that no spreadsheet takes for a formula, as in the files of CSV.
const disarmed = (text: string): string => (/^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text);

// tsv is what spreadsheets take from the clipboard.
export const tsv = (columns: string[], rows: Value[][]): string => {
  const cell = (v: Value): string => (typeof v === "string" ? disarmed(v.trimStart()) : plainText(v)).replace(/[\t\r\n]+/g, " ");
  return [columns, ...rows].map((line) => line.map(cell).join("\t")).join("\n");
};

export class Rows {
  readonly element: HTMLElement;
  private readonly body = h("tbody");
  private readonly heads: HTMLTableCellElement[];
  private order: Value[][];
  private by = -1;
  private down = false;

  constructor(private readonly table: Table, private readonly copied: (what: string) => void) {
    this.order = table.rows;
    this.heads = table.columns.map((name, i) => h("th", { scope: "col" }, h("button", { type: "button", class: "sort", click: () => this.sort(i) }, name)));
    const grid = h("table", { role: "grid", "aria-label": "Rows", keydown: (event) => this.key(event as KeyboardEvent) }, h("thead", {}, h("tr", {}, ...this.heads)), this.body);
    this.element = h("div", { class: "scroll" }, grid);
    grid.addEventListener("focusin", (event) => this.walkTo(event.target));
    this.fill();
  }

  get shown(): Value[][] { return this.order; }

  private fill(): void {
    this.body.replaceChildren(...this.order.map((row) => h("tr", {}, ...row.map(cell))));
    this.body.querySelector("td")?.setAttribute("tabindex", "0");
  }

  // sort goes from ascending to descending to the order of the answer.
  private sort(column: number): void {
    if (this.by !== column) [this.by, this.down] = [column, false];
    else if (!this.down) this.down = true;
    else this.by = -1;
    const sign = this.down ? -1 : 1;
    this.order = this.by < 0 ? this.table.rows : [...this.table.rows].sort((a, b) => {
      const [x, y] = [a[column] ?? null, b[column] ?? null];
      return x === null || y === null ? compare(x, y) : sign * compare(x, y);
    });
    this.heads.forEach((head, i) => {
      if (i === this.by) head.setAttribute("aria-sort", this.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    this.fill();
  }

  private walkTo(target: EventTarget | null): void {
    const td = target instanceof Element ? target.closest("td") : null;
    if (!td) return;
    this.body.querySelector("td[tabindex='0']")?.setAttribute("tabindex", "-1");
    td.setAttribute("tabindex", "0");
  }

  private key(event: KeyboardEvent): void {
    const td = event.target instanceof Element ? event.target.closest("td") : null;
    const row = td?.parentElement;
    if (!td || !(row instanceof HTMLTableRowElement)) return;
    const at = td.cellIndex;
    const to = { ArrowLeft: row.cells[at - 1], ArrowRight: row.cells[at + 1], Home: row.cells[0], End: row.cells[row.cells.length - 1],
      ArrowUp: (row.previousElementSibling as HTMLTableRowElement | null)?.cells[at], ArrowDown: (row.nextElementSibling as HTMLTableRowElement | null)?.cells[at] }[event.key];
    if (to) {
      event.preventDefault();
      to.focus();
    } else if (event.key === "Enter" && event.target === td) td.querySelector("a")?.click();
    else if (event.key.toLowerCase() === "c" && (event.ctrlKey || event.metaKey) && getSelection()?.isCollapsed !== false) {
      event.preventDefault();
      void navigator.clipboard.writeText(plainText(this.order[row.sectionRowIndex]?.[at] ?? null)).then(() => this.copied("The cell"));
    }
  }
}
