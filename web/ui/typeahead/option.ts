import type { Hit, Phrase } from "./source";

/** One line of the list. */
export type Choice = { hit: Hit; href: string } | { phrase: Phrase; href: string } | { all: string };

export function pageOf(hit: Hit): string {
  return `/${encodeURIComponent(hit.type)}/${encodeURIComponent(hit.id)}`;
}

/** What the line says when it is chosen or read out. */
export function textOf(choice: Choice): string {
  if ("hit" in choice) return choice.hit.name || choice.hit.id;
  return "phrase" in choice ? choice.phrase.text : choice.all;
}

function span(className: string, text: string): HTMLElement {
  const element = document.createElement("span");
  element.className = className;
  element.dir = "auto";
  element.textContent = text;
  return element;
}

/** The picture of a kind, from the sprite whose address stands in the page. */
export function icon(kind: string): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", `icon ${kind}`);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `${document.body.dataset["icons"] ?? ""}#${kind}`);
  svg.append(use);
  return svg;
}

export function optionFor(choice: Choice, id: string): HTMLElement {
  const option = document.createElement("li");
  option.id = id;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  const words = document.createElement("span");
  words.className = "suggest-words";
  if ("hit" in choice) {
    const { hit } = choice;
    option.append(icon(hit.type));
    words.append(span("suggest-name", textOf(choice)));
    const about = [hit.match ? `also written ${hit.match}` : "", hit.detail ?? ""].filter(Boolean).join(" · ");
    if (about) words.append(span("suggest-about", about));
    option.append(words, span("suggest-kind", hit.type));
    return option;
  }
  option.append(icon("phrase" in choice ? "question" : "all"));
  words.append(span("suggest-name", "phrase" in choice ? choice.phrase.text : `All results for “${choice.all}”`));
  option.append(words);
  return option;
}
