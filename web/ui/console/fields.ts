// The typed form of the statement's $parameters.
import { h } from "../canvas/dom";
import { attach } from "../typeahead";

export interface Given { type: string; value: string; doc?: string; kind?: string }
export type Params = Record<string, Given>;

const TYPES = ["string", "number", "boolean", "list", "map"];
const KINDS: Record<string, string> = { person: "person", guest: "person", host: "person", company: "company", employer: "company", technology: "technology", show: "show" };
const EXAMPLES: Record<string, string> = { number: "12 or 0.5", boolean: "true or false", list: '["a", "b"]', map: '{"name": "a"}' };

// json is the text of a field as JSON; undefined when it is not of its type.
export function json({ type, value }: Given): string | undefined {
  const text = value.trim();
  if (type === "string") return JSON.stringify(value);
  if (type === "number") return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? text : undefined;
  if (type === "boolean") return /^(true|false)$/.test(text) ? text : undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    const fits = type === "list" ? Array.isArray(parsed) : typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
    return fits ? text : undefined;
  } catch {
    return undefined;
  }
}

export class Fields {
  constructor(private readonly set: HTMLFieldSetElement, changed: () => void) {
    set.addEventListener("input", changed);
    set.addEventListener("change", changed);
  }

  private get rows(): HTMLElement[] { return [...this.set.querySelectorAll<HTMLElement>(".parameter")]; }

  private input(row: HTMLElement): HTMLInputElement | null { return row.querySelector<HTMLInputElement>("input[name^='p.']"); }

  get values(): Params {
    return Object.fromEntries(this.rows.map((row) => {
      const input = this.input(row);
      return [input?.name.slice(2) ?? "", { type: row.querySelector("select")?.value ?? "string", value: input?.value ?? "" }];
    }));
  }

  // show has one field for each name, in order; those that are there keep what was typed into them.
  show(names: string[], given: Params = {}): void {
    const old = new Map(this.rows.map((row) => [this.input(row)?.name.slice(2) ?? "", row]));
    const wanted = names.map((name) => {
      const row = given[name] ? undefined : old.get(name);
      return row ?? this.make(name, given[name] ?? { type: "string", value: "" });
    });
    for (const row of this.rows) if (!wanted.includes(row)) row.remove();
    wanted.forEach((row) => row.parentElement ?? this.set.append(row));
    this.set.hidden = names.length === 0;
  }

  private make(name: string, { type, value, doc, kind = KINDS[name] }: Given): HTMLElement {
    const input = h("input", { id: `p-${name}`, name: `p.${name}`, value, autocomplete: "off", spellcheck: "false", "aria-describedby": doc ? `d-${name}` : undefined });
    const select = h("select", { name: `t.${name}`, "aria-label": `Type of $${name}` }, ...TYPES.map((t) => h("option", { selected: t === type }, t)));
    const row = h("div", { class: "parameter" }, h("label", { for: input.id }, `$${name}`), select, input, doc && h("span", { class: "note", id: `d-${name}` }, doc));
    this.set.append(row);
    if (kind && type === "string") attach(input, { kinds: kind, phrases: 0 });
    return row;
  }

  // json is all as the text of a JSON object; or what is wrong, with the field at fault in focus.
  json(): { text: string } | { wrong: string } {
    const entries: string[] = [];
    for (const row of this.rows) {
      const input = this.input(row);
      if (!input) continue;
      const given = { type: row.querySelector("select")?.value ?? "string", value: input.value };
      const text = json(given);
      input.toggleAttribute("aria-invalid", text === undefined);
      if (text === undefined) {
        input.setAttribute("aria-invalid", "true");
        input.focus();
        return { wrong: `$${input.name.slice(2)} is no ${given.type}: write it as in ${EXAMPLES[given.type] ?? ""}.` };
      }
      entries.push(`${JSON.stringify(input.name.slice(2))}:${text}`);
    }
    return { text: `{${entries.join(",")}}` };
  }
}
