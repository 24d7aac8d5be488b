import type { Kind } from "./data";

// The colors of the picture are those of the style sheet, read anew when the scheme changes.
export interface Palette {
  paper: string;
  sheet: string;
  ink: string;
  soft: string;
  line: string;
  marker: string;
  kinds: Record<Kind, string>;
  font: string;
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue("--" + name).trim();
  return {
    paper: token("paper"), sheet: token("sheet"), ink: token("ink"), soft: token("soft"), line: token("line"), marker: token("marker"),
    kinds: {
      person: token("person"), company: token("company"), technology: token("technology"),
      episode: token("episode"), show: token("show"), other: token("soft"),
    },
    font: token("sans"),
  };
}

// watchScheme calls back when light turns to dark or back; the result ends it.
export function watchScheme(changed: () => void): () => void {
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", changed);
  return () => scheme.removeEventListener("change", changed);
}

// mix lays one #rrggbb color over another.
export function mix(over: string, under: string, share: number): string {
  const parts = (color: string): number[] => [1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16));
  const below = parts(under);
  return "#" + parts(over).map((v, i) => Math.round(v * share + (below[i] ?? 0) * (1 - share)).toString(16).padStart(2, "0")).join("");
}
