/** "/" moves to the search box, as on many sites. */
export function focusOnSlash(page: Document): void {
  page.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
    const box = page.querySelector<HTMLInputElement>("[data-slash]");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
