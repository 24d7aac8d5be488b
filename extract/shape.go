package extract

import "strings"

// IsChapterLine reports whether a line is an entry of a chapter list: a time and a title.
func IsChapterLine(line string) bool {
	st := stampsIn(line, 0, len(line))
	return len(st) > 0 && (st[0].start == 0 || len(st) == 1 && st[0].end == len(line))
}

// HasEnding reports whether a line shows what descriptions end with: a chapter list or its heading, or a "Follow X" block.
func HasEnding(line string) bool {
	if IsChapterLine(line) || len(stampsIn(line, 0, len(line))) >= 3 || blockOpening(line, 0, len(line)) == 0 {
		return true
	}
	low := strings.ToLower(strings.Trim(line, " :-–—🔗🕒🎙👉"))
	return low == "chapters" || low == "timestamps" || strings.HasPrefix(low, "follow ") && len(low) < 40 || strings.Contains(line, " Follow ") && colonSoon(line, strings.Index(line, " Follow "), len(line))
}
