package feed

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"guestgraph/extract"
)

// readAll gives what a source holds: episodes, and the text of each error.
func readAll(t *testing.T, source string, o Options) (episodes []extract.Episode, problems []string) {
	t.Helper()
	for ep, err := range Read(t.Context(), source, o) {
		if err != nil {
			problems = append(problems, err.Error())
			continue
		}
		episodes = append(episodes, ep)
	}
	return episodes, problems
}

func TestReadRSS(t *testing.T) {
	got, problems := readAll(t, "testdata/show.xml", Options{})
	host := extract.Credit{Name: "Ada Example", Role: "host", Href: "https://example.org/ada"}
	want := []extract.Episode{
		{
			ID: "storage-hour-1", GUID: "storage-hour-1", Show: "Storage Hour", Title: "Trees on disk",
			Text: "<p>Ada talks with <b>Bo Sample</b> about B-trees.</p>",
			URL:  "https://example.org/1", AudioURL: "https://example.org/1.mp3",
			Published:   time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC),
			Duration:    time.Hour + 2*time.Minute + 3*time.Second,
			People:      []extract.Credit{{Name: "Bo Sample", Role: "guest"}, host},
			Chapters:    []extract.Chapter{{Start: 90.5, Title: "Pages"}},
			Transcripts: []extract.Transcript{{URL: "https://example.org/1.vtt", Type: "text/vtt"}},
		},
		{
			ID: "e4cc5b10cfb0e9a2e", GUID: "https://example.org/?p=2", Show: "Storage Hour", Title: "Logs",
			Text: "About logs.", People: []extract.Credit{host},
		},
	}
	want[1].ID = got[len(got)-1].ID // a hash; TestItemID tells what of
	if diff := cmp.Diff(want, got); diff != "" || problems != nil {
		t.Errorf("problems %v, episodes differ (-want +got):\n%s", problems, diff)
	}
}

func TestReadDamaged(t *testing.T) {
	tests := []struct {
		file     string
		ids      []string
		problems []string // what each error must contain
	}{
		{"testdata/damaged.xml", []string{"storage-hour-one", "storage-hour-two", "storage-hour-three", "storage-hour-four"}, []string{"damaged.xml:6: the feed ends inside an item"}},
		{"testdata/records.jsonl", []string{"a-1", "a-4", "a-5"}, []string{"records.jsonl:3: not JSON", "records.jsonl:4: no episode", `records.jsonl:5: published "yesterday" is no date`}},
		{"testdata/absent.xml", nil, []string{"testdata/absent.xml: no such file"}},
	}
	for _, tt := range tests {
		t.Run(filepath.Base(tt.file), func(t *testing.T) {
			episodes, problems := readAll(t, tt.file, Options{})
			var ids []string
			for _, ep := range episodes {
				ids = append(ids, ep.ID)
			}
			if diff := cmp.Diff(tt.ids, ids); diff != "" {
				t.Errorf("ids (-want +got):\n%s", diff)
			}
			if len(problems) != len(tt.problems) {
				t.Fatalf("problems %q, want %d", problems, len(tt.problems))
			}
			for i, want := range tt.problems {
				if !strings.Contains(problems[i], want) {
					t.Errorf("problem %q does not contain %q", problems[i], want)
				}
			}
		})
	}
}

func TestReadVideo(t *testing.T) {
	got, problems := readAll(t, "testdata/video.info.json", Options{})
	want := []extract.Episode{{
		ID: "v-1", Show: "Storage Hour", Title: "A talk about logs", Text: "Ada on logs.", URL: "https://video.example.org/v-1",
		Published: time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC), Duration: 61500 * time.Millisecond,
		Chapters: []extract.Chapter{{Start: 0, Title: "Start"}, {Start: 30.5, Title: "Logs"}},
	}}
	if diff := cmp.Diff(want, got); diff != "" || problems != nil {
		t.Errorf("problems %v, episodes differ (-want +got):\n%s", problems, diff)
	}
}

func TestReadStandardInput(t *testing.T) {
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	if _, err := z.Write([]byte(`{"id":"z","text":"Zipped."}`)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, in string
		want     extract.Episode
	}{
		{"gzip", zipped.String(), extract.Episode{ID: "z", Show: "Given", Text: "Zipped."}},
		{"text", "Ada talks about logs.\n", extract.Episode{ID: "standard-input-01", Show: "Given", Text: "Ada talks about logs."}},
		{"byte order mark", "\ufeff{\"id\":\"b\",\"show\":\"Own\",\"text\":\"Marked.\"}", extract.Episode{ID: "b", Show: "Own", Text: "Marked."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, problems := readAll(t, "-", Options{Stdin: strings.NewReader(tt.in), Show: "Given"})
			if diff := cmp.Diff([]extract.Episode{tt.want}, got); diff != "" || problems != nil {
				t.Errorf("problems %v, episodes differ (-want +got):\n%s", problems, diff)
			}
		})
	}
}

func TestReadStopsEarly(t *testing.T) {
	n := 0
	for _, err := range Read(t.Context(), "testdata/records.jsonl", Options{}) {
		if err != nil {
			t.Error(err)
		}
		n++
		break
	}
	if n != 1 {
		t.Errorf("yielded %d times after break", n)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range Read(ctx, "testdata/show.xml", Options{}) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, want cancellation", err)
		}
	}
}

func TestSniff(t *testing.T) {
	tests := []struct {
		name, head string
		want       kind
	}{
		{"declaration", "<?xml version='1.0'?><rss/>", kindXML},
		{"atom without declaration", "<feed xmlns='http://www.w3.org/2005/Atom'>", kindXML},
		{"HTML description", "<p>Ada talks with Bo.</p>", kindPage},
		{"feedback", "<feedback>", kindText},
		{"one record", `{"id":"a","text":"b"}`, kindJSONLines},
		{"records", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n", kindJSONLines},
		{"records of which the first is damaged", "{\"id\":\"a\",\n{\"id\":\"b\"}\n", kindJSONLines},
		{"printed documents one after another", "{\n\"id\": \"a\"\n}\n{\n\"id\": \"b\"\n}\n", kindJSON},
		{"printed document", "{\n  \"id\": \"a\"\n}\n", kindJSON},
		{"array", "[\n {\"id\": \"a\"}]", kindJSON},
		{"chapter list", "[00:00] Intro\n[01:00] Logs\n", kindText},
		{"empty", "", kindText},
		{"page", "<!DOCTYPE html>\n<html>", kindPage},
		{"XHTML page", "<?xml version='1.0'?>\n<html>", kindText},
		{"feed after a server's warning", "Warning: x\n<?xml version='1.0'?><rss version='2.0'>", kindXML},
		{"feed in an old encoding", "<rss><title>\xcf\xf0\xe8\xe2\xe5\xf2</title>", kindXML},
		{"text in an old encoding", "\xcf\xf0\xe8\xe2\xe5\xf2, \xcf\xf0\xe8\xe2\xe5\xf2", kindText},
		{"front matter", "---\n# who\ntitle: Logs\n---\nAda.", kindMarkdown},
		{"rule", "---\nAda talks.\n---\n", kindText},
		{"Markdown with a title", "# Logs\n\nAda.", kindMarkdown},
		{"hash tag", "#logs are fun", kindText},
		{"transcript", "WEBVTT\n", kindTranscript},
		{"transcript in JSON", "{\"version\":\"1.0.0\",\"segments\":[]}", kindTranscript},
		{"audio", "ID3\x03\x00\x00", kindBinary},
	}
	for _, tt := range tests {
		if got := sniff([]byte(tt.head)); got != tt.want {
			t.Errorf("%s: got %d, want %d", tt.name, got, tt.want)
		}
	}
}

// TestMemory reads JSON Lines of many times the memory that may be used.
func TestMemory(t *testing.T) {
	const records = 200_000
	line := []byte(`{"id":"a","text":"` + strings.Repeat("Ada talks about logs. ", 20) + "\"}\n")
	in := io.MultiReader(bytes.NewReader(line), &repeated{line, records - 1, 0})
	var most, before runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	n := 0
	for _, err := range Read(t.Context(), "-", Options{Stdin: in}) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n%50_000 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&most)
			if most.HeapAlloc > before.HeapAlloc+8<<20 {
				t.Fatalf("%d bytes held after %d of %d bytes", most.HeapAlloc-before.HeapAlloc, n*len(line), records*len(line))
			}
		}
	}
	if n != records {
		t.Errorf("%d episodes", n)
	}
}

// A repeated gives the same line again and again.
type repeated struct {
	line  []byte
	times int
	at    int
}

func (r *repeated) Read(p []byte) (int, error) {
	if r.times == 0 {
		return 0, io.EOF
	}
	n := copy(p, r.line[r.at:])
	if r.at += n; r.at == len(r.line) {
		r.at, r.times = 0, r.times-1
	}
	return n, nil
}

func FuzzRead(f *testing.F) {
	for _, file := range []string{"testdata/show.xml", "testdata/damaged.xml", "testdata/records.jsonl", "testdata/video.info.json"} {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, seed := range []string{
		rss("<item><guid>g</guid><description><![CDATA[x</description></item><item a=b><title>a<b</titl></item>"), "---\ntitle: a\nguests: [b, {name: c}]\n---\nx", "<html><head><title>a</title><main>b</main>",
		"WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n", `{"version":"1","segments":[{"body":"x"}]}`, "\xff\xfe<\x00a\x00", `[{"id":1,"text":"x","chapters":[{"start":"1:02"}]}]`,
		"+++\ntitle = \"a\"\ndate = 2026-01-05\nguests = [\"b\"]\n[params]\nshow = 1\n+++\nx", `<!-- a --><feed><link rel="next" href="b"/><entry><id>c</id></entry></feed>`,
		"{\"id\":\"a\",\"text\":\"**B C:** d\\n\\n**E F:** g\\n\\n**B C:** h\"}\n", `{"version":"1.2.0","chapters":[{"startTime":0,"title":"a"}]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for ep, err := range Read(t.Context(), "-", Options{Stdin: bytes.NewReader(data), MaxBytes: 1 << 20}) {
			if err == nil && ep.ID == "" {
				t.Errorf("episode without id: %+v", ep)
			}
			if !utf8.ValidString(ep.Text) {
				t.Errorf("text is not UTF-8: %q", ep.Text)
			}
		}
		if next := nextPage(data, "https://example.org/feed"); next != "" && !isURL(next) {
			t.Errorf("next page %q", next)
		}
		_, _ = parseChapters(data)
	})
}

// FuzzMend holds that what mend writes is well-formed, and that salvage finds items where the parser does.
func FuzzMend(f *testing.F) {
	for _, seed := range []string{"<title>a & b</title><guid>x", "<a><b></a>", "<description><![CDATA[x]]></description><link>y</link", `<e a=b c="d<e">&x;</e>`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		mended, _ := mend(toUTF8(data, ""))
		if whole := "<rss>" + mended + "</rss>"; !wellFormed([]byte(whole)) {
			t.Errorf("not well-formed: %q", mended)
		}
		s := cutItems(data)
		for _, item := range s.items {
			if item.start > item.inner || item.inner > item.innerEnd || item.innerEnd > item.end || item.end > len(data) {
				t.Errorf("item %+v of %d bytes", item, len(data))
			}
		}
	})
}

func BenchmarkReadRSS(b *testing.B) {
	data := []byte(rss(strings.Repeat("<item><guid>item-number-1</guid><title>Trees</title><description><![CDATA[<p>"+strings.Repeat("Ada talks about trees on disk. ", 50)+"</p>]]></description></item>\n", 200)))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Read(b.Context(), "-", Options{Stdin: bytes.NewReader(data)}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkReadJSONLines(b *testing.B) {
	data := []byte(strings.Repeat(`{"id":"a","show":"S","title":"T","text":"`+strings.Repeat("Ada talks about trees on disk. ", 50)+"\"}\n", 200))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Read(b.Context(), "-", Options{Stdin: bytes.NewReader(data)}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

// TestPodcastTags reads what Podcasting 2.0 adds to a feed that begins with a comment.
func TestPodcastTags(t *testing.T) {
	const feed = `<!-- made by hand -->
<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:psc="http://podlove.org/simple-chapters"><channel><title>Storage Hour</title>
<item><guid>item-number-1</guid><title>T</title><description>D</description>
<podcast:person group="cast" role="Guest">Bo Sample</podcast:person><podcast:person group="visuals" role="Cover Art Designer">Cy Ample</podcast:person>
<podcast:person group="visuals">Di Other</podcast:person><podcast:person>Ada Nilsson</podcast:person><podcast:person role="Co-Host"> Eve Lind </podcast:person><podcast:person role="guest"></podcast:person>
<podcast:soundbite startTime="73.0" duration="60.0">Trees</podcast:soundbite>
<psc:chapters><psc:chapter start="00:01:30.5" title="Pages"/></psc:chapters></item></channel></rss>`
	got, problems := readAll(t, "-", Options{Stdin: strings.NewReader(feed)})
	want := []extract.Episode{{
		ID: "item-number-1", GUID: "item-number-1", Show: "Storage Hour", Title: "T", Text: "D",
		People: []extract.Credit{{Name: "Bo Sample", Role: "guest"}, {Name: "Cy Ample", Role: "cover art designer"}, {Name: "Di Other", Role: "visuals"},
			{Name: "Ada Nilsson", Role: "host"}, {Name: "Eve Lind", Role: "co-host"}},
		Chapters: []extract.Chapter{{Start: 90.5, Title: "Pages"}},
	}}
	if diff := cmp.Diff(want, got); diff != "" || problems != nil {
		t.Errorf("problems %v, episodes differ (-want +got):\n%s", problems, diff)
	}
}
