// What the visitor's browser keeps: statements that ran, and those saved under a name. Nothing of it is sent anywhere.
import type { Params } from "./fields";

export interface Entry { q: string; params: Params; at: string; name?: string }
interface Kept { history: Entry[]; saved: Entry[] }

const KEY = "guestgraph.console";
const most = 100;

function isEntry(v: unknown): v is Entry {
  const e = v as Partial<Entry> | null;
  return typeof e === "object" && e !== null && typeof e.q === "string" && typeof e.at === "string" && typeof e.params === "object" && e.params !== null &&
    Object.values(e.params).every((p) => typeof p?.type === "string" && typeof p.value === "string") && (e.name === undefined || typeof e.name === "string");
}

function read(text: string | null): Kept {
  const found = JSON.parse(text ?? "{}") as { history?: unknown; saved?: unknown };
  const entries = (v: unknown) => (Array.isArray(v) ? v.filter(isEntry) : []);
  return { history: entries(found.history), saved: entries(found.saved).filter((e) => e.name) };
}

export class Keeper {
  private kept: Kept = { history: [], saved: [] };

  constructor() {
    try {
      this.kept = read(localStorage.getItem(KEY));
    } catch {
      // a browser that keeps nothing, or something else under our name
    }
  }

  get history(): Entry[] { return this.kept.history; }
  get saved(): Entry[] { return this.kept.saved; }

  ran(entry: Entry): void {
    const same = (e: Entry) => e.q === entry.q && JSON.stringify(e.params) === JSON.stringify(entry.params);
    this.kept.history = [entry, ...this.kept.history.filter((e) => !same(e))].slice(0, most);
    this.write();
  }

  save(entry: Entry): void {
    this.kept.saved = [...this.kept.saved.filter((e) => e.name !== entry.name), entry].sort((a, b) => (a.name ?? "").localeCompare(b.name ?? ""));
    this.write();
  }

  drop(entry: Entry): void {
    this.kept.saved = this.kept.saved.filter((e) => e !== entry);
    this.kept.history = this.kept.history.filter((e) => e !== entry);
    this.write();
  }

  clear(): void {
    this.kept.history = [];
    this.write();
  }

  // text is what a file holds; take adds to the saved ones those of such a file, and tells how many.
  text(): string { return `${JSON.stringify({ saved: this.kept.saved }, null, 2)}\n`; }

  take(text: string): number {
    const { saved } = read(text);
    saved.forEach((entry) => this.save(entry));
    return saved.length;
  }

  private write(): void {
    try {
      localStorage.setItem(KEY, JSON.stringify(this.kept));
    } catch {
      // full, or not allowed: what is kept lasts as long as the page
    }
  }
}
