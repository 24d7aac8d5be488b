import Graph from "graphology";
import type Sigma from "sigma";
import { breath } from "./breath";
import type { GraphEdge, GraphNode } from "./data";
import { reducedMotion } from "./dom";
import { Hits } from "./hit";
import { Labels } from "./label";
import { LineProgram, type Dashed } from "./line";
import { open } from "./opening";
import { mix, type Palette } from "./palette";
import { FORMS, FormProgram, type Formed } from "./shape";
import { degrees, lineStyle, radius } from "./style";
import type { Place } from "./view";

// What a reader does in the picture. at is in pixels of the window.
export interface PictureEvents {
  select(what: { node?: string; edge?: string }): void;
  menu(node: string, at: { x: number; y: number }): void;
  open(node: string): void; // double click
  dragged(): void;
}

const WORLD: [number, number] = [-100, 100]; // a fixed frame: what is drawn never moves because something is added

const DENSE = 600; // lines of which each is drawn paler, so that nodes stand out

const PATIENCE = 200; // tasks that may pass until a layer is shown, whether it is ready or not

const EDGE = 24; // pixels from the rim in which a node counts as out of sight

// A Picture draws a graph with sigma, once it is open. It knows nothing of views: it is told what to draw and where.
export class Picture {
  readonly graph = new Graph({ multi: true, type: "undirected" });
  private sigma: Sigma | undefined;
  private gone = false;
  private selected: { node?: string; edge?: string } = {};
  private near = new Set<string>(); // the selected node and its neighbours
  private pinned = new Set<string>();
  private fitRatio = 1;
  private hovered = "";
  private readonly labels = new Labels(() => this.palette);

  constructor(private readonly root: HTMLElement, private palette: Palette) {}

  // open begins to draw. It fails where there is no WebGL.
  async open(events: PictureEvents): Promise<void> {
    const sigma = await open(this.root, { node: FormProgram, edge: LineProgram }, {
      defaultDrawNodeLabel: this.labels.draw,
      defaultDrawNodeHover: this.labels.hover,
      nodeReducer: (id, data) => this.node(id, data),
      edgeReducer: (id, data) => this.edge(id, data),
      zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio / this.fitRatio),
      enableEdgeEvents: true,
      allowInvalidContainer: true,
      labelFont: this.palette.font, labelSize: 13, labelWeight: "500", labelRenderedSizeThreshold: 3.4, labelDensity: 1.2, labelGridCellSize: 90,
      minCameraRatio: 0.02, maxCameraRatio: 60, zIndex: true, stagePadding: 20,
      zoomDuration: reducedMotion() ? 0 : 200, inertiaDuration: reducedMotion() ? 0 : 200, doubleClickZoomingRatio: 1,
    });
    if (this.gone) {
      sigma.kill();
      return;
    }
    sigma.setCustomBBox({ x: WORLD, y: WORLD });
    new Hits(this.graph, sigma).replace();
    sigma.on("beforeRender", () => this.labels.clear());
    this.listen(sigma, events);
    sigma.setGraph(this.graph);
    this.sigma = sigma;
  }

  // uncover shows what was drawn, one layer a frame: for a phone, all in one would be too much.
  async uncover(): Promise<void> {
    for (const layer of this.root.querySelectorAll<HTMLCanvasElement>("canvas:not(.open)")) {
      await done(layer.getContext("webgl2"));
      layer.classList.add("open");
      await new Promise(requestAnimationFrame);
    }
  }

  destroy(): void {
    this.gone = true;
    this.sigma?.kill();
  }

  // draw makes the picture show exactly these, at the places given.
  draw(nodes: GraphNode[], edges: GraphEdge[], placeOf: (id: string) => Place, pinned: Iterable<string>): void {
    const { graph } = this;
    this.pinned = new Set(pinned);
    const wanted = new Set(nodes.map((n) => n.id));
    const lines = new Set(edges.map((e) => e.id));
    graph.filterNodes((id) => !wanted.has(id)).forEach((id) => graph.dropNode(id));
    graph.filterEdges((id) => !lines.has(id)).forEach((id) => graph.dropEdge(id));
    const degree = degrees(edges);
    for (const node of nodes) {
      const [x, y] = placeOf(node.id);
      graph.mergeNode(node.id, { x, y, label: node.name, kind: node.kind, size: radius(degree.get(node.id) ?? 0) });
    }
    for (const edge of edges) if (!graph.hasEdge(edge.id)) graph.addEdgeWithKey(edge.id, edge.source, edge.target, { type: "line", relation: edge.type, status: edge.status });
    this.mark(this.selected);
    this.sigma?.refresh();
  }

  highlight(selected: { node?: string; edge?: string }): void {
    this.mark(selected);
    this.sigma?.refresh({ skipIndexation: true });
  }

  private mark(selected: { node?: string; edge?: string }): void {
    this.selected = selected;
    this.near.clear();
    if (selected.node && this.graph.hasNode(selected.node)) this.near = new Set([selected.node, ...this.graph.neighbors(selected.node)]);
    if (selected.edge && this.graph.hasEdge(selected.edge)) this.near = new Set(this.graph.extremities(selected.edge));
  }

  recolor(palette: Palette): void {
    this.palette = palette;
    this.sigma?.refresh({ skipIndexation: true });
  }

  places(): Record<string, Place> {
    const places: Record<string, Place> = {};
    this.graph.forEachNode((id, a) => (places[id] = [a["x"] as number, a["y"] as number]));
    return places;
  }

  // fit turns the camera so that all is seen. Unless always, it stays as it is when all is seen already.
  // It tells whether there was anything to see.
  fit(always: boolean, atOnce = false): boolean {
    const { sigma } = this;
    if (!sigma || this.graph.order === 0) return false;
    const { width, height } = sigma.getDimensions();
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    this.graph.forEachNode((_, a) => {
      const at = sigma.graphToViewport({ x: a["x"] as number, y: a["y"] as number });
      [left, right, top, bottom] = [Math.min(left, at.x), Math.max(right, at.x), Math.min(top, at.y), Math.max(bottom, at.y)];
    });
    if (!always && left > EDGE && top > EDGE && right < width - EDGE && bottom < height - EDGE) return true;
    const margin = { x: Math.min(130, width * 0.16), y: 34 }; // names stand to the right of their nodes
    const grow = Math.max((right - left) / (width - 2 * margin.x), (bottom - top) / (height - 2 * margin.y), 0.001);
    const camera = sigma.getCamera();
    const center = sigma.viewportToFramedGraph({ x: (left + right) / 2, y: (top + bottom) / 2 });
    const ratio = Math.max(camera.ratio * grow, 0.12); // a few nodes need not fill the picture
    this.fitRatio = Math.min(ratio, 1.5);
    const target = { x: center.x, y: center.y, ratio };
    if (atOnce || reducedMotion()) camera.setState(target);
    else void camera.animate(target, { duration: 350 });
    return true;
  }

  zoom(factor: number): void {
    const camera = this.sigma?.getCamera();
    void camera?.animate({ ratio: camera.ratio * factor }, { duration: reducedMotion() ? 1 : 150 });
  }

  // reveal brings a node into the middle when it is out of sight.
  reveal(id: string): void {
    const { sigma } = this;
    if (!sigma || !this.graph.hasNode(id)) return;
    const { width, height } = sigma.getDimensions();
    const a = this.graph.getNodeAttributes(id);
    const at = sigma.graphToViewport({ x: a["x"] as number, y: a["y"] as number });
    if (at.x > EDGE && at.y > EDGE && at.x < width - EDGE && at.y < height - EDGE) return;
    const to = sigma.viewportToFramedGraph(at);
    void sigma.getCamera().animate({ x: to.x, y: to.y }, { duration: reducedMotion() ? 1 : 250 });
  }

  private node(id: string, data: Record<string, unknown>): Partial<Formed> {
    const { palette } = this;
    const kind = data["kind"] as GraphNode["kind"];
    const dim = this.near.size > 0 && !this.near.has(id);
    const isSelected = id === this.selected.node;
    const color = palette.kinds[kind];
    return {
      ...data, label: dim ? null : (data["label"] as string), form: FORMS[kind], color: dim ? mix(color, palette.paper, 0.28) : color,
      ring: isSelected ? palette.ink : this.pinned.has(id) ? palette.soft : "",
      forceLabel: this.near.size > 0 && this.near.size < 60 && this.near.has(id),
      zIndex: isSelected ? 2 : dim ? 0 : 1, always: isSelected,
    };
  }

  private edge(id: string, data: Record<string, unknown>): Partial<Dashed> {
    const style = lineStyle({ type: data["relation"] as string, status: data["status"] as string | undefined }, this.palette);
    const [a, b] = this.graph.extremities(id);
    const here = id === this.selected.edge || (this.selected.node !== undefined && (a === this.selected.node || b === this.selected.node));
    if (this.near.size > 0 && !here) return { ...style, color: mix(style.color, this.palette.paper, 0.28), zIndex: 0 };
    if (this.near.size === 0 && this.graph.size > DENSE) style.color = mix(style.color, this.palette.paper, 0.45);
    const wide = id === this.selected.edge ? 2 : id === this.hovered ? 1 : 0;
    return { ...style, size: style.size + wide, zIndex: here ? 2 : 1 };
  }

  private listen(sigma: Sigma, events: PictureEvents): void {
    const { graph } = this;
    let held = "";
    let moved = false;
    sigma.on("clickNode", ({ node }) => events.select({ node }));
    sigma.on("clickEdge", ({ edge }) => events.select({ edge }));
    sigma.on("clickStage", () => events.select({}));
    sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      events.open(node);
    });
    sigma.on("rightClickNode", ({ node, event }) => {
      event.original.preventDefault();
      const { clientX, clientY } = event.original as MouseEvent;
      events.menu(node, { x: clientX, y: clientY });
    });
    sigma.on("enterEdge", ({ edge }) => this.hover(edge));
    sigma.on("leaveEdge", () => this.hover(""));
    sigma.on("enterNode", () => this.root.classList.add("pointing"));
    sigma.on("leaveNode", () => this.root.classList.remove("pointing"));
    sigma.on("downNode", ({ node }) => {
      held = node;
      moved = false;
    });
    sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
      if (!held) return;
      const at = sigma.viewportToGraph(event);
      graph.mergeNodeAttributes(held, at);
      moved = true;
      preventSigmaDefault();
      event.original.preventDefault();
    });
    const drop = (): void => {
      if (held && moved) events.dragged();
      held = "";
    };
    sigma.on("upNode", drop);
    sigma.on("upStage", drop);
  }

  private hover(edge: string): void {
    const edges = [this.hovered, edge].filter((id) => this.graph.hasEdge(id));
    this.hovered = edge;
    this.root.classList.toggle("pointing", edge !== "");
    this.sigma?.refresh({ partialGraph: { edges }, skipIndexation: true });
  }
}

// done waits until what was drawn is there: the page would else stand still for it at its next frame.
async function done(gl: WebGL2RenderingContext | null): Promise<void> {
  const fence = gl?.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!gl || !fence) return;
  gl.flush();
  for (let i = 0; i < PATIENCE && gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.UNSIGNALED; i++) await breath();
  gl.deleteSync(fence);
}
