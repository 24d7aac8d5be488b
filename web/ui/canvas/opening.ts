import Graph from "graphology";
import Sigma from "sigma";
import type { EdgeProgramType, NodeProgramType } from "sigma/rendering";
import type { Settings } from "sigma/settings";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { breath } from "./breath";

// The layers on which sigma draws with WebGL.
const LAYERS = ["edges", "nodes", "hoverNodes"];

// What stands for a program until it is compiled, and for those of sigma's own that nothing here uses.
class Blank {
  drawLabel = undefined;
  drawHover = undefined;
  kill(): void {}
  reallocate(_capacity: number): void {}
  process(_node: number, _offset: number, _data: NodeDisplayData): void {}
  render(_params: RenderParams): void {}
}

export interface Programs {
  node: NodeProgramType;
  edge: EdgeProgramType;
}

// open makes a sigma with an empty graph. On a phone a context of WebGL, or a shader, takes as long as a page may make its reader
// wait: each has a task of its own. It fails where there is no WebGL.
export async function open(root: HTMLElement, programs: Programs, settings: Partial<Settings>): Promise<Sigma> {
  const canvases = new Map<string, HTMLCanvasElement>();
  for (const layer of LAYERS) {
    await breath();
    canvases.set(layer, canvasFor(root));
  }
  await breath();
  const Layered = on(canvases);
  const sigma = new Layered(new Graph({ multi: true }), root, {
    ...settings, nodeProgramClasses: { circle: Blank }, edgeProgramClasses: { line: Blank, arrow: Blank }, defaultNodeType: "circle", defaultEdgeType: "line",
  });
  await breath();
  sigma.setSetting("edgeProgramClasses", { line: programs.edge, arrow: Blank });
  await breath();
  sigma.setSettings({ nodeProgramClasses: { circle: programs.node }, nodeHoverProgramClasses: { circle: late(programs.node) } });
  await breath();
  return sigma;
}

function canvasFor(root: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = root.offsetWidth * devicePixelRatio;
  canvas.height = root.offsetHeight * devicePixelRatio;
  const options = { preserveDrawingBuffer: false, antialias: false }; // as sigma asks for it
  if (!canvas.getContext("webgl2", options) && !canvas.getContext("webgl", options)) throw new Error("no WebGL");
  return canvas;
}

// on is a sigma that draws on canvases which are there already, without those for picking: see Hits.
function on(canvases: ReadonlyMap<string, HTMLCanvasElement>): new (...of: ConstructorParameters<typeof Sigma>) => Sigma {
  return class extends Sigma {
    override createWebGLContext(...[id, options]: Parameters<Sigma["createWebGLContext"]>): WebGLRenderingContext {
      return super.createWebGLContext(id, { ...options, picking: false });
    }

    override createCanvas(...[id, options]: Parameters<Sigma["createCanvas"]>): HTMLCanvasElement {
      const made = super.createCanvas(id, options);
      const ready = canvases.get(id);
      if (!ready) return made;
      ready.className = made.className;
      ready.style.position = made.style.position;
      made.replaceWith(ready);
      Object.assign((this as unknown as { elements: Record<string, HTMLElement> }).elements, { [id]: ready });
      return ready;
    }
  };
}

// late is a program that is compiled when it first has something to draw: what is under the pointer.
function late(Program: NodeProgramType): NodeProgramType {
  return class extends Blank {
    private program: InstanceType<NodeProgramType> | undefined;

    constructor(private readonly gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, private readonly renderer: Sigma) {
      super();
    }

    override kill(): void {
      this.program?.kill();
    }

    override reallocate(capacity: number): void {
      if (capacity > 0) this.program ??= new Program(this.gl, null, this.renderer);
      this.program?.reallocate(capacity);
    }

    override process(node: number, offset: number, data: NodeDisplayData): void {
      this.program?.process(node, offset, data);
    }

    override render(params: RenderParams): void {
      this.program?.render(params);
    }
  };
}
