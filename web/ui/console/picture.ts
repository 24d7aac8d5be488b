// The nodes and relationships of an answer as what the canvas draws.
import type { GraphData, GraphEdge, GraphNode } from "../canvas/data";
import { isNode, isPath, isRelationship, nameOf, type NodeValue, pageOf, type PathValue, type RelationshipValue, type Value } from "./value";

const text = (v: Value | undefined): string | undefined => (typeof v === "string" ? v : undefined);

// graphOf gathers what rows hold; loose counts the relationships that have an end which no row holds.
export function graphOf(rows: Value[][]): { data: GraphData; loose: number } {
  const nodes = new Map<string, GraphNode>();
  const found = new Map<string, RelationshipValue>();
  const gather = (v: Value): void => {
    if (isNode(v)) add(v as unknown as NodeValue);
    else if (isRelationship(v)) found.set((v as unknown as RelationshipValue).id, v as unknown as RelationshipValue);
    else if (isPath(v)) {
      const path = v as unknown as PathValue;
      path.nodes.forEach(add);
      path.relationships.forEach((r) => found.set(r.id, r));
    } else if (Array.isArray(v)) v.forEach(gather);
    else if (typeof v === "object" && v !== null) Object.values(v).forEach(gather);
  };
  const add = (node: NodeValue): void => {
    if (nodes.has(node.id)) return;
    const page = pageOf(node);
    nodes.set(node.id, page
      ? { id: `${page.kind}:${page.id}`, kind: page.kind, name: nameOf(node), href: page.href }
      : { id: `row:${nodes.size}`, kind: "other", name: nameOf(node) || node.labels.map((l) => `:${l}`).join("") });
  };
  rows.forEach((row) => row.forEach(gather));
  const edges = [...found.values()].flatMap((r) => edge(r, nodes.get(r.start), nodes.get(r.end)));
  return { data: { nodes: [...nodes.values()], edges, total: nodes.size }, loose: found.size - edges.length };
}

function edge(r: RelationshipValue, source: GraphNode | undefined, target: GraphNode | undefined): GraphEdge[] {
  if (!source || !target) return [];
  const { status, asOf, roles, quote, episode, at } = r.properties;
  const made: GraphEdge = { id: r.id, source: source.id, target: target.id, type: r.type };
  if (text(status)) made.status = text(status);
  if (text(asOf)) made.date = text(asOf);
  if (Array.isArray(roles)) made.roles = roles.filter((role): role is string => typeof role === "string");
  if (text(quote) && text(episode)) {
    made.evidence = [{ quote: text(quote) ?? "", episode: `episode:${text(episode)}`, title: text(episode) ?? "", href: `/episode/${encodeURIComponent(text(episode) ?? "")}`, ...(typeof at === "number" ? { at } : {}) }];
  }
  return [made];
}
