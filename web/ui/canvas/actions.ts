import { count, KINDS, number, plural, safeHref, type GraphNode, type Kind } from "./data";
import type { Item } from "./menu";
import type { Store } from "./store";
import type { View } from "./view";

// What can be done with the picture, from wherever it is asked: the picture, its menu, the panel or the table.
export interface Actions {
  select(what: { node?: string; edge?: string }): void;
  expand(id: string, kind?: Kind): void;
  collapse(id: string): void;
  hide(id: string): void;
  unhide(ids: string[]): void;
  pin(id: string): void;
  remove(id: string): void;
  menu(id: string, at: { x: number; y: number }): void;
}

// A way to expand a node: how many neighbours of a kind it has, and how many of them are in the picture.
export interface Way {
  kind: Kind;
  shown: number;
  total: number;
}

export function waysOf(node: GraphNode, store: Store, view: View): Way[] {
  return KINDS.flatMap((kind) => {
    const total = node.counts?.[kind] ?? 0;
    return total > 0 ? [{ kind, shown: Math.min(total, store.neighboursOf(node.id, kind, view)), total }] : [];
  });
}

export function wayLabel({ kind, shown, total }: Way): string {
  if (shown === total) return `${count(total, kind, plural(kind))}, all shown`;
  return `Show ${plural(kind)}, ${shown ? `${number(shown)} of ${number(total)} shown` : number(total)}`;
}

// hasPage tells what can stand at the end of a path: all that has a page but an episode's rows of the console.
const onPath = (id: string): boolean => /^(person|company|technology|show|episode):/.test(id);

export function pathHref(to: string, from: string | undefined): string | undefined {
  if (!onPath(to)) return undefined;
  const query = from && from !== to && onPath(from) ? `from=${encodeURIComponent(from)}&` : "";
  return `/path?${query}to=${encodeURIComponent(to)}`;
}

// itemsFor lists what can be done with a node: the same in the menu of the picture and in that of its row.
export function itemsFor(node: GraphNode, store: Store, view: View, selected: string | undefined, can: Actions, simple: boolean): Item[] {
  const { id } = node;
  const items: Item[] = [];
  const href = safeHref(node.href);
  if (href) items.push({ label: "Open its page", href });
  for (const way of waysOf(node, store, view)) {
    if (way.shown < way.total) items.push({ label: wayLabel(way), act: () => can.expand(id, way.kind) });
  }
  if (simple) items.push({ label: "Expand", act: () => can.expand(id) });
  const path = pathHref(id, selected);
  if (path) items.push({ label: selected && selected !== id ? `Path from ${store.name(selected)} to here` : "Path to here", href: path });
  const leaves = store.leaves(id, view).length;
  if (leaves) items.push({ label: `Collapse, ${number(leaves)} away`, act: () => can.collapse(id) });
  items.push({ label: view.pinned.includes(id) ? "Unpin" : "Pin", act: () => can.pin(id) });
  if (view.hidden.includes(id)) items.push({ label: "Show again", act: () => can.unhide([id]) });
  else items.push({ label: "Hide", act: () => can.hide(id) });
  items.push({ label: "Remove", act: () => can.remove(id) });
  return items;
}
