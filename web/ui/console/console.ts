// The console's parts, tied together.
import { button, h } from "../canvas/dom";
import { ask, type Answer, exact, type Problem, type Table } from "./answer";
import { Editor, type Mark } from "./editor";
import { Fields, type Params } from "./fields";
import { begins, parameters } from "./scan";
import { answerOf, type Around, faultOf, summary } from "./show";
import { Side } from "./side";

export class Console {
  private readonly editor: Editor;
  private readonly fields: Fields;
  private readonly side: Side | undefined;
  private readonly answer = document.querySelector<HTMLElement>("#answer") ?? h("div");
  private readonly said = h("p", { class: "sr", role: "status" });
  private readonly clock = h("span", { class: "note clock", "aria-hidden": "true" });
  private readonly cancel = button("Cancel", () => this.stop(), { hidden: true, title: "Esc" });
  private readonly tools = h("p", { class: "buttons small" });
  private running: AbortController | undefined;

  constructor(private readonly form: HTMLFormElement) {
    const area = form.querySelector<HTMLTextAreaElement>("#statement") as HTMLTextAreaElement;
    this.fields = new Fields(form.querySelector("#parameters") as HTMLFieldSetElement, () => this.edited());
    this.editor = new Editor(area, { run: () => void this.run("1"), changed: () => this.edited() });
    const panel = document.querySelector<HTMLElement>("#saved");
    if (panel) this.side = new Side(panel, { open: (q, params, title) => this.open(q, params, title), current: () => ({ q: this.editor.text, params: this.fields.values }) });
    this.answer.before(this.said);
    form.querySelector(".buttons")?.append(this.cancel, this.clock);
    form.querySelector(".buttons .permalink")?.remove();
    form.append(this.tools);
    this.showTools();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.run((event.submitter as HTMLButtonElement | null)?.value || "1");
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) void this.run("1");
    });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !event.defaultPrevented) this.stop(); });
    addEventListener("popstate", () => location.reload());
    this.takeOver();
  }

  // takeOver shows what the server answered already as if it had been asked from here.
  private takeOver(): void {
    const data = document.querySelector("#answer-data")?.textContent;
    if (data) this.show({ table: exact(data) as Table }, 0);
    const { line, column, detail, code, wrong, suggestion } = document.querySelector<HTMLElement>("#fault")?.dataset ?? {};
    if (!line) return;
    const problem: Problem = { title: "", status: 0, detail: detail ?? "", line: Number(line), column: Number(column) };
    this.show({ problem: { ...problem, ...(code ? { code } : {}), ...(wrong && suggestion ? { wrong, suggestion } : {}) } }, 0);
  }

  private edited(): void {
    this.fields.show(parameters(this.editor.text));
    this.editor.mark([]);
  }

  private open(q: string, params: Params, title: string): void {
    this.editor.text = q;
    this.fields.show(parameters(q), params);
    this.form.querySelector(".opened")?.remove();
    if (title) this.form.prepend(h("p", { class: "opened" }, h("strong", {}, title)));
    this.editor.focus();
  }

  // address holds the statement and its parameters, as the form sends them without a script.
  private address(path: string, more: Record<string, string>): string {
    const values = new URLSearchParams({ q: this.editor.text });
    for (const [name, { type, value }] of Object.entries(this.fields.values)) {
      values.set(`t.${name}`, type);
      values.set(`p.${name}`, value);
    }
    for (const [key, value] of Object.entries(more)) values.set(key, value);
    return `${path}?${values}`;
  }

  private async run(mode: string): Promise<void> {
    this.running?.abort();
    const given = this.fields.json();
    if ("wrong" in given) return this.show({ problem: { title: "", status: 400, detail: given.wrong } }, 0);
    if (this.editor.text.trim() === "") return this.editor.focus();
    const running = (this.running = new AbortController());
    this.editor.mark([]);
    this.said.textContent = "Running…";
    this.cancel.hidden = false;
    const from = performance.now();
    const tick = setInterval(() => { this.clock.textContent = `${((performance.now() - from) / 1000).toFixed(1)} s`; }, 100);
    const before = begins(mode, this.editor.text);
    try {
      const answer = await ask(before + this.editor.text, given.text, running.signal);
      history.pushState(null, "", this.address("/console", { run: mode }));
      this.side?.ran({ q: this.editor.text, params: this.fields.values, at: new Date().toISOString() });
      this.show(answer, before === "" ? 0 : 1);
    } catch {
      if (this.running === running) this.said.textContent = "Cancelled.";
    } finally {
      clearInterval(tick);
      if (this.running === running) {
        this.running = undefined;
        this.cancel.hidden = true;
        this.clock.textContent = this.said.textContent === "Cancelled." ? "Cancelled." : "";
      }
    }
  }

  private stop(): void { this.running?.abort(); }

  // show puts the answer in place; lines is how many were put before the statement.
  private show(answer: Answer, lines: number): void {
    const around: Around = {
      canvas: this.form.dataset.canvas ?? "", say: (text) => { this.said.textContent = text; }, mend: (mark) => this.editor.replace(mark),
      exports: ["csv", "json", "ndjson"].map((format) => [format.toUpperCase(), this.address("/console/export", { format })]),
    };
    if ("table" in answer) {
      const marks = (answer.table.notices ?? []).map((n): Mark => ({ ...n, line: (n.line ?? 0) - lines, column: n.column ?? 1, severity: "warning" }));
      this.editor.mark(marks);
      this.answer.replaceChildren(answerOf(answer.table, marks, around));
      this.said.textContent = summary(answer.table);
      return;
    }
    this.fault(answer.problem, lines, around);
  }

  private fault(problem: Problem, lines: number, around: Around): void {
    const moved = { ...problem, ...(problem.line ? { line: Math.max(problem.line - lines, 1) } : {}) };
    const mark: Mark | undefined = moved.line ? { ...moved, line: moved.line, column: moved.column ?? 1, message: moved.detail, severity: "error" } : undefined;
    if (mark) this.editor.mark([mark]);
    this.answer.replaceChildren(faultOf(moved, mark, around));
    this.said.textContent = `${problem.detail} ${mark ? `Line ${mark.line}, column ${mark.column}.` : ""}`;
  }

  // showTools offers a link to the statement, and the same question for other tools.
  private showTools(): void {
    const choice = h("select", { id: "copy-as" }, h("option", { value: "" }, "Copy as…"));
    const fill = async (): Promise<void> => {
      const response = await fetch(this.address("/console/as", {}));
      if (!response.ok) {
        this.said.textContent = ((await response.json()) as Problem).detail;
        return;
      }
      const { results } = (await response.json()) as { results: { name: string; text: string }[] };
      const found = results.find((r) => r.name === choice.value);
      choice.value = "";
      if (!found) return;
      await navigator.clipboard.writeText(found.text);
      this.said.textContent = this.clock.textContent = `Copied for ${found.name}.`;
    };
    for (const name of (this.form.dataset.tools ?? "").split(",")) choice.append(h("option", {}, name));
    choice.addEventListener("change", () => void fill());
    const link = button("Copy link", () => {
      void navigator.clipboard.writeText(new URL(this.address("/console", { run: "1" }), location.href).href).then(() => { this.said.textContent = this.clock.textContent = "The link is on the clipboard."; });
    });
    this.tools.append(link, h("label", { class: "sr", for: choice.id }, "Copy the statement for another tool"), choice,
      h("span", { class: "note" }, "Ctrl-Enter runs, Esc cancels, Tab leaves the editor."));
  }
}
