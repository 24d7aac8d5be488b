// What is offered while a statement is typed.
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { type Callable, type Catalog, catalog, type Named, type Property, questions } from "./catalog";
import { KEYWORDS } from "./language";
import { bare, kindsOf, openBracket, parameters, variables } from "./scan";

const names = (all: Named[], type: string): Completion[] => all.map((n) => ({ label: n.name, type }));

const called = (all: Callable[], type: string): Completion[] =>
  all.map((f) => ({ label: f.name, type, detail: f.signature.slice(f.name.length), info: f.description, apply: `${f.name}(`, boost: -1 }));

function properties(of: Named[]): Completion[] {
  const all = new Map<string, Property>();
  for (const p of of.flatMap((n) => n.properties)) all.set(p.name, p);
  return [...all.values()].map((p) => ({ label: p.name, type: "property", detail: p.types.join(" | ") }));
}

// of finds what the catalog has of these labels or types; all where none is known.
function of(known: Catalog, kinds: string[]): Named[] {
  const all = [...known.labels, ...known.relationships];
  const found = all.filter((n) => kinds.includes(n.name));
  return found.length > 0 ? found : all;
}

const result = (from: number, options: Completion[]): CompletionResult => ({ from, options, validFor: /^[\w.]*$/ });

// inside offers what stands within a pattern: labels, types, keys of properties.
function inside(known: Catalog, text: string, before: string, from: number): CompletionResult | undefined {
  const { bracket, at } = openBracket(before);
  if (/[:|&!]\s*$/.test(before) && bracket === "(") return result(from, names(known.labels, "class"));
  if (/[:|&!]\s*$/.test(before) && bracket === "[") return result(from, names(known.relationships, "interface"));
  if (bracket === "{" && /[{,]\s*$/.test(before)) {
    const pattern = before.slice(openBracket(before.slice(0, at)).at, at);
    return result(from, properties(of(known, pattern.split(/\W+/))));
  }
  const owner = /([A-Za-z_]\w*)\.$/.exec(before);
  return owner ? result(from, properties(of(known, kindsOf(text, owner[1] ?? "")))) : undefined;
}

export async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const text = context.state.doc.toString();
  const blank = bare(text.slice(0, context.pos));
  const word = /\$?[\w]*$/.exec(blank)?.[0] ?? "";
  const from = context.pos - word.length;
  const before = blank.slice(0, from);
  if (/^['"`/]/.test(text.slice(0, context.pos).slice(blank.trimEnd().length).trimStart())) return null; // in a string or a comment
  if (word.startsWith("$")) return { from, options: parameters(text).filter((p) => `$${p}` !== word).map((p) => ({ label: `$${p}`, type: "variable" })), validFor: /^\$\w*$/ };
  const known = await catalog();
  const call = /\bCALL\s+([\w.]*)$/i.exec(blank);
  if (call) return result(context.pos - (call[1]?.length ?? 0), called(known.procedures, "method"));
  const within = inside(known, text, before, from);
  if (within) return within;
  if (word === "" && !context.explicit) return null;
  const library = before.trim() !== "" ? [] : (await questions()).map((q): Completion => ({
    label: q.title, type: "text", detail: q.category, info: q.description, boost: -2,
    apply: (view) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: q.text }, selection: { anchor: q.text.length } }),
  }));
  const words = [
    ...variables(text).filter((name) => name !== word).map((label): Completion => ({ label, type: "variable", boost: 2 })),
    ...KEYWORDS.map((label): Completion => ({ label, type: "keyword", boost: 1 })),
    ...called(known.functions, "function"), ...library,
  ];
  return { from, options: words, validFor: /^\w*$/ };
}
