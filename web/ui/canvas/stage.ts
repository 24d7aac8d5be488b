import { button, h } from "./dom";
import { drawLegend } from "./legend";
import type { Palette } from "./palette";
import type { Shown } from "./store";

// The Stage is the frame of the picture: the picture itself, its legend, and a line that says what happened.
export class Stage {
  readonly picture = h("div", { class: "canvas-picture", role: "img" });
  private readonly legend = h("ul", { class: "canvas-legend", "aria-label": "Legend" });
  private readonly said = h("p", { class: "canvas-said note", role: "status" });
  private readonly frame = h("div", { class: "canvas-frame" });

  constructor(can: { zoom(factor: number): void }) {
    this.frame.append(this.picture, h("div", { class: "canvas-zoom" },
      button("+", () => can.zoom(1 / 1.5), { "aria-label": "Zoom in" }), button("−", () => can.zoom(1.5), { "aria-label": "Zoom out" })));
  }

  element(panel: HTMLElement): HTMLElement {
    return h("div", { class: "canvas-stage" }, h("div", {}, this.frame, this.legend, this.said), panel);
  }

  draw(shown: Shown, palette: Palette, label: string): void {
    this.picture.setAttribute("aria-label", label);
    drawLegend(this.legend, shown, palette);
  }

  tell(text: string): void {
    this.said.textContent = text;
  }

  busy(on: boolean): void {
    this.frame.classList.toggle("busy", on);
  }

  // without says that no picture can be drawn here: the tables hold all that it would show.
  without(): void {
    this.frame.replaceChildren(h("p", { class: "notice" }, "This browser draws no WebGL, so there is no picture. The tables below hold everything that it would show, with the same actions."));
    this.frame.classList.add("without");
  }
}
