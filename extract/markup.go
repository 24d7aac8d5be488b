package extract

import "strings"

// bracket reads a Markdown link or image; anything else in brackets is plain text.
func (c *cleaner) bracket() {
	raw := c.src.raw
	image := raw[c.i] == '!'
	open := c.i
	if image {
		open++
		if open >= len(raw) || raw[open] != '[' {
			c.copyTo(c.i + 1)
			return
		}
	}
	labelEnd, urlStart, urlEnd, resume, ok := markdownLink(raw, open)
	if !ok || labelEnd > c.limit() {
		if o, ok := c.reference(open); ok && !image {
			c.open = append(c.open, o)
			c.i = open + 1
			return
		}
		c.copyTo(c.i + 1)
		return
	}
	if image {
		c.i = resume
		return
	}
	c.open = append(c.open, openLink{start: len(c.out), rawStart: urlStart, rawEnd: urlEnd, labelEnd: labelEnd, resume: resume})
	c.i = open + 1
}

// markdownLink reads [label](url "title") at i and returns where its parts are.
func markdownLink(raw string, i int) (labelEnd, urlStart, urlEnd, resume int, ok bool) {
	labelEnd = labelEndAt(raw, i)
	if labelEnd < 0 || labelEnd+1 >= len(raw) || raw[labelEnd+1] != '(' {
		return 0, 0, 0, 0, false
	}
	urlStart = labelEnd + 2
	depth := 1
	j := urlStart
	limit := min(len(raw), urlStart+4000)
	for ; j < limit; j++ {
		switch raw[j] {
		case '(':
			depth++
		case ')':
			depth--
		case '\n':
			return 0, 0, 0, 0, false
		case '"':
			if k := strings.Index(raw[j+1:limit], "\")"); k >= 0 && j > urlStart && raw[j-1] == ' ' && !strings.Contains(raw[j+1:j+1+k], "\n") {
				urlEnd = trimRight(raw, urlStart, j)
				return labelEnd, urlStart, urlEnd, j + 1 + k + 2, true
			}
		}
		if depth == 0 {
			break
		}
	}
	if j >= limit {
		return 0, 0, 0, 0, false
	}
	urlEnd = trimRight(raw, urlStart, j)
	if k := strings.IndexByte(raw[urlStart:urlEnd], ' '); k > 0 {
		urlEnd = urlStart + k
	}
	if urlEnd-urlStart > 1 && raw[urlStart] == '<' && raw[urlEnd-1] == '>' {
		urlStart, urlEnd = urlStart+1, urlEnd-1
	}
	return labelEnd, urlStart, urlEnd, j + 1, true
}

func trimRight(s string, start, end int) int {
	for end > start && (s[end-1] == ' ' || s[end-1] == '\t') {
		end--
	}
	return end
}

// closeLink ends the innermost link's label.
func (c *cleaner) closeLink() {
	n := len(c.open) - 1
	o := c.open[n]
	c.open = c.open[:n]
	c.addLink(o)
	if o.labelEnd < 0 {
		return
	}
	c.i = o.resume
	if n := len(c.out); n > 0 && wordByte(c.out[n-1]) && lettersAt(c.src.raw, c.i) > 2 {
		c.replace(" ", c.i, c.i) // a lost space: "[Heapworks](https://…)use the code"
	}
}

// lettersAt counts the letters at i.
func lettersAt(s string, i int) int {
	n := 0
	for i+n < len(s) && (s[i+n] >= 'a' && s[i+n] <= 'z' || s[i+n] >= 'A' && s[i+n] <= 'Z') {
		n++
	}
	return n
}

func (c *cleaner) addLink(o openLink) {
	url := c.src.raw[o.rawStart:o.rawEnd]
	if !strings.HasPrefix(url, "http") && !strings.HasPrefix(url, "//") && !strings.HasPrefix(url, "www.") {
		return
	}
	start, end := o.start, len(c.out)
	for end > start && c.out[end-1] == ' ' {
		end--
	}
	if start < end {
		c.src.links = append(c.src.links, link{start: start, end: end, rawStart: o.rawStart, rawEnd: o.rawEnd})
	}
}

// url copies a bare URL and records it.
func (c *cleaner) url() {
	raw := c.src.raw
	end := urlEnd(raw, c.i)
	if n := len(c.out); end == 0 || n > 0 && wordByte(c.out[n-1]) && c.out[n-1] < 0x80 {
		j := c.i + 1
		limit := c.limit()
		for j < limit && wordByte(raw[j]) && raw[j] < 0x80 {
			j++
		}
		c.copyTo(j)
		return
	}
	end = min(end, c.limit())
	inLabel := len(c.open) > 0
	start, from := len(c.out), c.i
	c.copyTo(end)
	if !inLabel {
		c.src.links = append(c.src.links, link{start: start, end: len(c.out), rawStart: from, rawEnd: end, bare: true})
	}
}

// urlEnd returns where the URL at i ends, or 0 when none begins there. A lost line break may have glued the next
// label to it: "…/in/sirupsenTwitter: https://…".
func urlEnd(s string, i int) int {
	rest := s[i:]
	if !strings.HasPrefix(rest, "https://") && !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "www.") {
		return 0
	}
	j := i
	parens := 0
	for j < len(s) {
		b := s[j]
		if b <= ' ' || b == '<' || b == '>' || b == '"' || b == '\\' || b == '|' || b == '`' || b == ']' {
			break
		}
		if b == '(' {
			parens++
		}
		if b == ')' {
			if parens == 0 {
				break
			}
			parens--
		}
		if b == 0xC2 && j+1 < len(s) && s[j+1] == 0xA0 || b == 0xE2 && j+1 < len(s) && s[j+1] == 0x80 {
			break
		}
		j++
	}
	for j > i && strings.IndexByte(".,;:!?'*_", s[j-1]) >= 0 {
		j--
	}
	if j-i < 8 {
		return 0
	}
	return gluedLabel(s, i, j)
}

// gluedLabel returns where the URL [i, end) really ends: a label that leads to another URL belongs to that.
func gluedLabel(s string, i, end int) int {
	const most = 30 // bytes of the label's other words
	rest := s[end:min(len(s), end+most)]
	colon := strings.Index(rest, ":")
	if colon < 0 || strings.ContainsAny(rest[:colon], ".,;!?()/\n<") || !strings.HasPrefix(strings.TrimLeft(s[end+colon+1:], " "), "http") {
		return end
	}
	slash := i + strings.LastIndexByte(s[i:end], '/')
	host := i + strings.Index(s[i:end], "://") + len("://")
	from := min(max(slash+1, host), end)
	for _, known := range [...]string{"LinkedIn", "GitHub", "GitLab", "YouTube", "TikTok", "Twitter", "Website", "Mastodon", "Bluesky"} {
		if k := strings.LastIndex(s[from:end], known); k > 0 {
			return from + k
		}
	}
	// A handle in lower case ends at the first capital, another at its last word.
	lower := from < end && s[from] >= 'a' && s[from] <= 'z'
	for n := range end - from - 1 {
		k := from + 1 + n
		if !lower {
			k = end - 1 - n
		}
		if s[k] >= 'A' && s[k] <= 'Z' && s[k-1] >= 'a' && s[k-1] <= 'z' {
			return k
		}
	}
	return end
}

// angle reads an autolink, a comment or an HTML tag; any other "<" is plain text.
func (c *cleaner) angle() {
	raw := c.src.raw
	rest := raw[c.i:]
	if strings.HasPrefix(rest, "<!--") {
		if end := strings.Index(rest, "-->"); end > 0 {
			c.i += end + len("-->")
			return
		}
	}
	if strings.HasPrefix(rest, "<http") {
		if end := strings.IndexByte(rest, '>'); end > 0 && !strings.ContainsAny(rest[:end], " \n") {
			start := len(c.out)
			c.i++
			from := c.i
			c.copyTo(from + end - 1)
			c.src.links = append(c.src.links, link{start: start, end: len(c.out), rawStart: from, rawEnd: from + end - 1, bare: true})
			c.i++
			return
		}
	}
	name, closing := tagName(rest)
	end := strings.IndexByte(rest, '>')
	if name == "" || end < 0 || tags[name] == 0 {
		c.copyTo(c.i + 1)
		return
	}
	c.tag(name, closing, rest[:end+1])
}

// tag acts on one known HTML tag.
func (c *cleaner) tag(name string, closing bool, text string) {
	from, to := c.i, c.i+len(text)
	switch tags[name] {
	case tagHidden:
		c.i = to
		if closing || strings.HasSuffix(text, "/>") {
			return
		}
		if end := strings.Index(strings.ToLower(c.src.raw[to:]), "</"+name); end >= 0 {
			c.i = to + end
			if k := strings.IndexByte(c.src.raw[c.i:], '>'); k >= 0 {
				c.i += k + 1
			}
		}
	case tagAnchor:
		c.i = to
		n := len(c.open)
		if closing {
			if n > 0 && c.open[n-1].labelEnd < 0 {
				c.closeLink()
			}
			return
		}
		if start, end, ok := hrefOf(text); ok {
			c.open = append(c.open, openLink{start: len(c.out), rawStart: from + start, rawEnd: from + end, labelEnd: -1})
		}
	case tagBlock, tagHeading, tagItem:
		c.breakLine(from, to)
		if name == "p" || name == "div" {
			c.paragraph(from, to)
		}
		if !closing && tags[name] == tagHeading {
			c.markLine(markHeading)
		}
		if !closing && tags[name] == tagItem {
			c.markLine(markBullet)
		}
	case tagCell:
		if n := len(c.out); !closing && n > 0 && c.out[n-1] != '\n' {
			c.replace(" | ", from, to)
		}
		c.i = to
	case tagInline:
		c.i = to
	}
}

// paragraph makes the break just emitted an empty line, which ends a paragraph for later stages.
func (c *cleaner) paragraph(from, to int) {
	if n := len(c.out); n > 1 && c.out[n-1] == '\n' && c.out[n-2] != '\n' {
		c.replace("\n", from, to)
	}
}

type tagKind uint8

const (
	_ tagKind = iota
	tagInline
	tagBlock
	tagHeading
	tagItem
	tagCell // of a table
	tagAnchor
	tagHidden
)

// tags are the HTML elements that occur in descriptions; other angle brackets are text ("vector<T>").
var tags = func() map[string]tagKind {
	m := map[string]tagKind{"a": tagAnchor, "li": tagItem, "script": tagHidden, "style": tagHidden, "iframe": tagHidden, "td": tagCell, "th": tagCell}
	for _, n := range strings.Fields("b strong i em u s span font small sub sup code abbr cite mark del ins time label img input svg path figure figcaption picture source audio video") {
		m[n] = tagInline
	}
	for _, n := range strings.Fields("p br div ul ol table thead tbody tr blockquote section article header footer hr pre dl dt dd main details summary") {
		m[n] = tagBlock
	}
	for _, n := range strings.Fields("h1 h2 h3 h4 h5 h6") {
		m[n] = tagHeading
	}
	return m
}()

func tagName(s string) (name string, closing bool) {
	i := 1
	if i < len(s) && s[i] == '/' {
		closing = true
		i++
	}
	j := i
	for j < len(s) && j-i < 12 && (s[j] >= 'a' && s[j] <= 'z' || s[j] >= 'A' && s[j] <= 'Z' || j > i && s[j] >= '0' && s[j] <= '9') {
		j++
	}
	if j == i || j >= len(s) || strings.IndexByte(" \t\r\n/>", s[j]) < 0 {
		return "", closing
	}
	return strings.ToLower(s[i:j]), closing
}

// hrefOf returns where the href of an anchor tag stands in its text.
func hrefOf(tag string) (start, end int, ok bool) {
	i := strings.Index(strings.ToLower(tag), "href=")
	if i < 0 || i+6 >= len(tag) {
		return 0, 0, false
	}
	i += len("href=")
	if q := tag[i]; q == '"' || q == '\'' {
		if k := strings.IndexByte(tag[i+1:], q); k >= 0 {
			return i + 1, i + 1 + k, true
		}
		return 0, 0, false
	}
	j := i
	for j < len(tag) && tag[j] != ' ' && tag[j] != '>' {
		j++
	}
	return i, j, true
}
