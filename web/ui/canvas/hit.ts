import type Graph from "graphology";
import type Sigma from "sigma";

type Point = { x: number; y: number };

const NODE_REACH = 5; // pixels beside a node that still mean it
const EDGE_REACH = 4;

// Hits finds what lies under the pointer by arithmetic. Sigma would draw everything a second time and read the pixel back
// from the graphics card, which makes each move of the pointer wait for it.
export class Hits {
  constructor(private readonly graph: Graph, private readonly sigma: Sigma) {}

  // replace makes sigma ask here.
  replace(): void {
    Object.assign(this.sigma, { getNodeAtPosition: (at: Point) => this.node(at), getEdgeAtPoint: (x: number, y: number) => this.edge({ x, y }) });
  }

  private node(at: Point): string | null {
    const { here, pixel } = this.inGraph(at);
    let [found, best]: [string | null, number] = [null, Infinity];
    this.graph.forEachNode((id, a) => {
      const far = Math.hypot((a["x"] as number) - here.x, (a["y"] as number) - here.y);
      if (far < best && far <= (this.sigma.scaleSize(a["size"] as number) + NODE_REACH) * pixel) [found, best] = [id, far];
    });
    return found;
  }

  private edge(at: Point): string | null {
    const { here, pixel } = this.inGraph(at);
    let [found, best]: [string | null, number] = [null, EDGE_REACH * pixel];
    this.graph.forEachEdge((id, _a, _s, _t, from, to) => {
      const far = distance(here, from as unknown as Point, to as unknown as Point);
      if (far < best) [found, best] = [id, far];
    });
    return found;
  }

  private inGraph(at: Point): { here: Point; pixel: number } {
    const here = this.sigma.viewportToGraph(at);
    const beside = this.sigma.viewportToGraph({ x: at.x + 1, y: at.y });
    return { here, pixel: Math.hypot(beside.x - here.x, beside.y - here.y) };
  }
}

// distance of a point from the line between two others.
function distance(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = dx || dy ? Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy))) : 0;
  return Math.hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}
