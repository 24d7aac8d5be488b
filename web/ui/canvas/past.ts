import { writeView, type View } from "./view";

// A Past is where a canvas can go back to.
export interface Past {
  push(view: View): void; // a step the reader took
  keep(view: View): void; // what the present step looks like by now
  back(): void;
  forward(): void;
  readonly canBack: boolean;
  readonly canForward: boolean;
  end(): void;
}

// MemoryPast is that of a canvas inside another page.
export class MemoryPast implements Past {
  private readonly steps: View[];
  private at = 0;

  constructor(view: View, private readonly restore: (view: View) => void) {
    this.steps = [view];
  }

  get canBack(): boolean {
    return this.at > 0;
  }

  get canForward(): boolean {
    return this.at < this.steps.length - 1;
  }

  push(view: View): void {
    this.steps.splice(++this.at, Infinity, view);
  }

  keep(view: View): void {
    this.steps[this.at] = view;
  }

  back(): void {
    this.go(-1);
  }

  forward(): void {
    this.go(1);
  }

  end(): void {}

  private go(by: number): void {
    const step = this.steps[this.at + by];
    if (!step) return;
    this.at += by;
    this.restore(step);
  }
}

interface Entry {
  canvas: number; // how many steps after the page was opened
  last: number; // how many steps there are
  view: View;
}

// BrowserPast is the browser's own: undo is its Back, and each step has an address. The views are kept in the entries, so
// that a picture comes back as it was even after the page was left.
export class BrowserPast implements Past {
  private readonly steps = new Map<number, View>(); // as they were when they were left
  private at = 0;
  private last = 0;
  private readonly popped = (event: PopStateEvent): void => this.go(event.state as Partial<Entry> | null);
  private readonly left = (): void => this.write();

  constructor(private view: View, private readonly restore: (view: View) => void, private readonly now: () => View) {
    const entry = history.state as Partial<Entry> | null;
    if (entry?.view && entry.canvas !== undefined) [this.at, this.last] = [entry.canvas, entry.last ?? entry.canvas];
    this.write();
    addEventListener("popstate", this.popped);
    addEventListener("pagehide", this.left);
  }

  // saved is the view of the present entry, when the page was here before.
  static saved(): View | undefined {
    return (history.state as Partial<Entry> | null)?.view;
  }

  get canBack(): boolean {
    return this.at > 0;
  }

  get canForward(): boolean {
    return this.at < this.last;
  }

  push(view: View): void {
    this.write();
    this.steps.set(this.at, this.view);
    this.view = view;
    this.last = ++this.at;
    history.pushState(this.entry(), "", this.address());
  }

  keep(view: View): void {
    this.view = view;
    this.write();
  }

  back(): void {
    history.back();
  }

  forward(): void {
    history.forward();
  }

  end(): void {
    removeEventListener("popstate", this.popped);
    removeEventListener("pagehide", this.left);
  }

  private go(entry: Partial<Entry> | null): void {
    if (!entry?.view || entry.canvas === undefined) return; // an anchor of the page
    this.steps.set(this.at, this.now());
    this.at = entry.canvas;
    this.view = this.steps.get(this.at) ?? entry.view;
    this.restore(this.view);
  }

  private write(): void {
    this.view = this.view.ids.length ? { ...this.view, places: { ...this.view.places, ...this.now().places } } : this.view;
    history.replaceState(this.entry(), "", this.address());
  }

  private entry(): Entry {
    return { canvas: this.at, last: this.last, view: this.view };
  }

  private address(): string {
    return location.pathname + writeView(this.view);
  }
}
