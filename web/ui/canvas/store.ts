import { clean, type GraphData, type GraphEdge, type GraphNode, type Kind } from "./data";
import type { View } from "./view";

// What of the loaded facts a view draws.
export interface Shown {
  nodes: GraphNode[];
  edges: GraphEdge[];
  filtered: number; // nodes in the view that its filters leave out
  total: number; // what is in the view and what it could still be expanded by
}

// A store keeps every fact that was loaded, whether it is drawn or not, so that going back asks nobody.
export class Store {
  readonly nodes = new Map<string, GraphNode>();
  readonly edges = new Map<string, GraphEdge>();
  private readonly touching = new Map<string, Set<string>>(); // edges by node

  add(data: GraphData): void {
    for (const node of data.nodes) {
      const before = this.nodes.get(node.id);
      this.nodes.set(node.id, { ...before, ...node, name: clean(node.name) });
    }
    for (const edge of data.edges) {
      if (!this.nodes.has(edge.source) || !this.nodes.has(edge.target)) continue;
      this.edges.set(edge.id, edge);
      for (const end of [edge.source, edge.target]) {
        const ids = this.touching.get(end) ?? new Set<string>();
        this.touching.set(end, ids.add(edge.id));
      }
    }
  }

  name(id: string): string {
    return this.nodes.get(id)?.name ?? id;
  }

  edgesOf(id: string): GraphEdge[] {
    return [...(this.touching.get(id) ?? [])].flatMap((edge) => this.edges.get(edge) ?? []);
  }

  // neighbours of a node that are in the picture.
  neighbours(id: string, view: View): Set<string> {
    const present = new Set(view.ids);
    const found = new Set<string>();
    for (const edge of this.edgesOf(id)) {
      const other = edge.source === id ? edge.target : edge.source;
      if (other !== id && present.has(other)) found.add(other);
    }
    return found;
  }

  // neighboursOf counts those of one kind that are in the picture.
  neighboursOf(id: string, kind: Kind, view: View): number {
    let n = 0;
    for (const other of this.neighbours(id, view)) if (this.nodes.get(other)?.kind === kind) n++;
    return n;
  }

  // leaves are the neighbours that hang on this node alone: what collapsing it takes away.
  leaves(id: string, view: View): string[] {
    return [...this.neighbours(id, view)].filter((other) => !view.pinned.includes(other) && this.neighbours(other, view).size === 1);
  }

  shown(view: View): Shown {
    const off = new Set(view.off);
    const hidden = new Set(view.hidden);
    const pinned = new Set(view.pinned);
    const present = new Set(view.ids.filter((id) => this.nodes.has(id)));
    const allowed = (id: string): boolean => present.has(id) && !hidden.has(id) && !off.has(this.nodes.get(id)?.kind ?? "");
    const tied = new Set<string>(); // has a line that the filters take away
    const held = new Set<string>(); // has a line that is drawn
    const edges: GraphEdge[] = [];
    for (const edge of this.edges.values()) {
      if (!present.has(edge.source) || !present.has(edge.target)) continue;
      if (!passes(edge, off, view)) {
        tied.add(edge.source).add(edge.target);
      } else if (allowed(edge.source) && allowed(edge.target)) {
        edges.push(edge);
        held.add(edge.source).add(edge.target);
      }
    }
    const nodes: GraphNode[] = [];
    let filtered = 0;
    for (const id of present) {
      if (hidden.has(id)) continue;
      const node = this.nodes.get(id);
      if (node && allowed(id) && (held.has(id) || !tied.has(id) || pinned.has(id))) nodes.push(node);
      else filtered++;
    }
    return { nodes, edges, filtered, total: present.size + this.unloaded(view) };
  }

  // unloaded counts what expanded nodes have besides what is in the picture.
  private unloaded(view: View): number {
    let n = 0;
    for (const [key, total] of Object.entries(view.totals)) {
      const [id = "", kind = ""] = key.split(" ");
      if (view.ids.includes(id)) n += Math.max(0, total - this.neighboursOf(id, kind as Kind, view));
    }
    return n;
  }
}

// passes tells whether a line is drawn under the filters. With dates set, what has no date is left out.
function passes(edge: GraphEdge, off: Set<string>, view: View): boolean {
  if (off.has(edge.type) || (edge.status && off.has(edge.status))) return false;
  if (!view.from && !view.until) return true;
  const dates = [edge.date, ...(edge.evidence ?? []).map((e) => e.date)];
  return dates.some((date) => date !== undefined && date.slice(0, 10) >= view.from && (!view.until || date.slice(0, 10) <= view.until));
}
