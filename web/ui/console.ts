// The console: an editor in place of the text area, and answers without a new page.
import { Console } from "./console/console";

const form = document.querySelector<HTMLFormElement>("form#ask");
if (form) new Console(form);
