// Package browser drives the site as its visitors do: the real program behind, real Chromium in front. Its tests are
// the proof that the pages work; its command screenshots takes pictures of them.
//
//	Program ─ guestgraph, built once ─▶ Site ─ guestgraph serve, a process of its own ─┐
//	Browser ─ Chromium over its DevTools protocol ─▶ Tab ─ one page in one View ───────┘
//	Crawl ─ the kinds of pages that links lead to ─▶ Page
//
// Tests need GUESTGRAPH_TEST_BROWSER, the path of Chromium, and skip without it.
package browser
