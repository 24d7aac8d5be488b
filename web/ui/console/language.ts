// Cypher for CodeMirror: enough of its words to color a statement; the server parses.
import { HighlightStyle, StreamLanguage, type StreamParser, type StringStream } from "@codemirror/language";
import { tags } from "@lezer/highlight";

export const KEYWORDS = [
  "MATCH", "OPTIONAL", "WHERE", "RETURN", "DISTINCT", "WITH", "UNWIND", "AS", "ORDER", "BY", "ASC", "DESC", "SKIP", "LIMIT", "UNION", "ALL", "CALL", "YIELD",
  "AND", "OR", "XOR", "NOT", "IN", "IS", "NULL", "CONTAINS", "STARTS", "ENDS", "CASE", "WHEN", "THEN", "ELSE", "END", "EXISTS", "COUNT", "COLLECT",
  "TRUE", "FALSE", "EXPLAIN", "PROFILE", "SHOW", "FUNCTIONS", "PROCEDURES", "INDEXES", "CONSTRAINTS", "ANY", "NONE", "SINGLE", "SHORTEST", "USE",
];
const known = new Set(KEYWORDS);

interface State {
  open: "" | "/*" | "'" | '"'; // what goes on over the end of the line
  before: string; // the sign before, which tells a label from a variable
}

function quoted(stream: StringStream, state: State): string {
  for (let c = stream.next(); c; c = stream.next()) {
    if (c === "\\") stream.next();
    else if (c === state.open) {
      state.open = "";
      break;
    }
  }
  return "string";
}

function comment(stream: StringStream, state: State): string {
  if (stream.skipTo("*/")) {
    stream.match("*/");
    state.open = "";
  } else stream.skipToEnd();
  return "comment";
}

function word(stream: StringStream, before: string): string {
  const text = stream.current();
  if (before === ":" || before === "|" || before === "&" || before === "!") return "typeName";
  if (before === ".") return "propertyName";
  if (/^\s*\(/.test(stream.string.slice(stream.pos)) && !/^(AND|OR|XOR|NOT|IN|WHERE|MATCH|WITH|RETURN|AS|CALL|UNION|ALL|WHEN|THEN|ELSE)$/i.test(text)) return "function";
  return known.has(text.toUpperCase()) ? "keyword" : "variableName";
}

const parser: StreamParser<State> = {
  name: "cypher",
  startState: () => ({ open: "", before: "" }),
  token(stream, state) {
    if (state.open === "/*") return comment(stream, state);
    if (state.open) return quoted(stream, state);
    if (stream.eatSpace()) return null;
    const before = state.before;
    state.before = "";
    if (stream.match("//")) {
      stream.skipToEnd();
      return "comment";
    }
    if (stream.match("/*")) {
      state.open = "/*";
      return comment(stream, state);
    }
    const c = stream.next() ?? "";
    if (c === "'" || c === '"') {
      state.open = c;
      return quoted(stream, state);
    }
    if (c === "`") {
      stream.match(/^(?:[^`]|``)*`?/);
      return before === ":" || before === "|" ? "typeName" : "variableName";
    }
    if (c === "$" && stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u)) return "special";
    if (/\d/.test(c)) {
      stream.match(/^[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?/);
      return "number";
    }
    if (/[\p{L}_]/u.test(c)) {
      stream.match(/^[\p{L}\p{N}_]*/u);
      return word(stream, before);
    }
    state.before = c;
    return /[()[\]{}]/.test(c) ? "bracket" : "operator";
  },
  languageData: { commentTokens: { line: "//", block: { open: "/*", close: "*/" } }, closeBrackets: { brackets: ["(", "[", "{", "'", '"', "`"] } },
  tokenTable: { special: tags.special(tags.variableName), function: tags.function(tags.variableName) },
};

export const cypher = StreamLanguage.define(parser);

// The colors are the page's, light and dark.
export const colors = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--technology)", fontWeight: "600" },
  { tag: tags.string, color: "var(--company)" },
  { tag: tags.number, color: "var(--episode)" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
  { tag: tags.typeName, color: "var(--person)" },
  { tag: tags.function(tags.variableName), color: "var(--show)" },
  { tag: tags.special(tags.variableName), color: "var(--episode)", fontWeight: "600" },
]);
