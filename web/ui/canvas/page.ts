import { Canvas } from "./canvas";
import type { Expand, GraphData } from "./data";
import { BrowserPast } from "./past";
import { Source } from "./source";
import { readView, writeView, type View } from "./view";

// explore starts the canvas of /explore in place of the tables that the server wrote.
export async function explore(root: HTMLElement): Promise<void> {
  const source = new Source();
  const form = document.querySelector<HTMLFormElement>("form.explore-add");
  const behind = document.querySelector<HTMLAnchorElement>("#behind");
  const ids = (root.dataset["ids"] ?? "").split(",").filter(Boolean);
  const data = await source.load(ids);
  const view = firstView(data);
  const missing = view.ids.filter((id) => !data.nodes.some((n) => n.id === id));
  const expand: Expand = (ref, kind, ids) => source.neighbours(ref, kind ?? "episode", ids ?? []);
  const canvas = new Canvas(root, {
    view: { ...view, ids: view.ids.filter((id) => !missing.includes(id)) }, data, expand, load: (all) => source.load(all),
    past: (first, restore, now) => new BrowserPast(first, restore, now), search: form ?? undefined, level: "h2",
    changed: (now) => behind && follow(behind, now),
  });
  if (view.ids.length === 1) canvas.select({ node: view.ids[0] ?? "" });
  if (form) listen(form, source, canvas);
}

// firstView is how the picture was when the page was left, if it is the same picture; else what the address says.
function firstView(data: GraphData): View {
  const saved = BrowserPast.saved();
  if (saved && writeView(saved) === location.search) return saved;
  return readView(new URLSearchParams(location.search), data.nodes.map((n) => n.id));
}

// follow makes the link to the console ask for what is in the picture.
function follow(link: HTMLAnchorElement, view: View): void {
  const address = new URL(link.href);
  address.searchParams.set("params", JSON.stringify({ nodes: view.ids.map((id) => id.slice(id.indexOf(":") + 1)) }));
  link.href = address.pathname + address.search;
}

// listen adds what is searched for: at once when it was chosen from suggestions, else by its name.
function listen(form: HTMLFormElement, source: Source, canvas: Canvas): void {
  const input = form.querySelector<HTMLInputElement>("input[type=search]");
  if (!input) return;
  const add = async (): Promise<void> => {
    const ref = input.dataset["ref"] ?? (await source.find(input.value.trim()));
    if (!ref) {
      canvas.tell(`Nothing is called “${input.value}”.`);
      return;
    }
    canvas.add(await source.beside(ref, canvas.ids));
    canvas.select({ node: ref });
    input.value = "";
    delete input.dataset["ref"];
    form.querySelectorAll<HTMLInputElement>("input[name=ref]").forEach((field) => (field.disabled = true));
  };
  const failed = (): void => canvas.tell("The graph did not answer. Try again.");
  input.addEventListener("change", () => {
    if (input.dataset["ref"]) add().catch(failed);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.value.trim()) add().catch(failed);
  });
}
