import { offerCopies } from "./copy";

/** Shows what the form asks for when a choice changes: the same page, of which only the result is taken. */
export function showOnChange(form: HTMLFormElement, result: HTMLElement, status: HTMLElement | null): void {
  let asked: AbortController | undefined;
  const show = async () => {
    if (!form.reportValidity()) return;
    asked?.abort();
    const { signal } = (asked = new AbortController());
    const address = addressOf(form);
    try {
      const answer = await fetch(address, { signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(result.id);
      if (!answer.ok || !fresh) throw new Error(`embed: ${answer.status}`);
      result.replaceChildren(...fresh.childNodes);
      history.replaceState(null, "", address);
      offerCopies(result);
      if (status) status.textContent = result.querySelector("h2")?.textContent + ": shown below.";
    } catch {
      if (!signal.aborted) location.assign(address); // the server says what is wrong
    }
  };
  form.addEventListener("change", () => void show());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void show();
  });
}

/** The form as an address, without what is not filled in. */
function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value) query.set(name, value);
  return `${form.action}?${query}`;
}
