import type { NodeDisplayData } from "sigma/types";
import type { Settings } from "sigma/settings";
import { shorten } from "./data";
import type { Palette } from "./palette";

type Labelled = Pick<NodeDisplayData, "x" | "y" | "size" | "label"> & { dim?: boolean };

// labelDrawer writes names beside their nodes, with a rim of paper so that lines do not run through them.
export function labelDrawer(palette: () => Palette): (context: CanvasRenderingContext2D, data: Labelled, settings: Settings) => void {
  return (context, data, settings) => {
    if (!data.label) return;
    const { paper, ink, soft } = palette();
    const text = shorten(data.label, 42);
    const x = data.x + data.size + 4;
    const y = data.y + settings.labelSize * 0.35;
    context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = paper;
    context.strokeText(text, x, y);
    context.fillStyle = data.dim ? soft : ink;
    context.fillText(text, x, y);
  };
}

// hoverDrawer writes the whole name on a slip of marker.
export function hoverDrawer(palette: () => Palette): (context: CanvasRenderingContext2D, data: Labelled, settings: Settings) => void {
  return (context, data, settings) => {
    if (!data.label) return;
    const { sheet, ink, soft } = palette();
    const text = shorten(data.label, 90);
    const size = settings.labelSize;
    context.font = `600 ${size}px ${settings.labelFont}`;
    const x = data.x + data.size + 4;
    const width = context.measureText(text).width;
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
}
