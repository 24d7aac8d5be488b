import { type Choice, optionFor } from "./option";

let lists = 0;

/** The list below an input: options, of which one may be active while the focus stays in the input (ARIA combobox). */
export class List {
  readonly element = document.createElement("ul");
  choices: Choice[] = [];
  private at = -1;
  private readonly id = `suggest-${++lists}`;

  constructor(
    private readonly input: HTMLInputElement,
    private readonly choose: (choice: Choice, event: Event) => void,
  ) {
    const { element } = this;
    element.id = this.id;
    element.className = "suggest";
    element.hidden = true;
    element.setAttribute("role", "listbox");
    element.setAttribute("aria-label", "Suggestions");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.id);
    input.after(element);
    input.parentElement?.classList.add("suggest-host");
    // The focus stays in the input.
    element.addEventListener("pointerdown", (event) => event.preventDefault());
    element.addEventListener("click", (event) => {
      const index = this.indexOf(event.target);
      const choice = this.choices[index];
      if (choice) this.choose(choice, event);
    });
    element.addEventListener("pointermove", (event) => {
      const index = this.indexOf(event.target);
      if (index >= 0) this.activate(index);
    });
  }

  get open(): boolean {
    return !this.element.hidden;
  }

  get active(): Choice | undefined {
    return this.choices[this.at];
  }

  show(choices: Choice[]): void {
    this.choices = choices;
    this.at = -1;
    this.element.replaceChildren(...choices.map((choice, i) => optionFor(choice, `${this.id}-${i}`)));
    this.input.removeAttribute("aria-activedescendant");
    if (choices.length === 0) {
      this.close();
      return;
    }
    this.place();
    this.element.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  close(): void {
    this.element.hidden = true;
    this.at = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  /** Moves the active option; before the first and after the last none is, as the text itself is the choice then. */
  move(by: 1 | -1): void {
    const count = this.choices.length + 1;
    this.activate(((this.at + 1 + by + count) % count) - 1);
  }

  private activate(index: number): void {
    if (index === this.at) return;
    this.at = index;
    [...this.element.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    const option = this.element.children[index];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  private indexOf(target: EventTarget | null): number {
    const option = target instanceof Element ? target.closest("[role=option]") : null;
    return option ? [...this.element.children].indexOf(option) : -1;
  }

  private place(): void {
    const { style } = this.element;
    style.setProperty("top", `${this.input.offsetTop + this.input.offsetHeight + 4}px`);
    style.setProperty("left", `${this.input.offsetLeft}px`);
    style.setProperty("min-width", `${this.input.offsetWidth}px`);
  }
}
