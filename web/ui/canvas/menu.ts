import { h } from "./dom";

export interface Item {
  label: string;
  act?: () => void;
  href?: string;
  pressed?: boolean;
}

// openMenu shows what can be done with a node, at a point of the window. Keys: arrows, Home, End, Enter, Escape.
export function openMenu(title: string, items: Item[], at: { x: number; y: number }, host: HTMLElement): void {
  const before = document.activeElement;
  const menu = h("div", { class: "canvas-menu", role: "menu", "aria-label": title });
  const entries = items.map((item) => {
    const props = { role: "menuitem", tabindex: "-1" };
    return item.href
      ? h("a", { ...props, href: item.href }, item.label)
      : h("button", { ...props, type: "button", click: () => { close(true); item.act?.(); } }, item.label);
  });
  menu.append(h("p", { class: "canvas-menu-title", role: "presentation" }, title), ...entries);

  const outside = (event: Event): void => {
    if (!menu.contains(event.target as Node)) close(false);
  };
  const close = (back: boolean): void => {
    document.removeEventListener("pointerdown", outside, true);
    removeEventListener("resize", away);
    menu.remove();
    if (back && before instanceof HTMLElement && before.isConnected) before.focus();
  };
  const away = (): void => close(false);

  menu.addEventListener("keydown", (event) => {
    const here = entries.indexOf(document.activeElement as HTMLAnchorElement);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      close(true);
    } else if (to !== undefined) {
      event.preventDefault();
      entries.at(to % entries.length)?.focus();
    }
  });
  menu.addEventListener("contextmenu", (event) => event.preventDefault());
  document.addEventListener("pointerdown", outside, true);
  addEventListener("resize", away);
  host.append(menu);
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(4, Math.min(at.x, innerWidth - width - 4))}px`;
  menu.style.top = `${Math.max(4, Math.min(at.y, innerHeight - height - 4))}px`;
  entries[0]?.focus({ preventScroll: true });
}
