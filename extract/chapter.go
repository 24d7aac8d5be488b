package extract

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A stamp is a time written in a text: 1:38, 00:04:24, [@07:51], (12:34), 00:01.500, and 0:00-1:30, of which the
// beginning counts.
type stamp struct {
	start, end int // with its brackets
	seconds    int
	bracketed  bool
}

// stampAt reads a stamp at i.
func stampAt(s string, i, end int) (stamp, bool) {
	st := stamp{start: i}
	j := i
	var closer byte
	if j < end && (s[j] == '[' || s[j] == '(') {
		closer = ']'
		if s[j] == '(' {
			closer = ')'
		}
		st.bracketed = true
		j++
	}
	if j < end && s[j] == '@' {
		j++
	}
	var ok bool
	if st.seconds, j, ok = timeAt(s, j, end); !ok {
		return st, false
	}
	if k := skipSeparator(s, j, end); k > j && strings.ContainsAny(s[j:k], "-–—") {
		if until, after, ok := timeAt(s, k, end); ok && until >= st.seconds {
			j = after
		}
	}
	if closer != 0 {
		if j >= end || s[j] != closer {
			return st, false
		}
		j++
	}
	st.end = j
	return st, true
}

// timeAt reads h:mm:ss or m:ss at i, with fractions of a second or none.
func timeAt(s string, i, end int) (seconds, j int, ok bool) {
	parts, value, digits := 0, 0, 0
	for j = i; j < end; j++ {
		b := s[j]
		if isDigit(b) {
			value = value*10 + int(b-'0')
			digits++
			if digits > 4 {
				return 0, i, false
			}
			continue
		}
		if b == ':' && digits > 0 && j+2 < end && isDigit(s[j+1]) && isDigit(s[j+2]) {
			seconds = seconds*60 + value
			parts, value, digits = parts+1, 0, 0
			continue
		}
		break
	}
	if parts == 0 || parts > 2 || digits != 2 || value > 59 {
		return 0, i, false
	}
	if j+1 < end && s[j] == '.' && isDigit(s[j+1]) {
		for j++; j < end && isDigit(s[j]); j++ {
		}
	}
	return seconds*60 + value, j, true
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// skipSeparator skips what stands between a chapter's time and its title.
func skipSeparator(s string, i, end int) int {
	for i < end {
		switch {
		case strings.IndexByte(" \t-:|~.>", s[i]) >= 0:
			i++
		case strings.HasPrefix(s[i:end], "–") || strings.HasPrefix(s[i:end], "—"):
			i += len("–")
		case strings.HasPrefix(s[i:end], "→"):
			i += len("→")
		default:
			return i
		}
	}
	return i
}

// stampsIn finds the times in a line that could begin chapters, not running backwards: at its beginning, after a space,
// and where line breaks were lost, after a heading or among others ("Chapters00:00 Intro01:10 Trees").
func stampsIn(s string, start, end int) []stamp {
	if strings.IndexByte(s[start:end], ':') < 0 {
		return nil
	}
	var found []stamp
	glued := false
	for i := start; i < end; i++ {
		if b := s[i]; !isDigit(b) && b != '[' && b != '(' {
			continue
		}
		if i > start && wordByte(s[i-1]) {
			if isDigit(s[i-1]) || !(glued || collapsedStamp(s, start, i)) {
				continue
			}
		}
		st, ok := stampAt(s, i, end)
		if !ok {
			continue
		}
		i = st.end - 1
		if n := len(found); n > 0 && st.seconds < found[n-1].seconds {
			continue
		}
		found = append(found, st)
		glued = glued || opensList(s, start, st.start)
	}
	return found
}

// opensList reports whether the first time of a line stands where a list of chapters begins.
func opensList(s string, start, i int) bool {
	return i == leadEnd(s, start, i) || collapsedStamp(s, start, i)
}

// leadEnd skips what may stand before a chapter's time: pictures, signs, an ordinal ("12. ").
func leadEnd(s string, start, end int) int {
	i := start
	for i < end && isDigit(s[i]) {
		i++
	}
	if i == start || i >= end || s[i] != '.' && s[i] != ')' {
		i = start
	}
	for i < end {
		r, size := utf8.DecodeRuneInString(s[i:end])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return i
		}
		i += size
	}
	return i
}

// collapsedStamp reports whether a heading lost its line break before the time at i: "Chapters00:00", "Timestamps: 00:00".
func collapsedStamp(s string, start, i int) bool {
	for i > start && strings.IndexByte(": ", s[i-1]) >= 0 {
		i--
	}
	for _, heading := range [...]string{"chapters", "timestamps"} {
		if n := len(heading); i-start >= n && strings.EqualFold(s[i-n:i], heading) {
			return true
		}
	}
	return false
}

// notLast are the words after which a time tells when something happens.
var notLast = map[string]bool{"at": true, "until": true, "till": true, "from": true, "by": true, "since": true, "around": true, "about": true, "to": true, "before": true, "after": true}

// titleBefore returns where the title ends that stands before the time of a chapter, and start when none does: a date
// before a time, and "at 10:30", tell no chapter.
func titleBefore(s string, start, i int) int {
	end := i
	for end > start && strings.IndexByte(" \t-:|~(", s[end-1]) >= 0 {
		end--
	}
	for _, dash := range [...]string{"–", "—", "→", "…"} {
		end = start + len(strings.TrimRight(strings.TrimSuffix(s[start:end], dash), " "))
	}
	last := s[start:end]
	if k := strings.LastIndexByte(last, ' '); k >= 0 {
		last = last[k+1:]
	}
	if notLast[strings.ToLower(last)] || len(last) >= 8 && isDigit(last[len(last)-1]) && strings.ContainsAny(last, "/-.") {
		return start
	}
	return end
}

// clock writes seconds as HH:MM:SS.
func clock(seconds int) string {
	return fmt.Sprintf("%02d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
}
