package extract

import (
	"html"
	"sort"
	"strings"
	"unicode/utf8"
)

// A cleaner reads published text once, drops what is markup, and remembers where every kept byte came from.
// HTML and Markdown (and HTML inside Markdown) are read by the same pass: descriptions mix them freely.
type cleaner struct {
	src    *source
	out    []byte
	i      int
	open   []openLink
	refs   *references
	starts bool // at the beginning of a line, markup aside
}

// An openLink is a Markdown or HTML link whose label is being read.
type openLink struct {
	start            int // of the label, in out
	rawStart, rawEnd int // of the URL
	labelEnd         int // where the label ends in raw; -1 for HTML, which ends at </a>
	resume           int // where reading goes on after the label
}

// special marks the bytes that may begin something other than plain text.
var special = func() (t [256]bool) {
	for _, c := range []byte("\r\n<&{}[]!*_`\\#>|h") {
		t[c] = true
	}
	for c := 0x80; c < 0x100; c++ {
		t[c] = true
	}
	t['w'] = true
	return t
}()

func clean(in, raw string) *source {
	src := &source{in: in, raw: raw}
	c := &cleaner{src: src, out: make([]byte, 0, len(raw)), refs: referencesIn(raw), starts: true}
	for c.i < len(raw) {
		c.step()
	}
	src.text = string(c.out)
	sort.SliceStable(src.links, func(i, j int) bool { return src.links[i].start < src.links[j].start })
	return src
}

// step reads one construct, or one run of plain text.
func (c *cleaner) step() {
	raw := c.src.raw
	if n := len(c.open); n > 0 && c.i == c.open[n-1].labelEnd {
		c.closeLink()
		return
	}
	if c.starts && c.lineStart() {
		return
	}
	ch := raw[c.i]
	if !special[ch] {
		end := c.i + 1
		limit := c.limit()
		for end < limit && !special[raw[end]] {
			end++
		}
		c.copyTo(end)
		return
	}
	switch ch {
	case '\n':
		c.copyTo(c.i + 1)
		c.starts = true
	case '\r':
		c.i++
		if c.i >= len(raw) || raw[c.i] != '\n' {
			c.replace("\n", c.i-1, c.i)
			c.starts = true
		}
	case '<':
		c.angle()
	case '&':
		c.entity()
	case '{':
		c.template()
	case '[', '!':
		c.bracket()
	case '*', '_', '`':
		c.emphasis()
	case '\\':
		c.escape()
	case '#':
		c.closingHashes()
	case 'h', 'w':
		c.url()
	default:
		if ch >= utf8.RuneSelf {
			c.rune()
			return
		}
		c.copyTo(c.i + 1)
	}
}

// limit is how far a plain run may go: to the end of the innermost Markdown label.
func (c *cleaner) limit() int {
	if n := len(c.open); n > 0 && c.open[n-1].labelEnd > c.i {
		return c.open[n-1].labelEnd
	}
	return len(c.src.raw)
}

func (c *cleaner) copyTo(end int) {
	n := end - c.i
	if n <= 0 {
		return
	}
	segs := c.src.segs
	if k := len(segs); k > 0 && !segs[k-1].replacement && segs[k-1].raw+segs[k-1].rawN == c.i && segs[k-1].clean+segs[k-1].n == len(c.out) {
		segs[k-1].n += n
		segs[k-1].rawN += n
	} else {
		c.src.segs = append(segs, segment{clean: len(c.out), raw: c.i, n: n, rawN: n})
	}
	c.out = append(c.out, c.src.raw[c.i:end]...)
	c.i = end
	c.starts = false
}

// replace emits s in place of the published bytes [from, to) and goes on after them.
func (c *cleaner) replace(s string, from, to int) {
	if s != "" {
		c.src.segs = append(c.src.segs, segment{clean: len(c.out), raw: from, n: len(s), rawN: to - from, replacement: true})
		c.out = append(c.out, s...)
		if s != "\n" {
			c.starts = false
		}
	}
	c.i = to
}

// breakLine ends the line if anything stands on it; the tag [from, to) caused it.
func (c *cleaner) breakLine(from, to int) {
	if n := len(c.out); n > 0 && c.out[n-1] != '\n' {
		c.replace("\n", from, to)
	}
	c.i = to
	c.starts = true
}

// lineStart reads indentation, heading hashes, bullets and quote marks; it reports whether it consumed any.
func (c *cleaner) lineStart() bool {
	raw := c.src.raw
	i := c.i
	for i < len(raw) && (raw[i] == ' ' || raw[i] == '\t') {
		i++
	}
	if i >= len(raw) {
		c.i = i
		return true
	}
	switch ch := raw[i]; {
	case ch == '[' && c.refs != nil && c.refs.lines[i] > 0:
		c.i = c.refs.lines[i]
		return true
	case ch == '#':
		j := i
		for j < len(raw) && raw[j] == '#' && j-i < 6 {
			j++
		}
		if j < len(raw) && raw[j] == ' ' {
			c.markLine(markHeading)
			c.i = skipSpaces(raw, j)
			c.starts = false
			return true
		}
	case ch == '>':
		c.i = i + 1
		return true
	case (ch == '-' || ch == '*' || ch == '+') && i+1 < len(raw) && (raw[i+1] == ' ' || raw[i+1] == '\t'):
		c.markLine(markBullet)
		c.i = skipSpaces(raw, i+1)
		return true
	case strings.HasPrefix(raw[i:], "• ") || strings.HasPrefix(raw[i:], "•\u00a0"):
		c.markLine(markBullet)
		c.i = i + len("•")
		return true
	}
	if i > c.i {
		c.i = i
		return true
	}
	c.starts = false
	return false
}

func (c *cleaner) markLine(k markKind) {
	if n := len(c.src.marks); n > 0 && c.src.marks[n-1].pos == len(c.out) {
		c.src.marks[n-1].kind = k
		return
	}
	c.src.marks = append(c.src.marks, mark{pos: len(c.out), kind: k})
}

func (c *cleaner) entity() {
	raw := c.src.raw
	end := strings.IndexByte(raw[c.i:min(len(raw), c.i+12)], ';')
	if end > 1 {
		name := raw[c.i : c.i+end+1]
		if s := html.UnescapeString(name); s != name && s != "" {
			c.replace(plainRune(s), c.i, c.i+end+1)
			return
		}
	}
	c.copyTo(c.i + 1)
}

// plainRune gives typographic quotes and spaces their plain form, so that later stages compare plain text.
func plainRune(s string) string {
	switch s {
	case "‘", "’", "ʼ", "′":
		return "'"
	case "“", "”":
		return "\""
	case "\u00a0", "\u2002", "\u2003", "\u2007", "\u2008", "\u2009", "\u200a", "\u202f", "\u205f", "\u3000":
		return " "
	case "\u2028", "\u2029", "\u0085":
		return "\n"
	case "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u200f", "\ufe0f":
		return ""
	}
	return s
}

func (c *cleaner) rune() {
	raw := c.src.raw
	_, size := utf8.DecodeRuneInString(raw[c.i:])
	s := raw[c.i : c.i+size]
	if p := plainRune(s); p != s {
		c.replace(p, c.i, c.i+size)
		c.starts = c.starts || p == "\n"
		return
	}
	c.copyTo(c.i + size)
}

// template drops what template engines and MDX leave behind: {{ … }}, {% … %}, {/* … */}, {:target="_blank"}.
func (c *cleaner) template() {
	rest := c.src.raw[c.i:]
	for _, p := range [...][2]string{{"{{", "}}"}, {"{%", "%}"}, {"{/*", "*/}"}, {"{:", "}"}} {
		if strings.HasPrefix(rest, p[0]) {
			if end := strings.Index(rest[:min(len(rest), 400)], p[1]); end > 0 {
				c.i += end + len(p[1])
				return
			}
		}
	}
	c.copyTo(c.i + 1)
}

func (c *cleaner) escape() {
	raw := c.src.raw
	if c.i+1 < len(raw) && strings.IndexByte("\\`*_{}[]()#+-.!<>|~", raw[c.i+1]) >= 0 {
		c.i++
	}
	if c.i < len(raw) {
		_, size := utf8.DecodeRuneInString(raw[c.i:])
		c.copyTo(c.i + size)
	}
}

// closingHashes drops the hashes that close a Markdown heading.
func (c *cleaner) closingHashes() {
	raw := c.src.raw
	j := c.i
	for j < len(raw) && raw[j] == '#' {
		j++
	}
	if n := len(c.out); n > 0 && c.out[n-1] == ' ' && (j == len(raw) || raw[j] == '\n' || raw[j] == '\r') {
		c.i = j
		return
	}
	c.copyTo(j)
}

// emphasis drops Markdown's stars, underscores and backticks unless they stand inside a word.
func (c *cleaner) emphasis() {
	raw := c.src.raw
	ch := raw[c.i]
	j := c.i
	for j < len(raw) && raw[j] == ch {
		j++
	}
	if ch == '`' {
		c.i = j
		return
	}
	before := c.i > 0 && wordByte(raw[c.i-1])
	after := j < len(raw) && wordByte(raw[j])
	if before && after && (ch == '_' || j-c.i == 1) || !before && !after && (c.i == 0 || raw[c.i-1] == ' ') && (j == len(raw) || raw[j] == ' ') {
		c.copyTo(j)
		return
	}
	c.i = j
}

func wordByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= utf8.RuneSelf
}

func skipSpaces(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	return i
}
