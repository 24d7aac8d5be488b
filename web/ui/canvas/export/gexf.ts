import type { GraphEdge } from "../data";
import { degrees, radius } from "../style";
import type { Drawing } from "./drawing";

const GEXF = "http://gexf.net/1.3";
const VIZ = "http://gexf.net/1.3/viz";

type Columns = [id: string, title: string, type: string][];

const NODE_COLUMNS: Columns = [["kind", "kind", "string"], ["href", "page", "anyURI"]];
const EDGE_COLUMNS: Columns = [
  ["status", "status", "string"], ["date", "as of", "string"], ["roles", "roles", "string"], ["said", "statements", "integer"],
  ["quote", "newest quote", "string"], ["episode", "its episode", "string"],
];

// toGEXF writes the picture for Gephi: GEXF 1.3 with places, sizes and colors.
export function toGEXF({ nodes, edges, place, palette }: Drawing): string {
  const file = document.implementation.createDocument(GEXF, "gexf");
  const root = file.documentElement;
  root.setAttribute("version", "1.3");
  const add = (parent: Element, name: string, attributes: Record<string, string>, space = GEXF): Element => {
    const made = file.createElementNS(space, space === VIZ ? `viz:${name}` : name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, plain(value));
    parent.append(made);
    return made;
  };
  const values = (parent: Element, all: Record<string, string | undefined>): void => {
    const list = add(parent, "attvalues", {});
    for (const [key, value] of Object.entries(all)) if (value) add(list, "attvalue", { for: key, value });
  };
  add(add(root, "meta", {}), "creator", {}).textContent = "guestgraph";
  const graph = add(root, "graph", { defaultedgetype: "directed", mode: "static" });
  for (const [of, columns] of [["node", NODE_COLUMNS], ["edge", EDGE_COLUMNS]] as const) {
    const list = add(graph, "attributes", { class: of });
    for (const [id, title, type] of columns) add(list, "attribute", { id, title, type });
  }
  const degree = degrees(edges);
  const list = add(graph, "nodes", {});
  for (const node of nodes) {
    const made = add(list, "node", { id: node.id, label: node.name });
    values(made, { kind: node.kind, href: node.href });
    const [x, y] = place(node.id);
    const [r, g, b] = [1, 3, 5].map((i) => String(Number.parseInt(palette.kinds[node.kind].slice(i, i + 2), 16)));
    add(made, "color", { r: r ?? "0", g: g ?? "0", b: b ?? "0" }, VIZ);
    add(made, "position", { x: x.toFixed(2), y: y.toFixed(2), z: "0" }, VIZ);
    add(made, "size", { value: radius(degree.get(node.id) ?? 0).toFixed(1) }, VIZ);
  }
  const lines = add(graph, "edges", {});
  for (const edge of edges) values(add(lines, "edge", { id: edge.id, source: edge.source, target: edge.target, label: edge.type, kind: edge.type }), edgeValues(edge));
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(file);
}

const edgeValues = (edge: GraphEdge): Record<string, string | undefined> => ({
  status: edge.status, date: edge.date, roles: edge.roles?.join(", "), said: edge.said ? String(edge.said) : undefined,
  quote: edge.evidence?.[0]?.quote, episode: edge.evidence?.[0]?.title,
});

// plain leaves out what XML 1.0 cannot hold.
const plain = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
