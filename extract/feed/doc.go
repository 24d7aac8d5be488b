// Package feed turns sources into episodes: feeds (RSS, Atom, JSON Feed), JSON Lines, plain text with one description or
// many run together, Markdown with front matter, HTML, video metadata and transcripts; from a file, a folder, standard
// input or an http(s) URL. What a source is, its content tells, not its name.
//
//	source ─ fetch, folder, file ─▶ bytes ─ open ─▶ UTF-8 ─ sniff ─▶ xml | json | jsonl | talk | markdown | page | plain
//	                                                                   │ damaged
//	                                                                   └▶ salvage ─ mend ─▶ items one by one
//	… ─▶ emit ─ companions (folder), attachments (URLs) ─▶ extract.Episode
//
// Damage is reported as an *Error with its line, costs only what it touches, and reading goes on after it. Bytes that are
// no UTF-8 are decoded by what the source declares, or as windows-1252.
//
// Ids stay the same across runs: a feed's guid, a record's id, else the name of the file.
package feed
