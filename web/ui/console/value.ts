// Values as /api/v1/query gives them, and how they read.

export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
export interface NodeValue { id: string; labels: string[]; properties: { [key: string]: Value } }
export interface RelationshipValue { id: string; type: string; start: string; end: string; properties: { [key: string]: Value } }
export interface PathValue { nodes: NodeValue[]; relationships: RelationshipValue[] }

const KINDS = ["person", "company", "technology", "episode", "show"] as const;
export type PageKind = (typeof KINDS)[number];

const isMap = (v: Value | undefined): v is { [key: string]: Value } => typeof v === "object" && v !== null && !Array.isArray(v);

export const isNode = (v: Value): boolean => isMap(v) && Object.keys(v).length === 3 && typeof v.id === "string" && Array.isArray(v.labels) && isMap(v.properties);

export const isRelationship = (v: Value): boolean =>
  isMap(v) && typeof v.type === "string" && typeof v.start === "string" && typeof v.end === "string" && isMap(v.properties);

export function isPath(v: Value): boolean {
  return isMap(v) && Object.keys(v).length === 2 && Array.isArray(v.nodes) && Array.isArray(v.relationships) && v.nodes.length === v.relationships.length + 1;
}

export function nameOf(node: NodeValue): string {
  const { name, title } = node.properties;
  return typeof name === "string" && name !== "" ? name : typeof title === "string" ? title : "";
}

// pageOf is the page that a node has.
export function pageOf(node: NodeValue): { kind: PageKind; id: string; href: string } | undefined {
  const { id } = node.properties;
  const kind = KINDS.find((k) => node.labels.some((label) => label.toLowerCase() === k));
  if (!kind || typeof id !== "string" || id === "" || nameOf(node) === "") return undefined;
  return { kind, id, href: `/${kind}/${encodeURIComponent(id)}` };
}

const nodeText = (node: NodeValue): string =>
  `(${node.labels.map((l) => `:${l}`).join("")} ${nameOf(node) ? JSON.stringify(nameOf(node)) : textOf(node.properties)})`;

function pathText(path: PathValue): string {
  return path.nodes.reduce((text, node, i) => {
    const step = path.relationships[i - 1];
    if (!step) return nodeText(node);
    const forward = step.start === path.nodes[i - 1]?.id;
    return `${text}${forward ? "-" : "<-"}[:${step.type}]${forward ? "->" : "-"}${nodeText(node)}`;
  }, "");
}

// textOf writes a value much as Cypher would.
export function textOf(v: Value): string {
  if (Array.isArray(v)) return `[${v.map(textOf).join(", ")}]`;
  if (!isMap(v)) return JSON.stringify(v);
  if (isNode(v)) return nodeText(v as unknown as NodeValue);
  if (isRelationship(v)) return `[:${(v as unknown as RelationshipValue).type}]`;
  if (isPath(v)) return pathText(v as unknown as PathValue);
  return `{${Object.keys(v).sort().map((key) => `${key}: ${textOf(v[key] ?? null)}`).join(", ")}}`;
}

// plainText is what is copied: text as it is, nothing for null, a node's name, and the rest as it reads.
export function plainText(v: Value): string {
  if (v === null) return "";
  if (typeof v === "string") return v;
  return isNode(v) && nameOf(v as unknown as NodeValue) !== "" ? nameOf(v as unknown as NodeValue) : textOf(v);
}
