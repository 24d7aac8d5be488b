package extract

import (
	"fmt"
	"strings"
)

// A stamp is a time written in a text: 1:38, 00:04:24, [@07:51], (12:34).
type stamp struct {
	start, end int // with its brackets and separators
	seconds    int
}

// stampAt reads a time at i: [[@( ]h:mm:ss or m:ss[ )] ] – with what separates it from its title.
func stampAt(s string, i, end int) (stamp, bool) {
	st := stamp{start: i}
	j := i
	var closer byte
	if j < end && (s[j] == '[' || s[j] == '(') {
		closer = ']'
		if s[j] == '(' {
			closer = ')'
		}
		j++
	}
	if j < end && s[j] == '@' {
		j++
	}
	parts, value, digits := 0, 0, 0
	for ; j < end; j++ {
		b := s[j]
		if b >= '0' && b <= '9' {
			value = value*10 + int(b-'0')
			digits++
			continue
		}
		if b == ':' && digits > 0 && j+2 < end && isDigit(s[j+1]) && isDigit(s[j+2]) {
			st.seconds = st.seconds*60 + value
			parts, value, digits = parts+1, 0, 0
			continue
		}
		break
	}
	if parts == 0 || parts > 2 || digits != 2 || value > 59 || j < end && wordByte(s[j]) && s[j] < 0x80 && j-i > 0 && isDigit(s[j]) {
		return st, false
	}
	st.seconds = st.seconds*60 + value
	if closer != 0 {
		if j >= end || s[j] != closer {
			return st, false
		}
		j++
	}
	st.end = j
	return st, true
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

// stampsIn finds the times in a line that could begin chapters: at its beginning or after a space,
// not running backwards.
func stampsIn(s string, start, end int) []stamp {
	if strings.IndexByte(s[start:end], ':') < 0 {
		return nil
	}
	var found []stamp
	for i := start; i < end; i++ {
		if b := s[i]; !isDigit(b) && b != '[' && b != '(' {
			continue
		}
		if i > start && wordByte(s[i-1]) && !collapsedStamp(s, start, i) {
			continue
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
	}
	return found
}

// collapsedStamp reports whether a heading lost its line break before the time at i: "Chapters00:00".
func collapsedStamp(s string, start, i int) bool {
	return i-start >= 8 && (strings.EqualFold(s[i-8:i], "chapters") || i-start >= 10 && strings.EqualFold(s[i-10:i], "timestamps"))
}

// clock writes seconds as HH:MM:SS.
func clock(seconds int) string {
	return fmt.Sprintf("%02d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
}
