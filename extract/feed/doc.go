// Package feed turns sources into episodes: RSS and Atom feeds, JSON Lines, plain text with one
// description or many run together, and video metadata; from a file, a folder, standard input or an
// http(s) URL. What a source is, its content tells, not its name.
//
//	source ─ open ─▶ bytes ─ sniff ─▶ rss | jsonl | video | text ─▶ extract.Episode …
//
// A damaged part is reported as an *Error with its line, and reading goes on after it.
package feed
