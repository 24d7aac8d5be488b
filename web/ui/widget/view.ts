import { own, page, type Answer, type Reason, type Ref, type Related } from "./answer";
import type { Messages } from "./messages";

/** What the widget may say of how it looks. */
export interface Look {
  lang: string;
  text: Messages;
  heading: string;
}

// Everything that came from a feed goes in as text, never as markup.
function element<K extends keyof HTMLElementTagNameMap>(name: K, part: string, ...inside: (Node | string)[]): HTMLElementTagNameMap[K] {
  const e = document.createElement(name);
  if (part) e.setAttribute("part", (e.className = part));
  e.append(...inside);
  return e;
}

function link(part: string, href: string, name: string): HTMLAnchorElement {
  const bdi = element("bdi", "", clean(name));
  const a = element("a", part, bdi);
  a.href = href;
  a.rel = "noopener";
  return a;
}

/** Without the characters that turn the direction of what follows, and of a length that fits. */
function clean(name: string): string {
  return String(name).replace(/[\u202a-\u202e\u2066-\u2069]/g, "").slice(0, 300);
}

export function view(answer: Answer, look: Look): HTMLElement {
  const section = element("section", "widget");
  section.lang = look.lang;
  section.dir = look.lang === "ar" ? "rtl" : "ltr";
  section.append(
    element("h2", "heading", look.heading || look.text.heading),
    element("ul", "list", ...answer.results.map((r) => card(r, look))),
    element("p", "evidence", link("", page("episode", answer.episode.id) + "#related", look.text.evidence)),
  );
  section.ariaLabel = look.heading || look.text.heading;
  return section;
}

function card({ episode, reasons }: Related, look: Look): HTMLElement {
  const href = own(episode.url) || page("episode", episode.id);
  return element(
    "li",
    "card",
    link("title", href, episode.title || look.text.untitled),
    element("p", "meta", ...meta(episode.show, episode.published, look.lang)),
    element("p", "why", ...why(reasons, look.text)),
  );
}

function meta(show: Ref | undefined, published: string | undefined, lang: string): (Node | string)[] {
  const out: (Node | string)[] = show?.name ? [element("bdi", "", clean(show.name))] : [];
  const day = new Date(published || "");
  if (!isNaN(+day)) {
    const time = element("time", "", day.toLocaleDateString(lang, { dateStyle: "medium", timeZone: "UTC" }));
    time.dateTime = published ?? "";
    out.push(...(out.length ? [" · "] : []), time);
  }
  return out;
}

/** One line: the strongest kind of reason with up to three names. */
export function why(reasons: Reason[], text: Messages): (Node | string)[] {
  const kind = reasons[0]?.kind ?? "mention";
  const [before = "", after = ""] = (Object.hasOwn(text, kind) ? text[kind] : text.mention).split("{}");
  const names = reasons
    .filter((r) => r.kind === kind)
    .slice(0, 3)
    .flatMap(({ entity }, i) => [...(i ? [text.comma] : []), link("name", page(entity.type, entity.id), entity.name)]);
  return [before, ...names, after];
}
