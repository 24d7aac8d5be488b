// The page on which a site's owner tries the widget: choices take effect at once, and code can be copied.
import { copyOnClick } from "./embed/copy";
import { showOnChange } from "./embed/live";

const form = document.querySelector<HTMLFormElement>("form[data-embed]");
const result = document.getElementById("embed-result");
if (form && result) showOnChange(form, result, document.getElementById("embed-status"));
copyOnClick(document);
