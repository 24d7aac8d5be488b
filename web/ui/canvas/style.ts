import type { GraphEdge } from "./data";
import { mix, type Palette } from "./palette";

// How a line looks: its color says what ties the two, its dashes how sure the time is.
export interface LineStyle {
  color: string;
  size: number; // pixels
  dash: number; // length of a dash in pixels, 0 for none
}

export function lineStyle(edge: Pick<GraphEdge, "type" | "status">, palette: Palette): LineStyle {
  const { kinds, soft, line, paper } = palette;
  switch (edge.type) {
    case "WORKED_AT":
      return { color: edge.status === "unknown" ? soft : palette.ink, size: edge.status === "current" ? 2.4 : 1.7, dash: dashOf(edge.status) };
    case "CREATED":
    case "MAKES":
      return { color: kinds.technology, size: 2, dash: 0 };
    case "HOSTED":
    case "GUEST_ON":
      return { color: mix(kinds.episode, paper, 0.75), size: 1.5, dash: 0 };
    case "SPONSORED":
      return { color: kinds.company, size: 1.5, dash: 2 };
    case "PART_OF":
      return { color: mix(kinds.show, paper, 0.6), size: 1.2, dash: 0 };
  }
  return { color: mix(soft, line, 0.35), size: 1, dash: 0 };
}

const dashOf = (status: string | undefined): number => (status === "former" ? 6 : status === "unknown" ? 2.5 : 0);

// radius of a node with so many lines in the picture.
export const radius = (degree: number): number => Math.min(15, 5 + 1.5 * Math.sqrt(degree));

// degrees counts the lines of each node.
export function degrees(edges: GraphEdge[]): Map<string, number> {
  const degree = new Map<string, number>();
  for (const edge of edges) for (const end of [edge.source, edge.target]) degree.set(end, (degree.get(end) ?? 0) + 1);
  return degree;
}
