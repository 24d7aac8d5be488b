// Looking into a statement without parsing it.

// bare blanks out strings, names in backticks and comments; places stay as they are.
export function bare(statement: string): string {
  return statement.replace(/'(?:\\.|[^\\'])*'?|"(?:\\.|[^\\"])*"?|`[^`]*`?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, (part) => part.replace(/[^\n]/g, " "));
}

// parameters lists the names of $parameters, each once.
export function parameters(statement: string): string[] {
  return [...new Set([...bare(statement).matchAll(/\$([A-Za-z_][A-Za-z0-9_]*)/g)].map((m) => m[1] ?? ""))];
}

// variables lists the names that patterns and AS give.
export function variables(statement: string): string[] {
  const found = bare(statement).matchAll(/[([]\s*([A-Za-z_]\w*)|\bAS\s+([A-Za-z_]\w*)|\b([A-Za-z_]\w*)\s*=\s*\(|\bUNWIND\b[^\n]*?\bAS\s+([A-Za-z_]\w*)/gi);
  return [...new Set([...found].map((m) => m[1] ?? m[2] ?? m[3] ?? m[4] ?? ""))].filter((name) => name !== "");
}

// kindsOf lists the labels or types that a variable is given in the statement's patterns.
export function kindsOf(statement: string, variable: string): string[] {
  const found = bare(statement).matchAll(new RegExp(`[([]\\s*${variable}\\s*:\\s*([\\w|&: ]+)`, "g"));
  return [...found].flatMap((m) => (m[1] ?? "").split(/[|&:\s]+/)).filter((name) => name !== "");
}

// openBracket is the last bracket before a place that is not closed there: ( [ { or "".
export function openBracket(text: string): { bracket: string; at: number } {
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    const c = text.charAt(i);
    if (")]}".includes(c)) depth++;
    else if ("([{".includes(c) && depth-- === 0) return { bracket: c, at: i };
  }
  return { bracket: "", at: -1 };
}

// begins is what EXPLAIN or PROFILE put before the statement, when it does not say so itself.
export function begins(mode: string, statement: string): string {
  const first = bare(statement).trim().toUpperCase();
  return mode === "1" || /^(EXPLAIN|PROFILE)\b/.test(first) ? "" : `${mode.toUpperCase()}\n`;
}
