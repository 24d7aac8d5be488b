// What every page loads. Pages work without it.
import { focusOnSlash } from "./site/slash";

focusOnSlash(document);
