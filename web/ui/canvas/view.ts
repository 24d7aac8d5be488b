// A view is all that a picture is made of besides the facts: what undo goes back to, and what the address says.

export type Place = [x: number, y: number];

export interface View {
  ids: string[]; // what is in the picture, in the order in which it came
  hidden: string[];
  pinned: string[];
  off: string[]; // kinds, types and statuses that are filtered out
  from: string; // YYYY-MM-DD or ""
  until: string;
  totals: Record<string, number>; // of each expanded "ref kind": how many there are
  places: Record<string, Place>;
}

export const emptyView = (): View => ({ ids: [], hidden: [], pinned: [], off: [], from: "", until: "", totals: {}, places: {} });

const list = (text: string | null): string[] => (text ? text.split(",").filter(Boolean) : []);

const DAY = /^\d{4}-\d{2}-\d{2}$/;

// readView reads what an address says. ids are those the server found, so that names without a kind have one.
export function readView(query: URLSearchParams, ids: string[]): View {
  const date = (name: string): string => (DAY.test(query.get(name) ?? "") ? (query.get(name) ?? "") : "");
  const present = new Set(ids);
  const known = (name: string): string[] => list(query.get(name)).filter((id) => present.has(id));
  return { ...emptyView(), ids, hidden: known("hide"), pinned: known("pin"), off: list(query.get("off")), from: date("from"), until: date("until") };
}

// writeView is the query of a view's address. Refs hold no comma, and colons may stand in a query as they are.
export function writeView(view: View): string {
  const parts: string[] = [];
  const add = (name: string, value: string): void => {
    if (value) parts.push(`${name}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":")}`);
  };
  add("ids", view.ids.join(","));
  add("hide", view.hidden.join(","));
  add("pin", view.pinned.join(","));
  add("off", view.off.join(","));
  add("from", view.from);
  add("until", view.until);
  return parts.length ? "?" + parts.join("&") : "";
}

export const without = (all: string[], gone: Iterable<string>): string[] => {
  const drop = new Set(gone);
  return all.filter((id) => !drop.has(id));
};

export const toggled = (all: string[], id: string): string[] => (all.includes(id) ? without(all, [id]) : [...all, id]);
