// A plan as a tree, each step above those it takes its rows from; a bar tells its share of the time, or of the store hits.
import { h } from "../canvas/dom";
import type { Step } from "./answer";

const number = new Intl.NumberFormat("en");

const total = (step: Step, of: (s: Step) => number): number => of(step) + (step.children ?? []).reduce((sum, child) => sum + total(child, of), 0);

function figures(step: Step): string {
  const parts = [];
  if (step.rows !== undefined) parts.push(`rows ${number.format(step.rows)}`);
  if (step.dbHits !== undefined) parts.push(`store hits ${number.format(step.dbHits)}`);
  if (step.nanos !== undefined) parts.push(`${(step.nanos / 1e6).toFixed(3)} ms`);
  return [...parts, `estimated ${number.format(Math.round(step.estimatedRows))}`].join(", ");
}

function item(step: Step, share: (s: Step) => number): HTMLLIElement {
  const bar = h("span", { class: "share" });
  bar.style.width = `${Math.round(share(step) * 100)}%`;
  return h("li", {}, h("details", { open: true },
    h("summary", {}, h("span", { class: "operator" }, step.operator), " ", step.details ? h("code", {}, step.details.slice(0, 300)) : "", " ", h("span", { class: "n" }, figures(step)), bar),
    step.children && h("ol", {}, ...step.children.map((child) => item(child, share)))));
}

export function planTree(plan: Step): HTMLElement {
  const timed = total(plan, (s) => s.nanos ?? 0) > 0;
  const of = (s: Step) => (timed ? s.nanos : s.dbHits) ?? 0;
  const all = total(plan, of);
  return h("ol", { class: "plan" }, item(plan, (s) => (all > 0 ? of(s) / all : 0)));
}
