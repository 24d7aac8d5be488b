import { itemsFor, type Actions } from "./actions";
import { Bar } from "./bar";
import { breath } from "./breath";
import { count, number, type Expand, type GraphData, type Kind } from "./data";
import { h, type Level } from "./dom";
import { Layout, around } from "./layout";
import { openMenu } from "./menu";
import { readPalette, watchScheme, type Palette } from "./palette";
import { Panel } from "./panel";
import type { Past } from "./past";
import { Picture } from "./picture";
import { Stage } from "./stage";
import { Store, type Shown } from "./store";
import { Tables } from "./table";
import { toggled, without, type Place, type View } from "./view";

export interface Setup {
  view: View;
  data: GraphData;
  expand?: Expand | undefined;
  load?: ((ids: string[]) => Promise<GraphData>) | undefined; // what Back needs and has not been loaded
  past: (view: View, restore: (view: View) => void, now: () => View) => Past;
  search?: HTMLElement | undefined; // stands first in the bar
  changed?: (view: View) => void;
  level?: Level; // of its headings; h3 when left out
}

interface Selection {
  node?: string;
  edge?: string;
}

// A Canvas is a picture with its bar, panel and tables. Facts are in the store; all else is in the view, and every
// change of it is a step that can be undone.
export class Canvas implements Actions {
  private readonly store = new Store();
  private readonly places = new Map<string, Place>();
  private readonly past: Past;
  private readonly stage: Stage;
  private readonly panel: Panel;
  private readonly tables: Tables;
  private readonly bar: Bar;
  private readonly layout: Layout;
  private readonly unwatch: () => void;
  private palette: Palette = readPalette();
  private picture: Picture | undefined; // none without WebGL
  private opening: Promise<void> | undefined;
  private view: View;
  private selected: Selection = {};
  private total: number;
  private fitted = false;

  constructor(private readonly root: HTMLElement, private readonly setup: Setup) {
    this.view = setup.view;
    this.total = setup.data.total ?? 0;
    this.store.add(setup.data);
    this.panel = new Panel(this.store, this, this.simple, setup.level ?? "h3");
    this.tables = new Tables(this.store, this, setup.level ?? "h3");
    this.bar = new Bar(this.store, {
      undo: () => this.past.back(), redo: () => this.past.forward(), tidy: () => this.tidy(), fit: () => this.fit(true),
      change: (next) => this.change(next), unhide: (ids) => this.unhide(ids), drawing: () => this.drawing(), tell: (text) => this.stage.tell(text),
    }, setup.search);
    this.stage = new Stage({ zoom: (factor) => this.picture?.zoom(factor) });
    root.replaceChildren(h("div", { class: "canvas" }, this.bar.element, this.stage.element(this.panel.element), this.tables.element));
    this.picture = new Picture(this.stage.picture, this.palette);
    this.layout = new Layout(this.picture.graph, () => this.moved(), () => this.settled());
    this.recall(this.view);
    this.past = setup.past(this.view, (view) => void this.restore(view), () => this.now());
    this.unwatch = watchScheme(() => this.recolor());
    void this.begin();
  }

  destroy(): void {
    this.layout.stop();
    this.picture?.destroy();
    this.past.end();
    this.unwatch();
    this.root.replaceChildren();
  }

  // set shows other facts in the same place: a console's next answer.
  set(data: GraphData): void {
    this.store.add(data);
    this.total = data.total ?? 0;
    this.change({ ids: data.nodes.map((n) => n.id), hidden: [], pinned: [] });
    this.fitted = false;
  }

  // add brings nodes into the picture, near one that is there already.
  add(data: GraphData, near?: string): void {
    this.store.add(data);
    const ids = [...new Set([...this.view.ids, ...data.nodes.map((n) => n.id)])];
    const hidden = without(this.view.hidden, data.nodes.map((n) => n.id));
    if (ids.length !== this.view.ids.length || hidden.length !== this.view.hidden.length) this.change({ ids, hidden }, near);
  }

  get ids(): string[] {
    return this.view.ids;
  }

  tell(text: string): void {
    this.stage.tell(text);
  }

  select(what: Selection): void {
    this.selected = what;
    this.picture?.highlight(what);
    if (what.node) this.picture?.reveal(what.node);
    this.panel.draw(what, this.view);
    this.tables.select(what);
  }

  expand(id: string, kind?: Kind): void {
    const { expand } = this.setup;
    if (!expand) return;
    this.stage.busy(true);
    expand(id, kind, this.view.ids).then((data) => {
      const totals = kind ? { ...this.view.totals, [`${id} ${kind}`]: data.total ?? data.nodes.length } : this.view.totals;
      this.view = { ...this.view, totals };
      const before = this.view.ids.length;
      this.add(data, id);
      const added = this.view.ids.length - before;
      this.tell(added ? `${count(added, "thing")} added beside ${this.store.name(id)}.` : `Nothing more of ${this.store.name(id)} was found.`);
    }).catch(() => this.tell("The graph did not answer. Try again.")).finally(() => this.stage.busy(false));
  }

  collapse(id: string): void {
    this.take(this.store.leaves(id, this.view), Object.fromEntries(Object.entries(this.view.totals).filter(([key]) => !key.startsWith(id + " "))));
  }

  hide(id: string): void {
    this.change({ hidden: [...this.view.hidden, id] });
  }

  unhide(ids: string[]): void {
    this.change({ hidden: without(this.view.hidden, ids) });
  }

  pin(id: string): void {
    this.change({ pinned: toggled(this.view.pinned, id) });
  }

  remove(id: string): void {
    this.take([id], this.view.totals);
    if (this.selected.node === id) this.select({});
  }

  menu(id: string, at: { x: number; y: number }): void {
    const node = this.store.nodes.get(id);
    if (node) openMenu(node.name, itemsFor(node, this.store, this.view, this.selected.node, this, this.simple), at, this.root);
  }

  // simple is a canvas that expands as its host does, without kinds.
  private get simple(): boolean {
    return this.setup.expand !== undefined && this.setup.load === undefined;
  }

  private take(gone: string[], totals: Record<string, number>): void {
    const rest = (ids: string[]): string[] => without(ids, gone);
    this.change({ ids: rest(this.view.ids), hidden: rest(this.view.hidden), pinned: rest(this.view.pinned), totals });
  }

  private change(next: Partial<View>, near?: string): void {
    this.past.keep(this.now());
    const before = new Set(this.view.ids);
    this.view = { ...this.now(), ...next };
    this.past.push(this.view);
    this.redraw(this.view.ids.filter((id) => !before.has(id)), before.size === 0, near);
  }

  private async restore(view: View): Promise<void> {
    this.layout.stop();
    const missing = view.ids.filter((id) => !this.store.nodes.has(id));
    if (missing.length > 0 && this.setup.load) this.store.add(await this.setup.load(view.ids));
    this.view = view;
    this.recall(view);
    this.redraw(view.ids.filter((id) => !this.places.has(id)), false);
  }

  private recall(view: View): void {
    for (const [id, place] of Object.entries(view.places)) this.places.set(id, place);
  }

  // begin draws for the first time, a little at a time: the page must answer its reader meanwhile.
  private async begin(): Promise<void> {
    for (const part of this.words()) {
      part(this.shown());
      await breath();
    }
    this.arrange(this.view.ids, true);
  }

  private redraw(added: string[], first: boolean, near?: string): void {
    this.arrange(added, first, near);
    this.drawWords();
  }

  // arrange draws the view and lays out what is new in it.
  private arrange(added: string[], first: boolean, near?: string): void {
    this.setup.changed?.(this.view);
    const shown = this.shown();
    const fresh = added.filter((id) => !this.places.has(id));
    fresh.forEach((id, i) => this.places.set(id, around(this.origin(id, near), id, i)));
    this.picture?.draw(shown.nodes, shown.edges, (id) => this.places.get(id) ?? [0, 0], this.view.pinned);
    if (!this.picture) return;
    const drawn = new Set(shown.nodes.map((n) => n.id));
    const free = new Set(fresh.filter((id) => drawn.has(id) && !this.view.pinned.includes(id)));
    if (free.size) this.layout.run(free, first);
    else this.drawn();
  }

  // fit shows all when the picture is new; later it moves the camera only when something is out of sight.
  private fit(always: boolean): void {
    if (this.picture?.fit(always || !this.fitted, !this.fitted)) this.fitted = true;
  }

  // origin is where a new node starts: at the one that it came from, or that it is tied to.
  private origin(id: string, near: string | undefined): Place {
    const from = near !== undefined && this.store.neighbours(id, this.view).has(near) ? near : [...this.store.neighbours(id, this.view)].find((other) => this.places.has(other)) ?? near;
    return (from !== undefined ? this.places.get(from) : undefined) ?? [0, 0];
  }

  private tidy(): void {
    if (!this.picture) return;
    this.past.keep(this.now());
    this.past.push(this.now());
    this.layout.run(new Set(this.picture.graph.nodes().filter((id) => !this.view.pinned.includes(id))), false);
    this.bar.draw(this.view, this.shown(), this.past, this.total);
  }

  private moved(): void {
    if (!this.picture) return;
    for (const [id, place] of Object.entries(this.picture.places())) this.places.set(id, place);
  }

  private settled(): void {
    this.moved();
    this.past.keep(this.now());
    this.drawn();
  }

  // drawn shows what has its place. The picture opens when it first has something to show.
  private drawn(): void {
    this.opening ??= this.open();
    void this.opening.then(() => {
      this.fit(false);
      void this.picture?.uncover();
    });
  }

  // now is the view with the places as they are.
  private now(): View {
    const places: Record<string, Place> = {};
    for (const id of this.view.ids) {
      const place = this.places.get(id);
      if (place) places[id] = place;
    }
    return { ...this.view, places };
  }

  private shown(): Shown {
    return this.store.shown(this.view);
  }

  private drawWords(): void {
    const shown = this.shown();
    for (const part of this.words()) part(shown);
  }

  // words are the parts that say what is shown.
  private words(): ((shown: Shown) => void)[] {
    return [
      (shown) => this.bar.draw(this.view, shown, this.past, this.total),
      () => this.panel.draw(this.selected, this.view),
      (shown) => this.tables.drawThings(shown, this.view, this.selected),
      (shown) => this.tables.drawLines(shown, this.selected),
      (shown) => this.stage.draw(shown, this.palette, `Picture of ${count(shown.nodes.length, "thing")} and ${number(shown.edges.length)} lines between them; the tables below hold the same.`),
    ];
  }

  private recolor(): void {
    this.palette = readPalette();
    this.picture?.recolor(this.palette);
    this.drawWords();
  }

  private drawing() {
    const { nodes, edges } = this.shown();
    return { nodes, edges, place: (id: string): Place => this.places.get(id) ?? [0, 0], palette: this.palette };
  }

  private async open(): Promise<void> {
    try {
      await this.picture?.open({
        select: (what) => this.select(what), menu: (id, at) => this.menu(id, at),
        open: (id) => this.openMost(id),
        dragged: () => {
          this.moved();
          this.past.push(this.now());
          this.bar.draw(this.view, this.shown(), this.past, this.total);
        },
      });
    } catch {
      this.stage.without();
      this.picture = undefined;
    }
  }

  // openMost expands what a double click asks for: the smallest kind that is not all there.
  private openMost(id: string): void {
    const node = this.store.nodes.get(id);
    const left = Object.entries(node?.counts ?? {}).filter(([kind, total]) => total > this.store.neighboursOf(id, kind as Kind, this.view));
    left.sort(([, a], [, b]) => a - b);
    if (left[0]) this.expand(id, left[0][0] as Kind);
    else if (this.simple) this.expand(id);
  }
}
