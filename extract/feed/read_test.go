package feed

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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
		{"testdata/damaged.xml", []string{"one", "three"}, []string{"damaged.xml:4: damaged item", "damaged.xml:6: the feed ends inside an item"}},
		{"testdata/records.jsonl", []string{"a-1", "a-5"}, []string{"records.jsonl:3: not JSON", "records.jsonl:4: no episode", `records.jsonl:5: published "yesterday" is no date`}},
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

func TestReadFolder(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"b.jsonl": `{"id":"b","text":"B."}`, "a.jsonl": `{"id":"a","text":"A."}`, ".hidden": `{"id":"h","text":"H."}`} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	episodes, problems := readAll(t, dir, Options{})
	if len(episodes) != 2 || episodes[0].ID != "a" || episodes[1].ID != "b" || problems != nil {
		t.Errorf("got %v, problems %v", episodes, problems)
	}
}

func TestReadStopsEarly(t *testing.T) {
	n := 0
	for range Read(t.Context(), "testdata/records.jsonl", Options{}) {
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

func TestFetch(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/feed":
			http.ServeFile(w, r, "testdata/show.xml")
		case "/moved":
			http.Redirect(w, r, "/feed", http.StatusFound)
		case "/loop":
			http.Redirect(w, r, "/loop", http.StatusFound)
		case "/big":
			_, _ = w.Write(bytes.Repeat([]byte("x"), 2048))
		default:
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	tests := []struct {
		path    string
		options Options
		want    string // of the error; empty for two episodes
	}{
		{"/feed", Options{AllowPrivate: true}, ""},
		{"/moved", Options{AllowPrivate: true}, ""},
		{"/loop", Options{AllowPrivate: true}, "more than 5 redirects"},
		{"/none", Options{AllowPrivate: true}, "404"},
		{"/big", Options{AllowPrivate: true, MaxBytes: 1024}, "larger than"},
		{"/feed", Options{}, "not a public address"},
	}
	for _, tt := range tests {
		episodes, problems := readAll(t, server.URL+tt.path, tt.options)
		if tt.want == "" {
			if len(episodes) != 2 || problems != nil {
				t.Errorf("%s: %d episodes, problems %v", tt.path, len(episodes), problems)
			}
			continue
		}
		if len(problems) != 1 || !strings.Contains(problems[0], tt.want) {
			t.Errorf("%s: problems %v, want %q", tt.path, problems, tt.want)
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
		{"HTML description", "<p>Ada talks with Bo.</p>", kindText},
		{"feedback", "<feedback>", kindText},
		{"one record", `{"id":"a","text":"b"}`, kindJSONLines},
		{"records", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n", kindJSONLines},
		{"printed document", "{\n  \"id\": \"a\"\n}\n", kindJSON},
		{"array", "[\n {\"id\": \"a\"}]", kindJSON},
		{"chapter list", "[00:00] Intro\n[01:00] Logs\n", kindText},
		{"empty", "", kindText},
		{"audio", "ID3\x03\x00\x00", kindBinary},
	}
	for _, tt := range tests {
		if got := sniff([]byte(tt.head)); got != tt.want {
			t.Errorf("%s: got %d, want %d", tt.name, got, tt.want)
		}
	}
}

// TestSharedFeeds reads real feeds: whatever is damaged in them, episodes come out.
func TestSharedFeeds(t *testing.T) {
	const dir = "../../../shared/feeds"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no ../shared/feeds")
	}
	files, err := filepath.Glob(dir + "/*.xml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(files, dir+"/video/tubesync_metadata.json") {
		episodes, problems := readAll(t, file, Options{})
		if len(episodes) == 0 {
			t.Errorf("%s: no episodes; problems %v", file, problems)
		}
		t.Logf("%s: %d episodes, %d problems %v", filepath.Base(file), len(episodes), len(problems), problems)
	}
}

func FuzzRead(f *testing.F) {
	for _, file := range []string{"testdata/show.xml", "testdata/damaged.xml", "testdata/records.jsonl", "testdata/video.info.json"} {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for ep, err := range Read(t.Context(), "-", Options{Stdin: bytes.NewReader(data)}) {
			if err == nil && ep.ID == "" {
				t.Errorf("episode without id: %+v", ep)
			}
		}
	})
}
