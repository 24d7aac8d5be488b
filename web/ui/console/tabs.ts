// Tabs after the ARIA pattern: arrow keys choose, and what is chosen is shown.
import { h } from "../canvas/dom";

let made = 0;

export function tabs(label: string, panels: [string, HTMLElement][], chosen = 0, shown: (i: number) => void = () => undefined): { element: HTMLElement; choose: (i: number) => void } {
  const word = `tab-${++made}`;
  const heads = panels.map(([name], i) => h("button", { type: "button", role: "tab", id: `${word}-${i}`, "aria-controls": `${word}-p${i}`, click: () => choose(i) }, name));
  panels.forEach(([, panel], i) => {
    panel.id = `${word}-p${i}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", `${word}-${i}`);
  });
  const choose = (at: number): void => {
    heads.forEach((head, i) => {
      head.setAttribute("aria-selected", String(i === at));
      head.tabIndex = i === at ? 0 : -1;
    });
    panels.forEach(([, panel], i) => { panel.hidden = i !== at; });
    shown(at);
  };
  const list = h("div", { class: "tabs", role: "tablist", "aria-label": label, keydown: (event) => {
    const key = (event as KeyboardEvent).key;
    const at = heads.findIndex((head) => head === event.target);
    const to = { ArrowRight: (at + 1) % heads.length, ArrowLeft: (at + heads.length - 1) % heads.length, Home: 0, End: heads.length - 1 }[key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    choose(to);
    heads[to]?.focus();
  } }, ...heads);
  choose(chosen);
  return { element: h("div", {}, list, ...panels.map(([, panel]) => panel)), choose };
}
