package extract_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"guestgraph/extract"
	"guestgraph/extract/feed"
	"guestgraph/extract/feed/transcript"
	"guestgraph/extract/sample"
)

// shared is the folder of texts that are not part of the project; tests that need it skip where it is absent.
const shared = "../../shared"

func readShared(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(shared, name))
	if err != nil {
		t.Skipf("%s is absent", name)
	}
	return data
}

func readEpisodes(t testing.TB, r io.Reader, most int) []extract.Episode {
	t.Helper()
	var eps []extract.Episode
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() && len(eps) < most {
		var e struct{ ID, Show, Title, Text string }
		if err := json.Unmarshal(sc.Bytes(), &e); err != nil {
			t.Fatal(err)
		}
		eps = append(eps, extract.Episode{ID: e.ID, Show: e.Show, Title: e.Title, Text: e.Text})
	}
	return eps
}

func TestQuotesAreExact(t *testing.T) {
	sets := map[string]func(t *testing.T) []extract.Episode{
		"sample": func(t *testing.T) []extract.Episode {
			eps, err := sample.Episodes()
			if err != nil {
				t.Fatal(err)
			}
			return eps
		},
		"seed": func(t *testing.T) []extract.Episode {
			return feed.SplitText(string(readShared(t, "seed/database-school.txt")))
		},
		"dev": func(t *testing.T) []extract.Episode {
			return readEpisodes(t, bytes.NewReader(readShared(t, "gold/dev.jsonl")), 1000)
		},
		"syntax":     corpus("syntax_notes", 250),
		"python":     corpus("pythonbytes_notes", 100),
		"production": corpus("runninginproduction_notes", 100),
		"gotime":     corpus("changelog_transcripts_gotime", 6),
		"attached": func(t *testing.T) []extract.Episode {
			return attached(corpusEpisodes(t, "changelog_transcripts_gotime", 12))
		},
	}
	x := extract.New()
	for name, load := range sets {
		t.Run(name, func(t *testing.T) {
			eps := load(t)
			for i, f := range x.ExtractAll(eps) {
				checkQuotes(t, &eps[i], f)
			}
		})
	}
}

// attached makes transcripts of the texts of episodes.
func attached(eps []extract.Episode) []extract.Episode {
	for i := range eps {
		spoken, _ := transcript.Parse([]byte(eps[i].Text), transcript.Markdown)
		eps[i].Text, eps[i].Transcripts = "", []extract.Transcript{spoken}
	}
	return eps
}

func corpus(name string, most int) func(t *testing.T) []extract.Episode {
	return func(t *testing.T) []extract.Episode { return corpusEpisodes(t, name, most) }
}

func corpusEpisodes(t testing.TB, name string, most int) []extract.Episode {
	z, err := gzip.NewReader(bytes.NewReader(readShared(t, "corpus/"+name+".jsonl.gz")))
	if err != nil {
		t.Fatal(err)
	}
	return readEpisodes(t, z, most)
}

func TestExtractIsDeterministic(t *testing.T) {
	eps, err := sample.Episodes()
	if err != nil {
		t.Fatal(err)
	}
	x := extract.New()
	for i := range eps {
		first := x.Extract(eps[i])
		for range 3 {
			if again := x.Extract(eps[i]); !reflect.DeepEqual(first, again) {
				t.Fatalf("%s: two extractions differ", eps[i].ID)
			}
		}
	}
}

// small is an extractor for fuzzing, and the episodes that it knows.
func small(f *testing.F) (*extract.Extractor, []extract.Episode) {
	f.Helper()
	eps, err := sample.Episodes()
	if err != nil {
		f.Fatal(err)
	}
	eps = eps[:6]
	texts := []string{"Ada Nilsson Bo Sample Cloudflare Google Kubernetes Go Rust Linear welcome host guest"}
	for i := range eps {
		texts = append(texts, eps[i].Title, eps[i].Text)
	}
	x, err := extract.NewSmall(texts...)
	if err != nil {
		f.Fatal(err)
	}
	return x, eps
}

func FuzzExtract(f *testing.F) {
	x, eps := small(f)
	for _, e := range eps {
		f.Add(e.Title, e.Text)
	}
	f.Add("a | B (C, D)", "<p>[x](y \"z\") &amp; {{ a }} **[00:36](#t=00:36)** \u200bA.\r\nCEO of\xff X\n\n- [a/b: c](https://github.com/a/b)")
	f.Add("", "Follow A:\nChapters00:00 - x\nSponsored by Y, CTO of Z's W. (12:34)")
	f.Add("", "<table><tr><td>00:00.5 - 1:00</td><td>Go</td></tr></table>1. (0:00-1:00) B\nhttps://x.org/aGitHub: https://y.org")
	f.Add("0", "00000000000000000000000000000000https://: http")
	f.Fuzz(func(t *testing.T, title, text string) {
		if len(text) > 1<<14 {
			return
		}
		ep := extract.Episode{ID: "fuzz", Title: title, Text: text}
		checkQuotes(t, &ep, x.Extract(ep))
		feed.SplitText(text)
	})
}

// FuzzTalk reads a transcript beside a description.
func FuzzTalk(f *testing.F) {
	x, eps := small(f)
	f.Add(eps[0].Text, "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ada Nilsson>Welcome to Go. Our guest today is Bo Sample.\n\n00:00:05.000 --> 00:00:09.000\n<v Bo Sample>Thanks for having me. I'm an engineer at Cloudflare.\n")
	f.Add("Ada talks with Bo.", "**Ada Nilsson:** I'm your host, Ada Nilsson. I created Kubernetes.\n\n**Bo:** \\[unclear] I used to work at Google.\n\n**X**: y\n")
	f.Add("", "1\n00:00:01,000 --> 00:00:02,000\nBo Sample: HELLO\n")
	f.Add("", `{"segments":[{"speaker":"Bo Sample","startTime":1,"endTime":2,"body":"I work at Google.\n"}]}`)
	f.Fuzz(func(t *testing.T, text, said string) {
		if len(text)+len(said) > 1<<14 {
			return
		}
		format := transcript.Detect([]byte(said))
		if format == "" {
			format = transcript.Plain
		}
		spoken, _ := transcript.Parse([]byte(said), format)
		ep := extract.Episode{ID: "fuzz", Show: "Go", Text: text, Transcripts: []extract.Transcript{spoken}}
		checkQuotes(t, &ep, x.Extract(ep))
	})
}

// TestMutatedText damages descriptions at random (from a fixed seed) and verifies that nothing panics and every quote
// stays exact: what the fuzz target does, at a speed its instrumentation does not reach.
func TestMutatedText(t *testing.T) {
	eps, err := sample.Episodes()
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for i := range eps {
		all.WriteString(eps[i].Text)
	}
	data := all.String()
	rng := rand.New(rand.NewPCG(1, 2))
	x := extract.New()
	for range 3000 {
		from := rng.IntN(len(data) - 1600)
		b := []byte(data[from : from+rng.IntN(1600)])
		for k := rng.IntN(25); k > 0 && len(b) > 0; k-- {
			switch i := rng.IntN(len(b)); rng.IntN(3) {
			case 0:
				b[i] = byte(rng.IntN(256))
			case 1:
				b[i] = " .,:()[]{}<>&-*#\n\"'|/"[rng.IntN(21)]
			case 2:
				b = append(b[:i], b[min(len(b), i+rng.IntN(20)):]...)
			}
		}
		ep := extract.Episode{ID: "mutated", Title: string(b[:len(b)/4]), Text: string(b)}
		checkQuotes(t, &ep, x.Extract(ep))
		if t.Failed() {
			t.Fatalf("text %q", b)
		}
	}
}

func BenchmarkExtract(b *testing.B) {
	eps, err := sample.Episodes()
	if err != nil {
		b.Fatal(err)
	}
	benchmark(b, eps)
}

func BenchmarkExtractNotes(b *testing.B) { benchmark(b, corpusEpisodes(b, "syntax_notes", 300)) }

func BenchmarkExtractTranscript(b *testing.B) {
	benchmark(b, corpusEpisodes(b, "changelog_transcripts_gotime", 20))
}

func BenchmarkExtractAttached(b *testing.B) {
	benchmark(b, attached(corpusEpisodes(b, "changelog_transcripts_gotime", 20)))
}

func benchmark(b *testing.B, eps []extract.Episode) {
	x := extract.New()
	n := int64(0)
	for i := range eps {
		n += int64(len(eps[i].Title) + len(eps[i].Text))
		if spoken := eps[i].Spoken(); spoken != nil {
			n += int64(len(spoken.Text))
		}
	}
	b.SetBytes(n)
	b.ReportAllocs()
	for b.Loop() {
		for i := range eps {
			x.Extract(eps[i])
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	eps, err := sample.Episodes()
	if err != nil {
		t.Fatal(err)
	}
	x := extract.New()
	want := x.Extract(eps[0])
	done := make(chan bool)
	for range 4 {
		go func() { done <- reflect.DeepEqual(want, x.Extract(eps[0])) }()
	}
	for range 4 {
		if !<-done {
			t.Error("a concurrent extraction differs")
		}
	}
}

func TestSplitTextKeepsEveryByteOfItsEpisodes(t *testing.T) {
	text := string(readShared(t, "seed/database-school.txt"))
	eps := feed.SplitText(text)
	if len(eps) != 20 {
		t.Fatalf("%d episodes, want 20", len(eps))
	}
	at := 0
	for _, e := range eps {
		i := strings.Index(text[at:], e.Text)
		if i < 0 || strings.TrimSpace(text[at:at+i]) != "" {
			t.Fatalf("%s: text lost before it", e.ID)
		}
		at += i + len(e.Text)
	}
}
