// The related episodes widget, for other people's pages: <related-episodes episode="ID"></related-episodes>.
import { RelatedEpisodes } from "./widget/element";

if (!customElements.get("related-episodes")) customElements.define("related-episodes", RelatedEpisodes);
