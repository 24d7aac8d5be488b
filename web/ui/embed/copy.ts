/** Shows the buttons that copy: without a script they could do nothing. */
export function offerCopies(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>("button[data-copy]")) button.hidden = false;
}

export function copyOnClick(page: Document): void {
  offerCopies(page);
  page.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("button[data-copy]") : null;
    const code = button && page.getElementById(button.dataset["copy"] ?? "");
    if (button && code instanceof HTMLTextAreaElement) void copy(code, button);
  });
}

async function copy(code: HTMLTextAreaElement, button: HTMLButtonElement): Promise<void> {
  const label = button.firstChild;
  try {
    await navigator.clipboard.writeText(code.value);
    if (label) label.nodeValue = "Copied";
  } catch {
    code.select(); // no clipboard without TLS: the reader's own keys do it
    if (label) label.nodeValue = "Press Ctrl+C";
  }
  setTimeout(() => {
    if (label) label.nodeValue = "Copy";
  }, 2000);
}
