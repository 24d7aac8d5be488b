// What /api/v1/query answers.
import type { Value } from "./value";

export interface Step {
  operator: string;
  details?: string;
  estimatedRows: number;
  rows?: number;
  dbHits?: number;
  nanos?: number;
  children?: Step[];
}

export interface Notice { message: string; severity: string; line?: number; column?: number; wrong?: string; suggestion?: string }

export interface Table { columns: string[]; rows: Value[][]; truncated: boolean; ms: number; plan?: Step; notices?: Notice[] }

export interface Problem { title: string; status: number; detail: string; code?: string; line?: number; column?: number; wrong?: string; suggestion?: string }

export type Answer = { table: Table } | { problem: Problem };

// exact reads JSON and keeps the digits of whole numbers that a number here cannot hold, as text.
export function exact(text: string): unknown {
  const keep = (_: string, v: unknown, context?: { source?: string }) =>
    typeof v === "number" && !Number.isSafeInteger(v) && /^-?\d+$/.test(context?.source ?? "") ? context?.source : v;
  return JSON.parse(text, keep);
}

// ask runs a statement. parameters is the text of a JSON object, so that 1.0 arrives as it was written.
export async function ask(query: string, parameters: string, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch("/api/v1/query", {
      method: "POST", signal, headers: { "Content-Type": "application/json" }, body: `{"query":${JSON.stringify(query)},"parameters":${parameters}}`,
    });
    const body = exact(await response.text());
    return response.ok ? { table: body as Table } : { problem: body as Problem };
  } catch (error) {
    if (signal.aborted) throw error;
    return { problem: { title: "No answer", status: 0, detail: "The server does not answer. Is it still there?" } };
  }
}
