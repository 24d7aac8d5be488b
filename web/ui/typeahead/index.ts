import { List } from "./list";
import { type Choice, pageOf, textOf } from "./option";
import { type Answer, type Hit, Source } from "./source";

export type { Hit } from "./source";

export interface Options {
  /** Kinds to suggest, with commas between; none means all. */
  kinds?: string;
  /** Hits in the list. */
  limit?: number;
  /** Questions in the list. */
  phrases?: number;
  /** Goes to the page of what is chosen; otherwise the input takes its name. */
  go?: boolean;
  /** The name of the hidden input that takes the ref of what is chosen. */
  into?: string;
  /** Is told what was chosen. */
  chosen?: (hit: Hit) => void;
}

const pause = 120; // ms without a keystroke before the server is asked

/** Suggests names below an input while someone types. It works as a plain input without. */
export function attach(input: HTMLInputElement, options: Options = {}): void {
  new Typeahead(input, options);
}

/** Attaches to every input that asks for it: data-typeahead="person,company", data-into="NAME", data-go. */
export function attachAll(page: ParentNode): void {
  for (const input of page.querySelectorAll<HTMLInputElement>("input[data-typeahead]")) {
    const { typeahead, into, go } = input.dataset;
    attach(input, { kinds: typeahead ?? "", go: go !== undefined, phrases: go === undefined ? 0 : 3, ...(into ? { into } : {}) });
  }
}

class Typeahead {
  private readonly list: List;
  private readonly source: Source;
  private readonly status = document.createElement("span");
  private timer = 0;

  constructor(
    private readonly input: HTMLInputElement,
    private readonly options: Options,
  ) {
    this.source = new Source({ kinds: options.kinds ?? "", limit: options.limit ?? 8, phrases: options.phrases ?? 0 });
    this.list = new List(input, (choice, event) => this.take(choice, event));
    input.autocomplete = "off";
    this.status.className = "sr";
    this.status.setAttribute("role", "status");
    this.list.element.after(this.status);
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.stop());
    input.form?.addEventListener("submit", () => this.stop());
  }

  private typed(): void {
    this.forget();
    window.clearTimeout(this.timer);
    const text = this.text();
    if (!text) {
      this.stop();
      return;
    }
    const known = this.source.known(text);
    if (known) this.show(text, known);
    else this.timer = window.setTimeout(() => void this.ask(text), pause);
  }

  private text(): string {
    return this.input.value.trim().replace(/\s+/g, " ").slice(0, 200);
  }

  private async ask(text: string): Promise<void> {
    try {
      const answer = await this.source.ask(text);
      if (document.activeElement === this.input && text === this.text()) this.show(text, answer);
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      this.list.close();
      this.say("Suggestions cannot be had at the moment.");
    }
  }

  private show(text: string, answer: Answer): void {
    const choices: Choice[] = answer.results.map((hit) => ({ hit, href: pageOf(hit) }));
    for (const phrase of answer.phrases ?? []) choices.push({ phrase, href: phrase.href });
    if (this.options.go && choices.length > 0) choices.push({ all: text });
    this.list.show(choices);
    const shown = answer.results.length + (answer.phrases?.length ?? 0);
    if (shown === 0) this.say("No suggestions.");
    else this.say(`${answer.meant ? `Did you mean ${answer.meant}? ` : ""}${shown} ${shown === 1 ? "suggestion" : "suggestions"}. Arrow keys move, Enter chooses.`);
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        if (this.list.open) this.list.move(event.key === "ArrowDown" ? 1 : -1);
        else this.reopen();
        event.preventDefault();
        return;
      case "Enter": {
        const choice = this.list.open ? this.list.active : undefined;
        if (!choice) return;
        event.preventDefault();
        this.take(choice, event);
        return;
      }
      case "Escape":
        if (this.list.open) event.preventDefault(); // else a search input empties itself
        this.stop();
        return;
    }
  }

  private reopen(): void {
    const text = this.text();
    const known = this.source.known(text);
    if (known) this.show(text, known);
    else if (text) void this.ask(text);
  }

  private take(choice: Choice, event: Event): void {
    this.stop();
    const { input, options } = this;
    if ("all" in choice) {
      input.form?.requestSubmit();
      return;
    }
    if (options.go || "phrase" in choice) {
      const aside = (event instanceof MouseEvent || event instanceof KeyboardEvent) && (event.ctrlKey || event.metaKey);
      if (aside) window.open(choice.href, "_blank", "noopener");
      else window.location.assign(choice.href);
      return;
    }
    input.value = textOf(choice);
    const ref = `${choice.hit.type}:${choice.hit.id}`;
    input.dataset["ref"] = ref;
    this.into(ref);
    options.chosen?.(choice.hit);
    input.dispatchEvent(new Event("change", { bubbles: true }));
    this.say(`${input.value} chosen.`);
  }

  /** Other text is no longer what was chosen. */
  private forget(): void {
    if (this.input.dataset["ref"] === undefined) return;
    delete this.input.dataset["ref"];
    this.into("");
  }

  private into(ref: string): void {
    const { form } = this.input;
    const name = this.options.into;
    if (!form || !name) return;
    let field = form.querySelector<HTMLInputElement>(`input[type=hidden][name="${CSS.escape(name)}"]`);
    if (!field) {
      field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      form.append(field);
    }
    field.value = ref;
    field.disabled = ref === ""; // an empty field would stand in the address
  }

  private stop(): void {
    window.clearTimeout(this.timer);
    this.source.stop();
    this.list.close();
  }

  private say(words: string): void {
    this.status.textContent = words;
  }
}
