// Styles are put in as an object, which a page's content policy allows without 'unsafe-inline'. A card has its own
// background and colors; what stands outside of it has the page's, whatever these are.
const css = `
:host{display:block;color-scheme:light dark;
--ink:var(--related-ink,light-dark(#16201d,#e7ece9));--soft:var(--related-soft,light-dark(#55615c,#a3b0aa));
--line:var(--related-line,light-dark(#d9ded9,#2f3a36));--sheet:var(--related-sheet,light-dark(#fff,#18201d));
--link:var(--related-link,light-dark(#14543f,#86d3b3))}
:host([hidden]){display:none}
:host([theme=light]){color-scheme:light}
:host([theme=dark]){color-scheme:dark}
:host([theme=page]){color-scheme:inherit}
section{font:var(--related-font,inherit);line-height:1.5;overflow-wrap:anywhere}
h2,p,ul{margin:0;padding:0}
h2{font-size:1.3em;font-weight:600;line-height:1.25;margin-bottom:.6em}
ul{list-style:none;display:grid;gap:var(--related-gap,.75rem);grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr))}
li{padding:.8rem 1rem;color:var(--ink);background:var(--sheet);border:1px solid var(--line);border-radius:var(--related-radius,.6rem)}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
a:focus-visible{outline:3px solid;outline-offset:2px;border-radius:2px}
.title{font-weight:600;line-height:1.4;color:var(--ink);text-decoration-color:var(--line);display:inline-block;padding-block:.1em;text-wrap:pretty}
.title:hover{text-decoration-color:currentColor}
.meta,.evidence{font-size:.88em}
.meta{color:var(--soft)}
.why{margin-top:.4em;font-size:.92em}
.evidence{margin-top:.7em}
.evidence a{color:inherit;display:inline-block;min-height:24px}`;

export function style(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}
