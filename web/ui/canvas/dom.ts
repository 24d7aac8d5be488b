// Elements are made here and nowhere else: text goes in as text, never as markup.

type Child = Node | string | null | undefined | false;
type Props = Record<string, string | boolean | ((event: Event) => void) | undefined>;

export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false));
  return element;
}

export const button = (label: string, act: () => void, props: Props = {}): HTMLButtonElement =>
  h("button", { type: "button", click: act, ...props }, label);

// The headings of a canvas stand below those of the page it is in.
export type Level = "h2" | "h3";

let made = 0;

// An id no other element of the page has, for labels and descriptions.
export const newId = (word: string): string => `canvas-${word}-${++made}`;

export const reducedMotion = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
