import { KINDS, plural, verb } from "./data";
import { h } from "./dom";
import type { Palette } from "./palette";
import type { Shown } from "./store";
import { lineStyle } from "./style";

const SVG = "http://www.w3.org/2000/svg";

// drawLegend lists the forms and the lines that are in the picture.
export function drawLegend(list: HTMLElement, shown: Shown, palette: Palette): void {
  const kinds = KINDS.filter((kind) => shown.nodes.some((n) => n.kind === kind)).map((kind) => h("li", { class: `ref ${kind}` }, plural(kind)));
  const seen = new Map<string, HTMLElement>();
  for (const { type, status } of shown.edges) {
    const words = type === "WORKED_AT" && status === "unknown" ? "is tied to, no time said" : verb({ type, status });
    if (!seen.has(words)) seen.set(words, h("li", {}, stroke(lineStyle({ type, status }, palette)), words));
  }
  list.replaceChildren(...kinds, ...[...seen].sort(([a], [b]) => a.localeCompare(b)).slice(0, 12).map(([, item]) => item));
}

function stroke(style: { color: string; size: number; dash: number }): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const line = document.createElementNS(SVG, "line");
  for (const [name, value] of Object.entries({ width: "26", height: "10", "aria-hidden": "true" })) svg.setAttribute(name, value);
  for (const [name, value] of Object.entries({ x1: "0", y1: "5", x2: "26", y2: "5", stroke: style.color, "stroke-width": String(style.size) })) line.setAttribute(name, value);
  if (style.dash) line.setAttribute("stroke-dasharray", `${style.dash}`);
  svg.append(line);
  return svg;
}
