import type Graph from "graphology";
import { assignLayoutChanges, graphToByteArrays } from "graphology-layout-forceatlas2/helpers";
import iterate from "graphology-layout-forceatlas2/iterate";
import defaults from "graphology-layout-forceatlas2/defaults";
import { reducedMotion } from "./dom";
import type { Place } from "./view";

// A node is ten numbers of the matrix; the last says that it stays where it is.
const PER_NODE = 10;
const MASS = 6;
const FIXED = 9;

// Milliseconds of a frame, or of a task, that the layout may take: the rest is for drawing and for the reader.
const SLICE = 9;

// Milliseconds in which a layout that is watched comes to rest, if the machine is quick enough.
const WATCHED = 700;

// A layout moves nodes in small steps, a few a frame. The number of steps depends on the graph alone, so that the same
// graph from the same places ends in the same picture.
export class Layout {
  private cease: () => void = () => undefined;

  constructor(private readonly graph: Graph, private readonly moved: () => void, private readonly settled: () => void) {}

  stop(): void {
    this.cease();
  }

  // run moves the free nodes; all others keep their places. Unseen means that nobody sees them on their way.
  run(free: ReadonlySet<string>, unseen: boolean): void {
    this.stop();
    const { graph } = this;
    if (free.size === 0 || graph.order < 2) {
      this.settled();
      return;
    }
    const { nodes, edges } = graphToByteArrays(graph, () => 1);
    graph.nodes().forEach((id, i) => {
      nodes[i * PER_NODE + FIXED] = free.has(id) ? 0 : 1;
      nodes[i * PER_NODE + MASS] = 1 + Math.sqrt(graph.degree(id)); // by its degree alone, a hub would push its own far away
    });
    const settings = settingsFor(graph.order, free.size < graph.order);
    const hidden = unseen || reducedMotion();
    const all = steps(graph.order);
    const begun = performance.now();
    let done = 0;
    const work = (): void => {
      const now = performance.now();
      const due = hidden ? all : Math.min(all, Math.ceil((all * (now - begun + 16)) / WATCHED));
      do iterate(settings, nodes, edges);
      while (++done < due && performance.now() < now + SLICE);
      if (done === all || !hidden) {
        assignLayoutChanges(graph, nodes, null);
        this.moved();
      }
      if (done < all) this.next(work, hidden);
      else this.settled();
    };
    this.next(work, hidden);
  }

  // next does work before the next frame, or as soon as the browser has time for it.
  private next(work: () => void, soon: boolean): void {
    if (soon) {
      const timer = setTimeout(work);
      this.cease = () => clearTimeout(timer);
    } else {
      const frame = requestAnimationFrame(work);
      this.cease = () => cancelAnimationFrame(frame);
    }
  }
}

const settingsFor = (order: number, someFixed: boolean): Record<string, number | boolean> => ({
  ...defaults, scalingRatio: 12, gravity: someFixed ? 0.3 : 0.6, slowDown: 2 + Math.log(order), barnesHutOptimize: order > 400, barnesHutTheta: 0.8,
});

// steps is how often the layout iterates: large graphs get fewer, for each takes longer.
const steps = (order: number): number => Math.round(Math.max(120, 500 - order / 5));

// hash gives a name a number in [0, 1), the same in every run (FNV-1a).
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0) / 2 ** 32;
}

const GOLDEN = Math.PI * (3 - Math.sqrt(5));

// around puts the i-th new node beside the one it came from, turned by its name.
export function around(origin: Place, id: string, i: number): Place {
  const angle = GOLDEN * i + hash(id) * 0.5;
  const radius = 3 + 1.5 * Math.sqrt(i);
  return [origin[0] + radius * Math.cos(angle), origin[1] + radius * Math.sin(angle)];
}
