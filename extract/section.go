package extract

import "strings"

// A sectionKind is what a passage of a description is there for. Rules differ: a name in prose is a mention,
// a bare link label is not.
type sectionKind uint8

const (
	prose sectionKind = iota
	heading
	chapter
	linkLine // "Twitter: https://…", a lone Markdown link
	follow   // "Follow Aaron:" and its like
	sponsor  // promotional lines
	hostLine // entries below a heading "Hosts"
)

// A passage is a stretch of one source that belongs together: a paragraph, a chapter line, a link line.
type passage struct {
	src        *source
	start, end int
	kind       sectionKind
	seconds    int  // of a chapter
	doubtful   bool // a chapter by a time at its end, and nothing else
	at         string
	under      string   // the heading it stands under, lower case
	titleCase  bool     // capitals tell nothing here
	listed     bool     // a list item
	by         *speaker // who says it, in a transcript
}

// A sectioner cuts a source into passages.
type sectioner struct {
	src   *source
	out   []passage
	under string
	area  sectionKind // what the current heading makes of the lines below it
}

func sections(src *source) []passage {
	s := &sectioner{src: src}
	text := src.text
	if src.in == "title" {
		return []passage{{src: src, end: len(text), kind: heading}}
	}
	for start := 0; start < len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += start
		}
		s.line(start, end)
		start = end + 1
	}
	s.loneTime()
	s.joinProse()
	return s.out
}

// line classifies one line, cutting it first where line breaks were lost.
func (s *sectioner) line(start, end int) {
	kind := s.src.markAt(start, end)
	text := s.src.text
	start, end = trimSpace(text, start, end)
	if start == end {
		s.blank()
		return
	}
	if text[start] == '|' { // a row of a table
		for start < end && strings.IndexByte("| :-", text[start]) >= 0 {
			start++
		}
		for end > start && strings.IndexByte("| ", text[end-1]) >= 0 {
			end--
		}
		if start == end {
			return
		}
	}
	stamps := stampsIn(text, start, end)
	if s.timeLast(stamps, start, end) {
		return
	}
	if n := len(stamps); n > 0 && (n >= 3 || opensList(text, start, stamps[0].start)) {
		if at := stamps[0].start; leadEnd(text, start, at) < at {
			s.pieces(start, at, kind)
		}
		for i, st := range stamps {
			stop := end
			if i+1 < n {
				stop = stamps[i+1].start
			}
			from, to := trimSpace(text, skipSeparator(text, st.end, stop), stop)
			for to > from && (text[to-1] == '|' || text[to-1] == ' ') {
				to--
			}
			s.add(passage{start: from, end: to, kind: chapter, seconds: st.seconds})
		}
		return
	}
	s.pieces(start, end, kind)
}

// timeLast reads a chapter whose time stands after its title, where there is one.
func (s *sectioner) timeLast(stamps []stamp, start, end int) bool {
	if len(stamps) != 1 || stamps[0].end != end || end-start >= 160 {
		return false
	}
	title := titleBefore(s.src.text, start, stamps[0].start)
	if leadEnd(s.src.text, start, title) == title {
		return false
	}
	s.add(passage{start: start, end: title, kind: chapter, seconds: stamps[0].seconds, doubtful: !stamps[0].bracketed})
	return true
}

// loneTime makes prose of the only chapter of a text where its title only happens to end with a time.
func (s *sectioner) loneTime() {
	found := -1
	for i := range s.out {
		if s.out[i].kind == chapter {
			if found >= 0 {
				return
			}
			found = i
		}
	}
	if found >= 0 && s.out[found].doubtful {
		p := &s.out[found]
		p.kind, p.at, p.titleCase = prose, "", false
		if n := strings.IndexByte(s.src.text[p.end:], '\n'); n >= 0 {
			p.end += n
		} else {
			p.end = len(s.src.text)
		}
	}
}

// pieces cuts a run-together line after URLs and before block openings, then classifies each piece.
func (s *sectioner) pieces(start, end int, mk markKind) {
	text := s.src.text
	links := s.src.linksIn(start, end)
	n := bareCount(links)
	if n == 0 && blockOpening(text, start, end) < 0 || sponsorLine(strings.ToLower(text[start:end])) {
		s.piece(start, end, mk)
		return
	}
	for start < end {
		cut := end
		for _, l := range links {
			if l.bare && l.start >= start && l.end < end && (n >= 2 || newSentence(text, afterURL(text, l.end, end), end)) {
				cut = afterURL(text, l.end, end)
				break
			}
		}
		if k := blockOpening(text, start+1, cut); k > 0 {
			cut = k
		}
		if strings.HasPrefix(text[start:cut], "Follow ") {
			if k := strings.IndexByte(text[start:cut], ':'); k > 0 && k < 60 {
				cut = start + k + 1
			}
		}
		from, to := trimSpace(text, start, cut)
		if from < to {
			s.piece(from, to, mk)
		}
		start = cut
	}
}

// newSentence reports whether what follows a URL is told for its own sake.
func newSentence(text string, i, end int) bool {
	j := skipSpaces(text, i)
	return end-j > 40 && text[j] >= 'A' && text[j] <= 'Z'
}

func bareCount(links []link) (n int) {
	for _, l := range links {
		if l.bare {
			n++
		}
	}
	return n
}

// afterURL is where the piece that ends with a URL ends: a remark after a dash or in brackets still belongs to it.
func afterURL(text string, i, end int) int {
	for i < end && strings.IndexByte(".,;)", text[i]) >= 0 {
		i++
	}
	j := skipSpaces(text, i)
	if j < end && (text[j] == '(' || text[j] == '-' || strings.HasPrefix(text[j:end], "—") || strings.HasPrefix(text[j:end], "–")) {
		if k := strings.IndexAny(text[j:end], ".)"); k >= 0 {
			return j + k + 1
		}
	}
	return i
}

// openings begin a block even where the line break before them was lost.
var openings = [...]string{"Follow ", "Chapters:", "Chapters\n", "Links:", "Links Mentioned:", "Timestamps:", "Show notes:", "Show Notes:", "Connect with ", "Hosted by "}

func blockOpening(text string, start, end int) int {
	best := -1
	for _, o := range openings {
		for i := start; i < end; {
			k := strings.Index(text[i:end], o)
			if k < 0 {
				break
			}
			i += k
			if (i == 0 || text[i-1] == ' ' || text[i-1] == '\n') && (!strings.HasSuffix(o, " ") || colonSoon(text, i, end)) {
				if best < 0 || i < best {
					best = i
				}
				break
			}
			i += len(o)
		}
	}
	return best
}

// colonSoon tells "Follow Preston and Turso:" from "follow the money".
func colonSoon(text string, i, end int) bool {
	k := strings.IndexByte(text[i:min(end, i+60)], ':')
	return k > 0 && !strings.ContainsAny(text[i:i+k], ".!?\n")
}

func (s *sectioner) add(p passage) {
	p.src = s.src
	p.under = s.under
	if p.start >= p.end && p.kind != chapter {
		return
	}
	if p.kind == chapter {
		p.at = clock(p.seconds)
		p.titleCase = titleCased(s.src.text[p.start:p.end])
	}
	if p.kind == heading {
		p.titleCase = true
	}
	s.out = append(s.out, p)
}

// blank ends a "Follow" block and marks the end of a paragraph.
func (s *sectioner) blank() {
	if n := len(s.out); n > 0 && s.out[n-1].kind == prose {
		s.out = append(s.out, passage{src: s.src, start: s.out[n-1].end, end: s.out[n-1].end, kind: prose})
	}
}

// piece classifies a line, or a part of one, that is no chapter.
func (s *sectioner) piece(start, end int, mk markKind) {
	text := s.src.text
	line := text[start:end]
	links := s.src.linksIn(start, end)
	plain := strings.TrimRight(line, ": ")
	low := strings.ToLower(plain)
	switch {
	case len(links) > 0 && strings.Contains(low, "our") && strings.Contains(low, "sponsors") && strings.Contains(low, ":"):
		k := start + strings.IndexByte(line, ':') + 1
		s.head("sponsors", start, k)
		if from, to := trimSpace(text, k, end); from < to {
			s.piece(from, to, markBullet)
		}
	case strings.HasPrefix(low, "sponsored by ") && mk != markHeading && len(line) < 60:
		s.under, s.area = "", prose
		s.add(passage{start: start, end: end, kind: sponsor, listed: mk == markBullet})
	case mk == markHeading && s.area == sponsor && len(links) > 0 && s.linkOnly(start, end, links):
		s.add(passage{start: start, end: end, kind: sponsor, listed: true}) // "#### [Heapworks](https://…)" below "Sponsored by"
	case mk == markHeading || len(links) == 0 && len(line) < 50 && (strings.HasSuffix(line, ":") || knownHeading(low)):
		s.head(low, start, end)
	case sponsorLine(low):
		s.under, s.area = "", prose
		s.add(passage{start: start, end: end, kind: sponsor, listed: mk == markBullet})
	case len(links) > 0 && s.linkOnly(start, end, links) && (mk == markBullet || !unfinished(low) && !s.goesOn()):
		kind := linkLine
		if numbered(line) {
			s.area = prose
		}
		if s.area == sponsor || s.area == hostLine {
			kind = s.area
		}
		s.add(passage{start: start, end: end, kind: kind, listed: true, titleCase: titleCased(line)})
	default:
		kind := prose
		if s.area == sponsor || s.area == hostLine {
			if s.area == hostLine && (len(line) > 80 || strings.Contains(low, "guest")) || s.area == sponsor && (len(line) > 300 && !namesFirst(line) || numbered(line)) {
				s.area = prose
			} else {
				kind = s.area
			}
		}
		s.add(passage{start: start, end: end, kind: kind, listed: mk == markBullet, titleCase: mk == markBullet && titleCased(line)})
	}
}

// head opens the section a heading names.
func (s *sectioner) head(low string, start, end int) {
	low = strings.Trim(low, " :-–—#*!?🔗🕒🎙👉\u2060")
	s.under = low
	kind := heading
	switch {
	case isFollow(low):
		kind, s.area = follow, prose
	case strings.HasPrefix(low, "sponsored by us"):
		s.area = prose
	case strings.HasPrefix(low, "sponsor") || strings.HasPrefix(low, "our sponsor") || strings.Contains(low, "sponsors") || strings.HasPrefix(low, "brought to you"),
		strings.HasSuffix(low, "sponsored by"), strings.HasSuffix(low, "brought to you by"):
		s.area = sponsor
	case hostHeading(low) || low == "hosted by" || low == "panel" || low == "panelists" || low == "panelist":
		s.area = hostLine
	default:
		s.area = prose
	}
	s.add(passage{start: start, end: end, kind: kind})
}

// hostHeading reports whether a heading announces the hosts: "Hosts", "About your host", "Meet the hosts".
func hostHeading(low string) bool {
	for _, lead := range [...]string{"about ", "meet ", "our ", "your ", "the ", "today's ", "podcast ", "show "} {
		low = strings.TrimPrefix(low, lead)
	}
	return low == "host" || low == "hosts" || low == "co-hosts" || low == "cohosts"
}

func isFollow(low string) bool {
	for _, p := range [...]string{"follow ", "find ", "connect with ", "where to find ", "contact ", "reach "} {
		if strings.HasPrefix(low, p) {
			return true
		}
	}
	return false
}

func knownHeading(low string) bool {
	low = strings.Trim(low, " -–—🔗🕒🎙👉")
	switch low {
	case "chapters", "links", "links mentioned", "timestamps", "show notes", "episode links", "resources", "references",
		"sponsors", "sponsor", "hosts", "host", "editor", "producer", "panel", "panelists", "special guests", "special guest", "guests", "guest", "tooltips", "news", "transcript", "credits", "topics", "support links":
		return true
	}
	if hostHeading(low) {
		return true
	}
	return (strings.HasPrefix(low, "follow ") || strings.HasPrefix(low, "connect with ")) && strings.Count(low, " ") <= 4
}

// sponsorLine finds the fixed phrases of advertising.
func sponsorLine(low string) bool {
	if len(low) > 400 {
		return false
	}
	for _, p := range [...]string{"sponsored by", "brought to you by", "sponsor:", "sponsors:", "thanks to our sponsor", "today's sponsor", "this episode's sponsor", "week's sponsor"} {
		if strings.Contains(low, p) {
			return true
		}
	}
	return false
}
