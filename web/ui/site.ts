// What every page loads. Pages work without it.
import { focusOnSlash } from "./site/slash";
import { attachAll } from "./typeahead";

focusOnSlash(document);
attachAll(document);
