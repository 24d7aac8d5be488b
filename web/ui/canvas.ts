// The canvas: a graph as a picture one can walk about in. The console shows its answers with show; /explore starts itself.
import { Canvas } from "./canvas/canvas";
import type { GraphData } from "./canvas/data";
import { MemoryPast } from "./canvas/past";
import { explore } from "./canvas/page";
import { emptyView } from "./canvas/view";

const here = document.querySelector<HTMLElement>("#canvas[data-ids]");
if (here) void explore(here).catch(() => undefined); // the tables of the page stay

export type { GraphData, GraphEdge, GraphNode } from "./canvas/data";

// show draws data in root, with everything that can be done with it. A click on Expand asks options.expand for more.
export function show(
  root: HTMLElement, data: GraphData, options: { expand?: (ref: string) => Promise<GraphData> } = {},
): { set(data: GraphData): void; destroy(): void } {
  const { expand } = options;
  const canvas = new Canvas(root, {
    view: { ...emptyView(), ids: data.nodes.map((n) => n.id) }, data, expand: expand && ((ref) => expand(ref)),
    past: (view, restore) => new MemoryPast(view, restore),
  });
  return { set: (next) => canvas.set(next), destroy: () => canvas.destroy() };
}
