package extract

import "testing"

func TestClean(t *testing.T) {
	for _, c := range [...]struct{ name, raw, want string }{
		{"entities", "Kraft &amp; S&oslash;n&nbsp;AS", "Kraft & Søn AS"},
		{"quotes and zero width", "It\u2019s\u200b \u201cfine\u201d\u00a0now", `It's "fine" now`},
		{"carriage returns", "a\r\nb\rc", "a\nb\nc"},
		{"html", "<p>Ann<br>Bob</p><ul><li>one</li></ul>", "Ann\nBob\n\none\n"},
		{"angle brackets that are no tags", "vector<T> a < b", "vector<T> a < b"},
		{"emphasis", "**bold** _it_ snake_case `code` 2*3", "bold it snake_case code 2*3"},
		{"links", `see [a [b] c](https://x.y/z(1) "title"), ![img](u)`, "see a [b] c, "},
		{"templates", "{{ x() }}a{/* y */}b{:target=\"_blank\"}", "ab"},
		{"headings and bullets", "## Notes ##\n- one\n> two", "Notes \none\ntwo"},
		{"script", "<script>var a = '<p>'</script>text", "text"},
		{"escapes", `Pop\!\_OS`, "Pop!_OS"},
	} {
		s := clean("", c.raw)
		if s.text != c.want {
			t.Errorf("%s: %q, want %q", c.name, s.text, c.want)
		}
		for i := range s.text {
			if from, to := s.rawRange(i, i+1); from < 0 || from >= to || to > len(c.raw) {
				t.Errorf("%s: byte %d maps to [%d,%d)", c.name, i, from, to)
			}
		}
	}
}

func TestChapterTimes(t *testing.T) {
	for _, c := range [...]struct {
		line    string
		seconds int
		title   string
	}{
		{"00:00 – Intro", 0, "Intro"}, {"1:37 -- Why", 97, "Why"}, {"[00:04:24] Forking", 264, "Forking"}, {"[@07:51] - Ads", 471, "Ads"},
		{"(00:04:23) Tea", 263, "Tea"}, {"1:02:03 Late", 3723, "Late"}, {"Tea (04:23)", 263, "Tea"}, {"**[00:36](#t=00:36)** Hi", 36, "Hi"},
		{"| 12:05 | Maps", 725, "Maps"},
	} {
		var got []passage
		for _, p := range sections(clean("", c.line)) {
			if p.kind == chapter {
				got = append(got, p)
			}
		}
		if len(got) != 1 || got[0].seconds != c.seconds || got[0].src.text[got[0].start:got[0].end] != c.title && got[0].src.text[got[0].start:got[0].end] != c.title+" " {
			t.Errorf("%q: %+v, want one chapter %q at %d", c.line, got, c.title, c.seconds)
		}
	}
	for _, line := range [...]string{"at 10:30 we met", "ratio 3:1", "HTTP/1.1 12:345", "std::vector"} {
		if st := stampsIn(line, 0, len(line)); len(st) > 0 && st[0].start == 0 {
			t.Errorf("%q begins with a time", line)
		}
	}
}
