// What the server knows: names that statements may hold, and the library. Each is fetched once, when it is first needed.

export interface Property { name: string; types: string[] }
export interface Named { name: string; properties: Property[] }
export interface Callable { name: string; signature: string; description: string }
export interface Catalog { labels: Named[]; relationships: Named[]; functions: Callable[]; procedures: Callable[] }

export interface Param { name: string; type: string; default?: unknown; doc?: string }
export interface Question {
  name: string;
  title: string;
  category: string;
  description: string;
  params?: Param[];
  phrase?: { param?: string; kind?: string }[];
  text: string;
}

function once<T>(address: string, otherwise: T, read: (answer: unknown) => T): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () =>
    (made ??= fetch(address)
      .then(async (response) => (response.ok ? read(await response.json()) : Promise.reject(new Error(response.statusText))))
      .catch(() => {
        made = undefined; // the next one may have more luck
        return otherwise;
      }));
}

export const catalog = once<Catalog>("/api/v1/schema", { labels: [], relationships: [], functions: [], procedures: [] }, (answer) => answer as Catalog);
export const questions = once<Question[]>("/api/v1/queries", [], (answer) => (answer as { results: Question[] }).results);
