package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A speaker is one of those whom a transcript names before what they say.
type speaker struct {
	label    string // as the transcript writes it
	name     string // full name, when the label is one
	person   *person
	turns    int
	evidence Evidence // where the label stands first
}

// speakerName returns the full name a label gives: "Bo Sample", not "Speaker 1", "Bo", "Station Announcer".
func (x *Lexicon) speakerName(sp *speaker) string {
	words := strings.Fields(sp.label)
	if len(words) < 2 || len(words) > 5 || len(sp.label) > 50 {
		return ""
	}
	ordinary := 0
	for i, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		edge := i == 0 || i == len(words)-1
		if edge && !unicode.IsUpper(first) && !unicode.In(first, unicode.Lo) || strings.ContainsAny(w, "0123456789()[]&/") {
			return ""
		}
		if x.is(w, ordinaryWord|functionWord|roleHead) {
			ordinary++
		}
	}
	if ordinary < len(words) && (x.is(words[0], givenName) || sp.turns >= 2) {
		return sp.label
	}
	return ""
}

// is reports whether a word is of the class.
func (x *Lexicon) is(w string, c wordClass) bool {
	id, ok := x.ids[strings.ToLower(w)]
	return ok && x.class[id]&c != 0
}

// openingBytes is how far into a transcript people are introduced.
const openingBytes = 8000

// castSpeakers finds out which speakers host and which visit, where the description does not tell: by what hosts and
// guests say, and by how guests are introduced.
func (t *talk) castSpeakers(f *Facts) {
	for i := range t.sents {
		s := &t.sents[i]
		if s.start > openingBytes {
			return
		}
		t.namedHosts(s)
		if s.by == nil {
			continue
		}
		speaker := s.by.person
		if speaker != nil && !speaker.host && !speaker.guest {
			from, to, ok := phrase(s, hostPhrases[:])
			if !ok {
				from, to, ok = t.welcomes(s, f.Show)
			}
			if ok {
				speaker.host = true
				t.note("host", "speaker", speaker, t.quote(s, from, to))
			} else if from, to, ok := phrase(s, guestPhrases[:]); ok {
				speaker.guest = true
				t.note("guest", "speaker", speaker, t.quote(s, from, to))
			}
		}
		t.introduced(s)
	}
}

// What hosts and guests say of themselves.
var (
	hostPhrases  = [...][]string{{"your", "host"}, {"i", "'", "m", "your", "host"}, {"i", "am", "your", "host"}, {"my", "guest", "today"}, {"my", "guests", "today"}}
	guestPhrases = [...][]string{{"for", "having", "me"}, {"for", "having", "us"}, {"for", "inviting", "me"}, {"to", "have", "me", "on"}}
)

// phrase finds the first of some runs of words in a sentence.
func phrase(s *sentence, list [][]string) (from, to int, ok bool) {
	for i := range s.toks {
		for _, words := range list {
			k := 0
			for k < len(words) && s.tokAt(i+k).is(words[k]) {
				k++
			}
			if k == len(words) {
				return i, i + k, true
			}
		}
	}
	return 0, 0, false
}

// welcomes finds "welcome (back) to SHOW", "welcome to another episode"; in the first turn of all, to anything that
// is called by a name.
func (t *talk) welcomes(s *sentence, show string) (from, to int, ok bool) {
	for i := range s.toks {
		if !s.toks[i].is("welcome") {
			continue
		}
		j := i + 1
		if s.tokAt(j).is("back") {
			j++
		}
		if !s.tokAt(j).is("to") || j+1 >= len(s.toks) {
			continue
		}
		name := j + 1
		if s.tokAt(name).is("the") {
			name++
		}
		another := s.tokAt(j+1).is("another", "this") && s.tokAt(j+2).is("episode", "edition")
		ours := show != "" && strings.HasPrefix(foldName(s.text(j+1, len(s.toks))), foldName(show))
		opens := s.by == t.pass[0].by && s.start < t.pass[0].end && s.tokAt(name).capital()
		if another || ours || opens {
			return i, min(j+3, len(s.toks)), true
		}
	}
	return 0, 0, false
}

// namedHosts reads "I'm your host, Ada Nilsson", of a transcript that may tell no speakers.
func (t *talk) namedHosts(s *sentence) {
	for k := range s.spans {
		sp := &s.spans[k]
		i := sp.from
		if sp.class != personName || i < 2 {
			continue
		}
		if s.toks[i-1].is(",") {
			i--
		}
		if p := t.resolveShort(sp.name); i >= 2 && s.toks[i-1].is("host") && s.toks[i-2].is("your", "usual") && t.believed(p) && !p.guest {
			p.host = true
			t.trusted[p] = true
			t.note("host", "speaker", p, t.quote(s, i-2, sp.to))
		}
	}
}

// introduced finds the guest in "our guest today is X", "I'm joined by X", said by somebody else who is speaking too.
func (t *talk) introduced(s *sentence) {
	at := -1
	for i := range s.toks {
		switch {
		case s.toks[i].is("host", "hosts", "cohost", "panelist", "panelists", "panel", "t") || s.toks[i].is("sponsor"):
			return
		case at < 0 && (s.toks[i].is("guest", "guests") && s.tokAt(i-1).is("our", "my", "special", "today", "s") || s.toks[i].is("joined") && s.tokAt(i+1).is("by")):
			at = i
		}
	}
	if at < 0 {
		return
	}
	for k := range s.spans {
		sp := &s.spans[k]
		if sp.class != personName || sp.from < at || sp.from > at+12 {
			continue
		}
		p := t.resolveShort(sp.name)
		if speaks := t.speaks(p); speaks == nil || speaks == s.by || p.host || p.guest {
			continue
		}
		p.guest = true
		t.note("guest", "speaker", p, t.quote(s, at, sp.to))
	}
}

// speaks returns the speaker that a person is, or nil.
func (t *talk) speaks(p *person) *speaker {
	for _, sp := range t.speakers {
		if sp.person == p {
			return sp
		}
	}
	return nil
}

// speakerNames gives the people whom a description calls by a given name alone the full names of those who speak.
func (r *reading) speakerNames(t *talk) {
	for _, p := range r.people {
		if p.last != "" || !p.host && !p.guest {
			continue
		}
		full := ""
		for _, sp := range t.speakers {
			if sp.name == "" || foldName(strings.Fields(sp.name)[0]) != p.first {
				continue
			}
			if full != "" {
				full = ""
				break
			}
			full = sp.name
		}
		if full != "" {
			r.rename(p, full)
		}
	}
}
