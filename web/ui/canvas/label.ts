import type { Settings } from "sigma/settings";
import type { NodeDisplayData } from "sigma/types";
import { shorten } from "./data";
import type { Palette } from "./palette";

type Labelled = Pick<NodeDisplayData, "x" | "y" | "size" | "label"> & { always?: boolean };
type Context = CanvasRenderingContext2D;
type Box = [left: number, top: number, right: number, bottom: number];

// Characters of a name in a picture of a width in pixels.
const most = (room: number): number => (room < 500 ? 20 : 38);
const GAP = 4;

// Labels writes names beside their nodes. No name is written over another, and none runs out of the picture when there
// is room on the other side.
export class Labels {
  private taken: Box[] = [];

  constructor(private readonly palette: () => Palette) {}

  // clear begins a new frame.
  clear(): void {
    this.taken = [];
  }

  readonly draw = (context: Context, data: Labelled, settings: Settings): void => {
    if (!data.label) return;
    const { paper, ink } = this.palette();
    const room = context.canvas.clientWidth;
    const text = shorten(data.label, most(room));
    context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
    const width = context.measureText(text).width;
    const box = this.place(data, width, settings.labelSize, room);
    if (this.taken.some((other) => meets(box, other)) && !data.always) return;
    this.taken.push(box);
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = paper;
    const y = data.y + settings.labelSize * 0.35;
    context.strokeText(text, box[0], y);
    context.fillStyle = ink;
    context.fillText(text, box[0], y);
  };

  // hover writes the whole name on a slip of its own.
  readonly hover = (context: Context, data: Labelled, settings: Settings): void => {
    if (!data.label) return;
    const { sheet, ink, soft } = this.palette();
    const text = shorten(data.label, 90);
    const size = settings.labelSize;
    context.font = `600 ${size}px ${settings.labelFont}`;
    const width = context.measureText(text).width;
    const room = context.canvas.clientWidth;
    const x = Math.max(6, Math.min(this.place(data, width, size, room)[0], room - width - 8));
    context.fillStyle = sheet;
    context.strokeStyle = soft;
    context.lineWidth = 1;
    context.beginPath();
    context.roundRect(x - 5, data.y - size * 0.85, width + 10, size * 1.7, 4);
    context.fill();
    context.stroke();
    context.fillStyle = ink;
    context.fillText(text, x, data.y + size * 0.35);
  };

  private place(data: Labelled, width: number, size: number, room: number): Box {
    const right = data.x + data.size + GAP;
    const left = data.x - data.size - GAP - width;
    const x = right + width > room && left > 0 ? left : right;
    return [x, data.y - size * 0.6, x + width, data.y + size * 0.6];
  }
}

const meets = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
