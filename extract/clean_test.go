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
