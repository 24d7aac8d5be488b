// The part of the API's answer that the widget shows.
export interface Ref {
  type: string;
  id: string;
  name: string;
}
export interface Episode {
  id: string;
  title: string;
  show: Ref;
  published?: string;
  url?: string;
}
export interface Reason {
  kind: "guest" | "maker" | "employer" | "mention";
  entity: Ref;
}
export interface Related {
  episode: Episode;
  reasons: Reason[];
}
export interface Answer {
  episode: Episode;
  results: Related[];
}

/** The server is where this script came from. */
export const server = new URL(".", import.meta.url);

/** Asks which episodes are related to the one that query names (id=, url= or guid=). No cookies go along. */
export async function ask(query: URLSearchParams, signal: AbortSignal): Promise<Answer> {
  const answer = await fetch(new URL("api/v1/related?" + query, server), { signal, credentials: "omit" });
  if (!answer.ok) throw new Error(`related episodes: ${answer.status}`);
  return answer.json();
}

/** The address of a node's page on the server. */
export function page(type: string, id: string): string {
  return new URL(encodeURIComponent(type) + "/" + encodeURIComponent(id), server).href;
}

/** The page of an episode's own: an http(s) address, no script, and not the front of a site, which is the show's. */
export function own(address = ""): string {
  return /^https?:\/\/[^/?#]+[/?#]+[^/?#]/i.test(address) ? address : "";
}
