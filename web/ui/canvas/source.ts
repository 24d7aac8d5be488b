import type { GraphData, Kind } from "./data";

// A Source asks the server for pieces of the graph.
export class Source {
  load(ids: string[]): Promise<GraphData> {
    return ask("/api/v1/graph", { ids: ids.join(",") });
  }

  // neighbours are those of one kind that are not in the picture yet, with what ties them to it.
  neighbours(of: string, kind: Kind, known: string[]): Promise<GraphData> {
    return ask("/api/v1/graph/neighbours", { of, kind, with: known.join(",") });
  }

  // beside is one node with what ties it to those in the picture.
  async beside(id: string, known: string[]): Promise<GraphData> {
    const { nodes, edges } = await this.load([...known, id]);
    return { nodes: nodes.filter((n) => n.id === id), edges };
  }

  // find is the ref of what is most likely meant by a name.
  async find(name: string): Promise<string | undefined> {
    const { results } = await ask<{ results: { type: string; id: string }[] }>("/api/v1/search", { q: name, limit: "1" });
    const [hit] = results;
    return hit && `${hit.type}:${hit.id}`;
  }
}

async function ask<T>(path: string, query: Record<string, string>): Promise<T> {
  const text = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":")}`).join("&");
  const response = await fetch(`${path}?${text}`, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}
