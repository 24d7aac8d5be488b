/** What the server found, as /api/v1/search gives it. */
export interface Hit {
  type: string;
  id: string;
  name: string;
  detail?: string;
  match?: string;
  alike?: boolean;
}

/** A question of the library, filled in. */
export interface Phrase {
  text: string;
  href: string;
}

export interface Answer {
  results: Hit[];
  total: number;
  meant?: string;
  phrases?: Phrase[];
}

export interface Wanted {
  kinds: string;
  limit: number;
  phrases: number;
}

const kept = 60;

/** Asks the server for suggestions: one question at a time, answers kept for when a letter is taken back. */
export class Source {
  private readonly answers = new Map<string, Answer>();
  private running: AbortController | undefined;

  constructor(private readonly wanted: Wanted) {}

  /** The answer when it is here already. */
  known(text: string): Answer | undefined {
    return this.answers.get(text);
  }

  /** Rejects with an AbortError when a later question has been asked. */
  async ask(text: string): Promise<Answer> {
    this.stop();
    const running = new AbortController();
    this.running = running;
    const query = new URLSearchParams({ q: text, limit: String(this.wanted.limit) });
    if (this.wanted.kinds) query.set("type", this.wanted.kinds);
    if (this.wanted.phrases) query.set("phrases", String(this.wanted.phrases));
    const response = await fetch(`/api/v1/search?${query}`, { signal: running.signal, headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`search answered ${response.status}`);
    const answer = (await response.json()) as Answer;
    if (this.answers.size >= kept) this.answers.delete(this.answers.keys().next().value ?? "");
    this.answers.set(text, answer);
    return answer;
  }

  stop(): void {
    this.running?.abort();
    this.running = undefined;
  }
}
