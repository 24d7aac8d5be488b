import { shorten, type GraphNode, type Kind } from "../data";
import { degrees, lineStyle, radius } from "../style";
import type { Place } from "../view";
import type { Drawing } from "./drawing";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 1600;

type Attributes = Record<string, string | number>;

function element(name: string, attributes: Attributes, text?: string): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

// toSVG writes the whole picture, with every name, as a file of its own: no style sheet, no script.
export function toSVG(drawing: Drawing): { text: string; width: number; height: number } {
  const { nodes, edges, palette } = drawing;
  const { at, height } = frame(nodes.map((n) => drawing.place(n.id)));
  const spot = (id: string): Place => at(drawing.place(id));
  const degree = degrees(edges);
  const svg = element("svg", { xmlns: SVG, viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, "font-family": "system-ui, sans-serif", "font-size": 14 });
  svg.append(element("rect", { width: WIDTH, height, fill: palette.paper }));
  for (const edge of edges) {
    const [x1, y1] = spot(edge.source);
    const [x2, y2] = spot(edge.target);
    const style = lineStyle(edge, palette);
    svg.append(element("line", { x1, y1, x2, y2, stroke: style.color, "stroke-width": style.size, ...(style.dash ? { "stroke-dasharray": style.dash } : {}) }));
  }
  for (const node of nodes) {
    const [x, y] = spot(node.id);
    svg.append(form(node, x, y, radius(degree.get(node.id) ?? 0), palette.kinds[node.kind]));
  }
  for (const node of nodes) {
    const [x, y] = spot(node.id);
    const size = radius(degree.get(node.id) ?? 0);
    svg.append(element("text", { x: x + size + 4, y: y + 5, fill: palette.ink, stroke: palette.paper, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" }, shorten(node.name, 42)));
  }
  return { text: new XMLSerializer().serializeToString(svg), width: WIDTH, height };
}

// frame maps the graph's places, whose y grows upwards, to the file's.
function frame(places: Place[]): { at: (place: Place) => Place; height: number } {
  const xs = places.map(([x]) => x);
  const ys = places.map(([, y]) => y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = (WIDTH - 420) / Math.max(right - left, (high - low) * 0.8, 1);
  const round = (n: number): number => Math.round(n * 10) / 10;
  return { at: ([x, y]) => [round(60 + (x - left) * scale), round(60 + (high - y) * scale)], height: Math.round(120 + (high - low) * scale) };
}

function form({ kind, name }: GraphNode, x: number, y: number, r: number, fill: string): SVGElement {
  const made = shapeOf(kind, x, y, r, fill);
  made.append(element("title", {}, name));
  return made;
}

function shapeOf(kind: Kind, x: number, y: number, r: number, fill: string): SVGElement {
  const corners = (points: Place[]): string => points.map(([dx, dy]) => `${(x + dx * r).toFixed(1)},${(y + dy * r).toFixed(1)}`).join(" ");
  switch (kind) {
    case "company":
      return element("rect", { x: x - r * 0.82, y: y - r * 0.82, width: r * 1.64, height: r * 1.64, fill });
    case "technology":
      return element("polygon", { points: corners([[0, -1.07], [1.07, 0], [0, 1.07], [-1.07, 0]]), fill });
    case "episode":
      return element("polygon", { points: corners([[-0.72, -0.95], [1, 0], [-0.72, 0.95]]), fill });
    case "show": {
      const bars = element("g", { fill });
      for (const top of [-0.82, -0.18, 0.46]) bars.append(element("rect", { x: x - r * 0.82, y: y + top * r, width: r * 1.64, height: r * 0.36 }));
      return bars;
    }
    case "other":
      return element("circle", { cx: x, cy: y, r: r * 0.7, fill: "none", stroke: fill, "stroke-width": r * 0.5 });
    case "person":
      return element("circle", { cx: x, cy: y, r: r * 0.94, fill });
  }
}
