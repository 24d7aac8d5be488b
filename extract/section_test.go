package extract

import (
	"fmt"
	"strings"
	"testing"
)

// TestFormats holds what descriptions in the wild look like: each text, cut into passages. A passage is written as its
// kind, a chapter as its time, and its words.
func TestFormats(t *testing.T) {
	kinds := map[sectionKind]string{prose: "prose", heading: "heading", linkLine: "link", follow: "follow", sponsor: "sponsor", hostLine: "host"}
	for _, c := range [...]struct {
		name, raw string
		want      []string
	}{
		{"dash", "00:00 – Intro\n01:02 — Trees\n1:02:03 - Bye", []string{"00:00:00 Intro", "00:01:02 Trees", "01:02:03 Bye"}},
		{"two hyphens", "0:00 -- Intro\n1:37 -- Why", []string{"00:00:00 Intro", "00:01:37 Why"}},
		{"brackets", "[00:04:24] Forking\n[00:05:24] Joining", []string{"00:04:24 Forking", "00:05:24 Joining"}},
		{"at sign", "[@07:51] - Ads\n[@08:51] - Trees", []string{"00:07:51 Ads", "00:08:51 Trees"}},
		{"bold links", "**[00:36](#t=00:36)** Hi\n**[01:36](#t=01:36)** Ho", []string{"00:00:36 Hi", "00:01:36 Ho"}},
		{"round brackets", "(00:04:23) Tea\n(00:05:23) Coffee", []string{"00:04:23 Tea", "00:05:23 Coffee"}},
		{"time last", "Intro - 00:00\nTrees – 01:00\nTea: 02:00\nBye 03:00", []string{"00:00:00 Intro", "00:01:00 Trees", "00:02:00 Tea", "00:03:00 Bye"}},
		{"time last in brackets", "Tea (04:23)", []string{"00:04:23 Tea"}},
		{"no separator", "00:00Intro\n01:10Trees", []string{"00:00:00 Intro", "00:01:10 Trees"}},
		{"colon", "00:00: Intro\n01:10: Trees", []string{"00:00:00 Intro", "00:01:10 Trees"}},
		{"pipe table", "| Time | Topic |\n|---|---|\n| 00:00 | Intro |\n| 12:05 | Maps |", []string{"prose Time | Topic", "00:00:00 Intro", "00:12:05 Maps"}},
		{"HTML table", "<table><tr><td>00:00</td><td>Intro</td></tr><tr><td>12:05</td><td>Maps</td></tr></table>", []string{"00:00:00 Intro", "00:12:05 Maps"}},
		{"HTML list", "<ul><li>00:00 Intro</li><li>01:00 Trees</li></ul>", []string{"00:00:00 Intro", "00:01:00 Trees"}},
		{"HTML line breaks", "<p>00:00 Intro<br>01:00 Trees</p>", []string{"00:00:00 Intro", "00:01:00 Trees"}},
		{"HTML in Markdown", "- <b>00:00</b> **Intro**\n- <b>01:00</b> [Trees](https://example.org)", []string{"00:00:00 Intro", "00:01:00 Trees"}},
		{"bullets that are links", "* [00:00](https://example.org?t=0) Intro\n* [01:00](https://example.org?t=60) Trees", []string{"00:00:00 Intro", "00:01:00 Trees"}},
		{"headings", "### 00:00 Intro\n### 01:00 Trees", []string{"00:00:00 Intro", "00:01:00 Trees"}},
		{"code", "`00:00` Intro\n`01:00` Trees", []string{"00:00:00 Intro", "00:01:00 Trees"}},
		{"ordinals", "1. 00:00 Intro\n2. 01:00 Trees", []string{"00:00:00 Intro", "00:01:00 Trees"}},
		{"pictures", "🎙 00:00 Intro\n➤ 01:00 Trees", []string{"00:00:00 Intro", "00:01:00 Trees"}},
		{"ranges", "00:00 - 01:00 Intro\n(1:00–2:30) Trees", []string{"00:00:00 Intro", "00:01:00 Trees"}},
		{"fractions", "00:00.000 Intro\n00:01.500 Trees", []string{"00:00:00 Intro", "00:00:01 Trees"}},
		{"carriage returns", "00:00 Intro\r\n01:00 Trees\r\n", []string{"00:00:00 Intro", "00:01:00 Trees"}},
		{"no-break and zero-width spaces", "\u200b00:00\u00a0–\u00a0Intro\n\ufeff01:00\u2009–\u2009Trees", []string{"00:00:00 Intro", "00:01:00 Trees"}},
		{"one line", "00:00 Intro 01:10 Trees 02:20 Bye", []string{"00:00:00 Intro", "00:01:10 Trees", "00:02:20 Bye"}},
		{"one line with bars", "00:00 Intro | 01:10 Trees | 02:20 Bye", []string{"00:00:00 Intro", "00:01:10 Trees", "00:02:20 Bye"}},
		{"lost line breaks", "Chapters00:00 Intro01:10 Trees02:20 Bye", []string{"heading Chapters", "00:00:00 Intro", "00:01:10 Trees", "00:02:20 Bye"}},
		{"lost line break after the heading", "Chapters:00:00 - Intro 01:10 - Trees", []string{"heading Chapters:", "00:00:00 Intro", "00:01:10 Trees"}},
		{"a label lost its line break", "LinkedIn: https://example.org/in/bosampleHeapworks: https://example.com",
			[]string{"link LinkedIn: https://example.org/in/bosample", "link Heapworks: https://example.com"}},
		{"labels of two capitals and of two words", "X: https://example.org/bosampleLinkedIn: https://example.org/in/boWebsite address: https://example.com",
			[]string{"link X: https://example.org/bosample", "link LinkedIn: https://example.org/in/bo", "link Website address: https://example.com"}},
		{"template marks", "{{ show.name }} Trees {% include a.html %}on disk{:target=\"_blank\"}. {/* draft */}", []string{"prose Trees on disk."}},
		{"shortcodes", "Trees {{< video abc >}}on disk.", []string{"prose Trees on disk."}},
		// what is none
		{"a time of day", "We start at 10:30", []string{"prose We start at 10:30"}},
		{"one line that ends with a time", "Doors open Friday 18:30\n\nMore words.", []string{"prose Doors open Friday 18:30", "prose More words."}},
		{"a date", "Last change 10/24/2021 15:00:38\nNext change 10/25/2021 15:00:38", []string{"prose Last change 10/24/2021 15:00:38\nNext change 10/25/2021 15:00:38"}},
		{"ratios", "A ratio of 3:1, std::vector and HTTP/1.1 12:345.", []string{"prose A ratio of 3:1, std::vector and HTTP/1.1 12:345."}},
		{"two times in a sentence", "Meet us 10:30 or 11:30 in town.", []string{"prose Meet us 10:30 or 11:30 in town."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := clean("", c.raw)
			var got []string
			for _, p := range sections(s) {
				kind := kinds[p.kind]
				if p.kind == chapter {
					kind = p.at
				}
				got = append(got, strings.TrimSpace(kind+" "+strings.TrimSpace(s.text[p.start:p.end])))
			}
			if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", c.want) {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
		})
	}
}
