import { ask, type Answer } from "./answer";
import { messagesFor } from "./messages";
import { style } from "./style";
import { view } from "./view";

/**
 * <related-episodes episode="ID" | url="PAGE" | guid="GUID" limit="6" heading="…" lang="…" theme="light|dark|page">
 *
 * Without any of the first three it asks for the page it stands on. What stands inside stays until there is something
 * to put in its place, and for good when there is not. Fires "load" or "error".
 */
export class RelatedEpisodes extends HTMLElement {
  static observedAttributes = ["episode", "url", "guid", "limit", "heading", "lang"];
  #root = this.attachShadow({ mode: "open" });
  #asked?: AbortController;
  #answer?: Answer;
  #waiting = false;
  #watch?: IntersectionObserver;

  constructor() {
    super();
    style(this.#root);
    this.#root.append(document.createElement("slot"));
  }

  connectedCallback(): void {
    this.#soon();
  }

  disconnectedCallback(): void {
    this.#asked?.abort();
    this.#watch?.disconnect();
  }

  attributeChangedCallback(name: string): void {
    if (name !== "heading" && name !== "lang") this.#answer = undefined;
    if (this.isConnected) this.#soon();
  }

  // Attributes that change together are one change.
  #soon(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    queueMicrotask(() => {
      this.#waiting = false;
      void this.#load();
    });
  }

  async #load(): Promise<void> {
    this.#asked?.abort();
    this.#watch?.disconnect();
    const { signal } = (this.#asked = new AbortController());
    try {
      this.#answer ??= await ask(this.#query(), signal);
      if (signal.aborted) return;
      if (this.#answer.results.length) this.#show(this.#answer);
      else this.#root.replaceChildren(document.createElement("slot"));
      this.dispatchEvent(new Event("load"));
    } catch {
      if (signal.aborted) return;
      this.#root.replaceChildren(document.createElement("slot"));
      this.dispatchEvent(new Event("error"));
    }
  }

  #query(): URLSearchParams {
    const query = new URLSearchParams();
    const by = ["episode", "guid", "url"].find((name) => this.getAttribute(name));
    const page = document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href || location.href;
    query.set(by === "episode" ? "id" : (by ?? "url"), by ? (this.getAttribute(by) ?? "") : page);
    query.set("limit", String(Math.min(Math.max(Number(this.getAttribute("limit")) || 6, 1), 20)));
    return query;
  }

  #show(answer: Answer): void {
    const tag = this.closest("[lang]")?.getAttribute("lang") || navigator.language;
    const draw = () => view(answer, { ...messagesFor(tag), heading: this.getAttribute("heading") ?? "" });
    const shown = draw();
    const fallback = this.#root.querySelector("slot");
    const { top, height } = this.getBoundingClientRect();
    this.#root.replaceChildren(shown);
    this.style.minBlockSize = "";
    if (!fallback || !height || top > innerHeight || this.#fits(shown, height)) return;
    this.#root.replaceChildren(fallback);
    this.#later(() => this.#root.replaceChildren(draw()));
  }

  // What a reader sees must not jump, nor the keyboard lose its place. Below the fold the widget takes the room it needs;
  // in sight it takes the room that the content inside the element had, with as many cards as that holds.
  #fits(shown: HTMLElement, height: number): boolean {
    if (this.contains(document.activeElement)) return false;
    const cards = shown.querySelector("ul");
    while (cards && shown.offsetHeight > height && cards.children.length > 1) cards.lastElementChild?.remove();
    if (shown.offsetHeight > height) return false;
    this.style.minBlockSize = height + "px";
    return true;
  }

  // Calls back when the element has gone below the fold.
  #later(show: () => void): void {
    this.#watch = new IntersectionObserver(([seen]) => {
      if (!seen || seen.isIntersecting || seen.boundingClientRect.top < innerHeight || this.contains(document.activeElement)) return;
      this.#watch?.disconnect();
      show();
    });
    this.#watch.observe(this);
  }
}
