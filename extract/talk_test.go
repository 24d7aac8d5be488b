package extract_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"guestgraph/extract"
	"guestgraph/extract/feed/transcript"
)

// spoken parses a transcript as a feed's reader does.
func spoken(t *testing.T, text string) extract.Transcript {
	t.Helper()
	format := transcript.Detect([]byte(text))
	if format == "" {
		format = transcript.Plain
	}
	parsed, damages := transcript.Parse([]byte(text), format)
	if len(damages) > 0 {
		t.Fatal(damages)
	}
	return parsed
}

// told lists the facts of one episode, with where and when the passage that stands last for each is said.
func told(f *extract.Facts) []string {
	var out []string
	last := func(list []extract.Evidence) string {
		e := list[len(list)-1]
		return strings.TrimRight(" "+e.In+" "+e.At, " ")
	}
	for _, list := range []struct {
		what     string
		mentions []extract.Mention
	}{{"host", f.Hosts}, {"guest", f.Guests}, {"person", f.People}, {"company", f.Companies}, {"tech", f.Technologies}} {
		for _, m := range list.mentions {
			out = append(out, list.what+" "+m.Name+last(m.Evidence))
		}
	}
	for _, a := range f.Affiliations {
		out = append(out, fmt.Sprintf("job %s, %s at %s, %s%s", a.Person, strings.Join(a.Roles, "/"), a.Company, a.Status, last(a.Evidence)))
	}
	for _, c := range f.Creations {
		out = append(out, fmt.Sprintf("made %s %s%s", c.Person, c.Technology, last(c.Evidence)))
	}
	return out
}

func TestTranscripts(t *testing.T) {
	const vtt = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ada Nilsson>Welcome to Storage Hour. Our guest today is Bo Sample.\n\n" +
		"00:00:05.000 --> 00:00:09.000\n<v Bo Sample>Thanks for having me. I'm a software engineer at Cloudflare.\n\n" +
		"00:01:10.000 --> 00:01:12.000\n<v Bo Sample>Before that I worked at Google on Kubernetes.\n\n"
	tests := map[string]struct {
		title, text, transcript string
		want                    []string // facts that must be there
		wantNot                 []string // beginnings of facts that must not
	}{
		"speakers, their parts, jobs, times": {transcript: vtt,
			want: []string{"host Ada Nilsson transcript 00:00:01", "guest Bo Sample transcript 00:00:05", "company Cloudflare transcript 00:00:05",
				"tech Kubernetes transcript 00:01:10", "job Bo Sample, software engineer at Cloudflare, current transcript 00:00:05",
				"job Bo Sample,  at Google, former transcript 00:01:10"}},
		"the description keeps the last word": {text: "Ada talks with Bo Sample, CEO of Heapworks, about Cloudflare.", transcript: vtt,
			want:    []string{"guest Bo Sample transcript 00:00:05", "company Heapworks", "company Cloudflare transcript 00:00:05", "job Bo Sample, ceo at Heapworks, current"},
			wantNot: []string{"host Bo"}},
		"a host called by a given name gets the speaker's": {text: "Ada talks with Bo Sample about caches.", transcript: vtt,
			want: []string{"host Ada Nilsson transcript 00:00:01"}, wantNot: []string{"host Ada transcript", "person Ada transcript"}},
		"a name that only the description holds": {text: "We talk to Bo Sample, founder of Heapworks.",
			transcript: "1\n00:00:10,000 --> 00:00:12,000\nso at Heapworks we sort everything\n",
			want:       []string{"company Heapworks transcript 00:00:10"}},
		"speech without capitals": {transcript: "1\n00:00:01,000 --> 00:00:02,000\nso we go with kubernetes and postgresql i guess and bo sample works at linear\n",
			want: []string{"tech Kubernetes transcript 00:00:01", "tech PostgreSQL transcript 00:00:01"}, wantNot: []string{"person", "company", "job", "tech Go"}},
		"speech in capitals": {transcript: "1\n00:00:01,000 --> 00:00:02,000\nTODAY BO SAMPLE GOES TO RUST AND SWIFT AT LINEAR\n", wantNot: []string{"person", "company", "tech", "job"}},
		"suppositions": {transcript: "**Bo Sample:** If I worked at Google I would be rich. Imagine I'm an engineer at Netflix. Did I ever work at Microsoft? I never joined Apple.\n\n**Ada Nilsson:** Right.\n\n**Bo Sample:** Yes.\n",
			want: []string{"company Google transcript", "person Bo Sample transcript"}, wantNot: []string{"job"}},
		"whose job is it": {transcript: "**Ada Nilsson:** You know they worked at Google.\n\n**Bo Sample:** We had people who worked at Netflix. My friend Cara Lindqvist works at Stripe.\n\n**Ada Nilsson:** I used to work at GitHub.\n",
			want:    []string{"job Cara Lindqvist,  at Stripe, current transcript", "job Ada Nilsson,  at GitHub, former transcript"},
			wantNot: []string{"job Ada Nilsson,  at Google", "job Bo Sample"}},
		"who made what": {transcript: "**Ada Nilsson:** Hello.\n\n**Bo Sample:** I'm the creator of Kubernetes. I created a cluster with Terraform. Somebody created Docker.\n\n**Ada Nilsson:** Oh.\n",
			want: []string{"made Bo Sample Kubernetes transcript"}, wantNot: []string{"made Bo Sample Terraform", "made Bo Sample Docker"}},
		"a host named where no speakers are": {transcript: "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n>> Hello. I'm your\n\n00:00:04.000 --> 00:00:06.000\nhost, Sara Lindqvist, and this is about trees.\n",
			want: []string{"host Sara Lindqvist transcript 00:00:01", "person Sara Lindqvist transcript 00:00:04"}},
		"who opens the show": {transcript: "**Ada Nilsson:** Hello and welcome to Trees Weekly. Joining me is Bo Sample.\n\n**Bo Sample:** Welcome to Rust, I say.\n\n**Ada Nilsson:** Ha.\n",
			want: []string{"host Ada Nilsson transcript"}, wantNot: []string{"host Bo"}},
		"speakers that are nobody": {transcript: "**Speaker 1:** Hello.\n\n**Station Announcer:** Music.\n\n**Host:** Hi.\n\n**Bo:** Hi.\n", wantNot: []string{"host", "guest", "person"}},
		"a transcript that stands alone": {text: "**Ada Nilsson:** Welcome to another episode.\n\n**Bo Sample:** Thanks for having me. I work at GitHub.\n\n**Ada Nilsson:** Go on.\n",
			transcript: "**Ada Nilsson:** Welcome to another episode.\n\n**Bo Sample:** Thanks for having me. I work at GitHub.\n\n**Ada Nilsson:** Go on.\n",
			want:       []string{"host Ada Nilsson", "guest Bo Sample", "job Bo Sample,  at GitHub, current"}},
	}
	x := extract.New()
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			ep := extract.Episode{ID: "1", Show: "Storage Hour", Title: test.title, Text: test.text, Transcripts: []extract.Transcript{spoken(t, test.transcript)}}
			f := x.Extract(ep)
			checkQuotes(t, &ep, f)
			got := told(f)
			for _, want := range test.want {
				if !slices.Contains(got, want) {
					t.Errorf("no %q among %q", want, got)
				}
			}
			for _, no := range test.wantNot {
				if slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, no) }) {
					t.Errorf("%q among %q", no, got)
				}
			}
		})
	}
}

// TestSpoken pins which transcript is read.
func TestSpoken(t *testing.T) {
	ep := extract.Episode{Transcripts: []extract.Transcript{{URL: "a"}, {Text: "hallo", Language: "de"}, {Text: "hello", Language: "en-US"}}}
	if got := ep.Spoken(); got == nil || got.Text != "hello" {
		t.Errorf("got %+v, want the English one", got)
	}
	ep.Transcripts = ep.Transcripts[:2]
	if got := ep.Spoken(); got == nil || got.Text != "hallo" {
		t.Errorf("got %+v, want the only one with a text", got)
	}
	ep.Transcripts = ep.Transcripts[:1]
	if got := ep.Spoken(); got != nil {
		t.Errorf("got %+v of none with a text", got)
	}
}

// TestOddCues has cues that a source got wrong: nothing may panic.
func TestOddCues(t *testing.T) {
	text := "Bo Sample: I work at GitHub.\n\nAda Nilsson: On Rust."
	ep := extract.Episode{Transcripts: []extract.Transcript{{Text: text, Cues: []extract.Cue{
		{Offset: 900, Start: 5, Speaker: "Bo Sample"}, {Offset: 3, Start: 1, Speaker: "Ada Nilsson"}, {Offset: -4, Start: -1}}}}}
	checkQuotes(t, &ep, extract.New().Extract(ep))
}
