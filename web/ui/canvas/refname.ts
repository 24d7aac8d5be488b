import { safeHref, shorten, type GraphNode } from "./data";
import { h } from "./dom";

// refName is a name as the pages write it: with the form of its kind before it, and a link where there is a page.
export function refName(node: GraphNode): HTMLElement {
  const href = safeHref(node.href);
  const name = h("bdi", {}, shorten(node.name, 120));
  return href ? h("a", { class: `ref ${node.kind}`, href }, name) : h("span", { class: `ref ${node.kind}` }, name);
}

// pickName is the same as a button that selects it.
export function pickName(node: GraphNode, pick: () => void): HTMLButtonElement {
  return h("button", { type: "button", class: `pick ref ${node.kind}`, click: pick }, h("bdi", {}, shorten(node.name, 70)));
}
