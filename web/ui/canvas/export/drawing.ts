import type { GraphEdge, GraphNode } from "../data";
import type { Palette } from "../palette";
import type { Place } from "../view";

// What an export writes down: the picture as it is drawn.
export interface Drawing {
  nodes: GraphNode[];
  edges: GraphEdge[];
  place: (id: string) => Place;
  palette: Palette;
}
