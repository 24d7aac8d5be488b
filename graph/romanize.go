package graph

// romanize writes a lower-case letter in plain Latin letters: those that Unicode does not decompose, Greek, and
// Cyrillic as passports have it (ICAO Doc 9303, part 3, section 6). ok is false for every other letter; an empty
// string with ok true is a letter that is not written.
func romanize(r rune) (latin string, ok bool) {
	switch {
	case r < 0x80:
		return "", false
	case r >= 'α' && r <= 'ω':
		return greek[r-'α'], true
	case r >= 'а' && r <= 'я':
		return cyrillic[r-'а'], true
	}
	switch r {
	case 'ß':
		return "ss", true
	case 'æ':
		return "ae", true
	case 'œ':
		return "oe", true
	case 'ø':
		return "o", true
	case 'ł':
		return "l", true
	case 'đ', 'ð':
		return "d", true
	case 'þ', 'ћ':
		return "th", true
	case 'ħ':
		return "h", true
	case 'ı', 'і':
		return "i", true
	case 'ŋ':
		return "n", true
	case 'ђ':
		return "dj", true
	case 'є':
		return "ie", true
	case 'ј':
		return "j", true
	case 'љ':
		return "lj", true
	case 'њ':
		return "nj", true
	case 'џ':
		return "dz", true
	case 'ґ':
		return "g", true
	}
	return "", false
}

var greek = [...]string{
	"a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t", "y", "f", "ch", "ps", "o",
}

var cyrillic = [...]string{
	"a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
	"kh", "ts", "ch", "sh", "shch", "ie", "y", "", "e", "iu", "ia",
}
