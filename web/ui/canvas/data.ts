// What the canvas is given: the same whether a page, the API or a console's rows give it.

export type Kind = "person" | "company" | "technology" | "episode" | "show" | "other";

export interface GraphNode {
  id: string; // a ref such as person:aaron-francis, or "row:N"
  kind: Kind;
  name: string;
  href?: string;
  counts?: Partial<Record<Kind, number>>; // neighbours in the whole graph, by their kind
}

export interface Evidence {
  quote: string;
  episode: string; // a ref
  title: string;
  at?: number; // seconds into the episode
  href: string;
  status?: string; // as of that episode
  roles?: string[];
  date?: string; // RFC 3339
}

export interface GraphEdge {
  id: string;
  source: string;
  target: string;
  type: string; // WORKED_AT …
  status?: string; // as of the newest statement, and so the date and the roles
  date?: string;
  roles?: string[];
  evidence?: Evidence[]; // newest first
  said?: number; // how many statements there are, when evidence does not hold them all
}

export interface GraphData {
  nodes: GraphNode[];
  edges: GraphEdge[];
  total?: number; // how many nodes there would be without a limit
}

// More of what a node is tied to, besides what is known already; the console's takes only the ref.
export type Expand = (ref: string, kind?: Kind, known?: string[]) => Promise<GraphData>;

export const KINDS: readonly Kind[] = ["person", "company", "technology", "episode", "show", "other"];

const PLURALS: Record<Kind, string> = {
  person: "people", company: "companies", technology: "technologies", episode: "episodes", show: "shows", other: "others",
};

export const plural = (kind: Kind): string => PLURALS[kind];

const WORDS: Record<string, string> = {
  WORKED_AT: "worked at", CREATED: "created", MAKES: "makes", HOSTED: "hosted", GUEST_ON: "was a guest on",
  MENTIONS: "names", SPONSORED: "sponsored", PART_OF: "is part of",
};

type Told = Pick<GraphEdge, "type" | "status">;

// verb says what the source of a line does to its target, as of the newest statement.
export function verb({ type, status }: Told): string {
  if (type === "WORKED_AT" && status === "current") return "works at";
  if (type === "WORKED_AT" && status === "unknown") return "is tied to";
  return typeWords(type);
}

// verbHere says the same where the target is what is spoken of.
export function verbHere({ type, status }: Told): string {
  if (type === "WORKED_AT") return status === "current" ? "works here" : status === "unknown" ? "is tied to it" : "worked here";
  if (type === "GUEST_ON") return "was a guest";
  return `${typeWords(type)} it`;
}

export const typeWords = (type: string): string => WORDS[type] ?? type.toLowerCase().replaceAll("_", " ");

const ORDER = ["WORKED_AT", "CREATED", "MAKES", "GUEST_ON", "HOSTED", "SPONSORED", "PART_OF", "MENTIONS"];

const rank = (edge: GraphEdge): number => (ORDER.includes(edge.type) ? ORDER.indexOf(edge.type) : 0);

// tellingFirst orders lines: what people did before who spoke of what, of each the newest first.
export const tellingFirst = (a: GraphEdge, b: GraphEdge): number =>
  rank(a) - rank(b) || (b.date ?? "").localeCompare(a.date ?? "") || a.id.localeCompare(b.id);

// Bidirectional embeddings, overrides and isolates in a name would turn round the text that follows it.
const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;

export const clean = (text: string): string => text.replace(CONTROLS, "");

export const shorten = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\s,;–-]+\S{0,12}$/, "").trimEnd() + "…";

// number is written as in English; toLocaleString would first load what it knows of every language.
export const number = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

export const count = (n: number, one: string, many = one + "s"): string => `${number(n)} ${n === 1 ? one : many}`;

export const day = (date: string | undefined): string => {
  const at = date ? new Date(date) : undefined;
  return !at || Number.isNaN(at.getTime()) ? "" : at.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
};

export const clock = (seconds: number): string => {
  const s = Math.max(0, Math.floor(seconds));
  const two = (n: number): string => String(n).padStart(2, "0");
  return s >= 3600 ? `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}` : `${Math.floor(s / 60)}:${two(s % 60)}`;
};

const SHORT_ROLES = /\b(ceo|cto|cfo|coo|cio|cmo|cpo|cro|ciso|vp|svp|evp|cso|dba|sre|qa|ai|ml|phd|ux|ui)\b/g;

export const roleText = (roles: string[] | undefined): string =>
  (roles ?? []).map((role) => clean(role).replace(SHORT_ROLES, (word) => word.toUpperCase())).join(", ");

// Only addresses of our own and plain web addresses are ever linked.
export const safeHref = (href: string | undefined): string | undefined =>
  href && (/^\/(?![/\\])/.test(href) || /^https?:\/\//.test(href)) ? href : undefined;
