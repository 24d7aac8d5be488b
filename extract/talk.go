package extract

import (
	"strings"
	"unicode"
)

// inTranscript is what Evidence.In says of words spoken in the episode.
const inTranscript = "transcript"

// A talk is a transcript while it is being read. Speech is read with more reserve than a description: people speak of many
// things that the episode is not about, suppose and joke, and whoever wrote it down may have heard wrongly. So speech
// gives facts about who speaks, names that a list or the description holds, and what a speaker says of himself in
// plain words.
type talk struct {
	*reading
	speakers []*speaker
	by       map[string]*speaker // by label
	trusted  map[*person]bool    // named in the description, or a speaker
}

// listen cuts the transcript of an episode into turns and sentences; nil when it has none.
func (e *Extractor) listen(ep *Episode) *talk {
	script := ep.Spoken()
	if script == nil {
		return nil
	}
	in := inTranscript
	if script.Text == ep.Text {
		in = "" // a transcript that stands alone
	}
	r := newReading(e.x, e.trust, &Episode{ID: ep.ID, Show: ep.Show})
	r.script, r.handlesRead = script, true // links in speech tell nobody's name
	r.title, r.body = clean("title", ""), clean(in, script.Text)
	t := &talk{reading: r, by: map[string]*speaker{}, trusted: map[*person]bool{}}
	t.turns()
	r.cut()
	return t
}

// turns makes a passage of each paragraph, without the label before it.
func (t *talk) turns() {
	text := t.body.text
	for i := range t.script.Cues {
		if label := strings.TrimSpace(t.script.Cues[i].Speaker); label != "" && t.by[label] == nil {
			sp := &speaker{label: label}
			t.by[label] = sp
			t.speakers = append(t.speakers, sp)
		}
	}
	for start := 0; start < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		if from, to := trimSpace(text, start, end); from < to {
			t.turn(from, to)
		}
		start = end + 1
	}
	for _, sp := range t.speakers {
		sp.name = t.x.speakerName(sp)
	}
}

func (t *talk) turn(from, to int) {
	text := t.body.text
	label, _, found := strings.Cut(text[from:to], ":")
	sp := t.by[label]
	labelled := found && sp != nil
	if labelled {
		start, end := t.body.rawRange(from, from+len(label))
		if sp.turns == 0 {
			sp.evidence = t.spoken(start, end)
		}
		if from, to = trimSpace(text, from+len(label)+1, to); from == to {
			return
		}
	}
	raw, _ := t.body.rawRange(from, to)
	if !labelled {
		sp = nil
		if c := t.script.cueAt(raw); c != nil {
			sp = t.by[strings.TrimSpace(c.Speaker)]
		}
	}
	p := passage{src: t.body, start: from, end: to, kind: prose, by: sp}
	if sp != nil {
		sp.turns++
	}
	t.pass = append(t.pass, p)
}

// spoken quotes the published bytes [start, end) of a transcript.
func (r *reading) spoken(start, end int) Evidence {
	e := Evidence{Quote: r.body.raw[start:end], Start: start, End: end, At: r.script.timeAt(start), In: r.body.in}
	if e.In == inTranscript {
		e.Context = around(r.body.raw, start, end)
	}
	return e
}

// around widens the bytes [start, end) to whole words of their line, by some words on either side.
func around(text string, start, end int) string {
	const reach = 120 // bytes on either side
	from, to := max(0, start-reach), min(len(text), end+reach)
	if i := strings.LastIndexByte(text[from:start], '\n'); i >= 0 {
		from += i + 1
	} else if i := strings.IndexByte(text[from:start], ' '); from > 0 {
		from += max(i, 0)
		if i < 0 {
			from = start
		}
	}
	if i := strings.IndexByte(text[end:to], '\n'); i >= 0 {
		to = end + i
	} else if i := strings.LastIndexByte(text[end:to], ' '); to < len(text) {
		to = end + max(i, 0)
	}
	return strings.TrimSpace(text[from:to])
}

// shouted reports whether a transcript is written in capitals, which then tell no names.
func (t *talk) shouted() bool {
	upper, lower := 0, 0
	text := t.body.text
	for _, c := range text[:min(len(text), 4000)] {
		switch {
		case unicode.IsUpper(c):
			upper++
		case unicode.IsLower(c):
			lower++
		}
	}
	return upper > lower
}

// tell adds to the facts of the description what is said in the episode.
func (t *talk) tell(f *Facts) {
	known := t.introduce(f)
	if !t.shouted() {
		t.listed()
		for i := range t.sents {
			t.findPeople(&t.sents[i])
		}
		t.shortNames()
		t.castSpeakers(f)
		t.tellJobs(f)
		t.tellMakings()
		t.settle()
	}
	t.merge(f, known)
}

// introduce makes the people of the description known to the transcript, and the speakers that say their full names.
// It returns what the description calls them.
func (t *talk) introduce(f *Facts) map[*person]string {
	known := map[*person]string{}
	for i := range f.People {
		p := t.personNamed(f.People[i].Name)
		p.score = max(p.score, 8)
		t.trusted[p] = true
		known[p] = f.People[i].Name
	}
	for i := range f.Hosts {
		t.personNamed(f.Hosts[i].Name).host = true
	}
	for i := range f.Guests {
		t.personNamed(f.Guests[i].Name).guest = true
	}
	for _, sp := range t.speakers {
		name := sp.name
		if name == "" {
			if p := t.known(sp.label); p != nil && !strings.Contains(sp.label, " ") {
				name = p.name
			}
		}
		if name == "" || sp.evidence.Quote == "" {
			continue
		}
		sp.person = t.personNamed(name)
		sp.person.score = max(sp.person.score, 8)
		t.trusted[sp.person] = true
	}
	return known
}
