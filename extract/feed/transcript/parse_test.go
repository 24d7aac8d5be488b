package transcript

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guestgraph/extract"
)

func TestParse(t *testing.T) {
	tests := []struct {
		name    string
		format  Format
		in      string
		text    string
		damages []string
	}{
		{
			name: "voices, notes, styles and tags", format: VTT,
			in:   "WEBVTT - a file\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE a remark\n\nintro\n00:01.000 --> 00:02.500 align:start\n<v.loud Ada>Hello <i>dear</i> Bo &amp; all.</v>\n\n00:02.500 --> 00:03.000\n<v Bo>Hi.\n\n00:03.000 --> 00:04.000\nAnd on.\n",
			text: "Ada: Hello dear Bo & all.\n\nBo: Hi. And on.",
		},
		{
			name: "two voices in a cue", format: VTT,
			in:   "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Yes?</v> <v Bo>No.</v>\n",
			text: "Ada: Yes?\n\nBo: No.",
		},
		{
			name: "turns without names", format: VTT,
			in:   "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n&gt;&gt; Hello.\n\n2\n00:00:02.000 --> 00:00:03.000\nWelcome\n\n3\n00:00:03.000 --> 00:00:04.000\n>> Thanks.\n",
			text: "Hello. Welcome\n\nThanks.",
		},
		{
			name: "captions that roll", format: VTT,
			in:   "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n \nwe<00:00:00.300><c> store</c>\n\n00:00:01.000 --> 00:00:01.010\nwe store\n \n\n00:00:01.010 --> 00:00:02.000\nwe store\nlogs<00:00:01.300><c> here</c>\n",
			text: "we store logs here",
		},
		{
			name: "SubRip with names, a lost blank line, and markup", format: SRT,
			in:   "\ufeff1\r\n00:00:00,100 --> 00:00:02,000\r\nTravis: When you\r\nbegin\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\n{\\an8}<b>a show</b>\r\n3\r\n00:00:03,000 --> 00:00:04,000\r\nAda Lee: Yes.\r\n",
			text: "Travis: When you begin a show\n\nAda Lee: Yes.",
		},
		{
			name: "a long pause", format: SRT,
			in:   "1\n00:00:00,000 --> 00:00:01,000\nOne.\n\n2\n00:00:09,000 --> 00:00:10,000\nTwo.\n",
			text: "One.\n\nTwo.",
		},
		{
			name: "damaged blocks", format: SRT,
			in:      "1\n00:00:00,000 --> 00:00:01,000\nOne.\n\nlost words\n\n3\n00:00:05,000 --> 00:00:02,000\nThree.\n",
			text:    "One.\n\nThree.",
			damages: []string{`line 5: no time before "lost words"`, `line 8: times out of order in "00:00:05,000 --> 00:00:02,000"`},
		},
		{
			name: "words one by one", format: JSON,
			in:   `{"version":"1.0.0","segments":[{"speaker":"Ada","startTime":0.5,"endTime":"0.75","body":"I"},{"speaker":"Ada","startTime":1,"endTime":1.25,"body":"am."},{"speaker":"Bo","startTime":2,"endTime":3,"body":"Oh."}]}`,
			text: "Ada: I am.\n\nBo: Oh.",
		},
		{
			name: "a damaged segment, then the end of the file", format: JSON,
			in:      "{\"segments\":[\n{\"body\":\"One.\"},\n{\"body\":5},\n{\"speaker\":\"Ada\"},\n{\"body\":\"Two.\"},\n{\"bo",
			text:    "One. Two.",
			damages: []string{"line 3: not a segment: json: cannot unmarshal number", "line 4: not a segment: it has no body", "line 5: the rest cannot be read"},
		},
		{
			name: "no segments", format: JSON, in: `{"segments":{}}`,
			damages: []string{`line 1: no list of segments: "segments" is no list`},
		},
		{
			name: "bold speakers", format: Markdown,
			in:   "**Ada Lee:** Hello.\n\n**Bo**: Hi.\n",
			text: "**Ada Lee:** Hello.\n\n**Bo**: Hi.\n",
		},
		{
			name: "cite and time", format: HTML,
			in:   "<html><head><title>T</title></head><body><cite>Ada:</cite>\n<time>1:02</time>\n<p>Hello &lt;all&gt;.</p><p>More.</p>\n<cite>Bo:</cite><time>1:05</time><p>Hi.</p><script>x()</script></body></html>",
			text: "Ada: Hello <all>.\n\nMore.\n\nBo: Hi.",
		},
		{name: "plain", format: Plain, in: "Words,\r\nas they are.", text: "Words,\nas they are."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, damages := Parse([]byte(tt.in), tt.format)
			if diff := cmp.Diff(tt.text, got.Text); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
			checkCues(t, got)
			if len(damages) != len(tt.damages) {
				t.Fatalf("damages %v, want %d", damages, len(tt.damages))
			}
			for i, want := range tt.damages {
				if !strings.HasPrefix(damages[i].Error(), want) {
					t.Errorf("damage %q does not begin with %q", damages[i], want)
				}
			}
		})
	}
}

func TestCues(t *testing.T) {
	got, _ := Parse([]byte("WEBVTT\n\n00:01.000 --> 01:02:03.500\n<v Ada>One.\n\n01:02:03.500 --> 01:02:04.000\nTwo.\n"), VTT)
	want := []extract.Cue{
		{Offset: len("Ada: "), Start: 1, End: 3723.5, Speaker: "Ada"},
		{Offset: len("Ada: One. "), Start: 3723.5, End: 3724, Speaker: "Ada"},
	}
	if diff := cmp.Diff(want, got.Cues); diff != "" {
		t.Errorf("cues (-want +got):\n%s", diff)
	}
	got, _ = Parse([]byte("**Ada:** One.\n\nStill Ada.\n\n**Bo:** Two."), Markdown)
	want = []extract.Cue{{Offset: 9, Speaker: "Ada"}, {Offset: 35, Speaker: "Bo"}}
	if diff := cmp.Diff(want, got.Cues); diff != "" {
		t.Errorf("Markdown cues (-want +got):\n%s", diff)
	}
}

func TestManyDamages(t *testing.T) {
	_, damages := Parse([]byte("WEBVTT\n\n"+strings.Repeat("no time\n\n", 50)), VTT)
	if len(damages) != maxDamages || !strings.Contains(damages[maxDamages-1].Error(), "this and 30 more places") {
		t.Errorf("got %d damages, the last %v", len(damages), damages[len(damages)-1])
	}
}

func TestDetect(t *testing.T) {
	tests := []struct {
		name, head string
		want       Format
	}{
		{"VTT", "\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\nHi", VTT},
		{"a word that begins like it", "WEBVTTX", unknown},
		{"SRT", "1\n00:00:01,000 --> 00:00:02,000\nHi", SRT},
		{"SRT with CRLF", "1\r\n00:00:01,000 --> 00:00:02,000\r\nHi", SRT},
		{"chapter list", "00:00 Intro\n01:00 Logs\n", unknown},
		{"JSON", `{"version": "1.0.0", "segments": [`, JSON},
		{"other JSON", `{"id":"a","text":"b"}`, unknown},
		{"Markdown", "**Ada:** Hi.\n\n**Bo:** Ho.\n\n**Ada:** So.\n", Markdown},
		{"description with bold labels", "Ada talks with Bo.\n\n**Links:** none\n\n**Sponsor:** X\n\n**Music:** Y", unknown},
		{"description that opens with one", "**Guest:** Bo Sample\n\nWe talk about logs.\n\nAnd trees.\n\nAnd more.", unknown},
		{"empty", "", unknown},
	}
	for _, tt := range tests {
		if got := Detect([]byte(tt.head)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// checkCues holds what is promised of cues: in order, within the text, times that do not run backwards within one.
func checkCues(t *testing.T, got extract.Transcript) {
	t.Helper()
	last := -1
	for _, c := range got.Cues {
		if c.Offset <= last || c.Offset > len(got.Text) || c.End < c.Start {
			t.Fatalf("cue %+v after offset %d in a text of %d bytes", c, last, len(got.Text))
		}
		last = c.Offset
	}
}

// TestSharedTranscripts reads real transcripts without damage.
func TestSharedTranscripts(t *testing.T) {
	files, err := filepath.Glob("../../../../shared/feeds/transcripts/*")
	if err != nil {
		t.Fatal(err)
	}
	if files == nil {
		t.Skip("no ../shared/feeds/transcripts")
	}
	for _, file := range files {
		if strings.HasSuffix(file, "chapters.json") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		format := Detect(data)
		got, damages := Parse(data, format)
		if format == unknown || len(got.Cues) == 0 || damages != nil {
			t.Errorf("%s: format %q, %d cues, damages %v", file, format, len(got.Cues), damages)
		}
		checkCues(t, got)
		t.Logf("%s: %s, %d cues, %d bytes: %.120q", filepath.Base(file), format, len(got.Cues), len(got.Text), got.Text)
	}
}

func FuzzParse(f *testing.F) {
	for i, seed := range []string{
		"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Hi</v> <v Bo>&lt;Ho\n", "1\n00:00:01,000 --> 00:00:02,000\nTravis: Hi\n2\n00:00:01,000 --> 00:00:02,000\n",
		`{"segments":[{"speaker":"Ada","startTime":"1","endTime":2,"body":"x"}]}`, "**Ada:** Hi.\n\n**Bo**: Ho", "<cite>Ada:</cite><time>1:0</time><p>Hi",
	} {
		f.Add([]byte(seed), i)
	}
	formats := [...]Format{VTT, SRT, JSON, Markdown, HTML, Plain}
	f.Fuzz(func(t *testing.T, data []byte, format int) {
		Detect(data)
		got, _ := Parse(data, formats[uint(format)%uint(len(formats))])
		checkCues(t, got)
	})
}

func BenchmarkParse(b *testing.B) {
	data := []byte("WEBVTT\n\n" + strings.Repeat("7\n00:00:04.840 --> 00:00:07.790\n>> Trees on disk are kept in pages.\n\n", 2000))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(data, VTT)
	}
}
