package feed

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"guestgraph/extract"
)

// zeros is a gzip document of n zero digits: small on the wire, large when read.
func zeros(n int) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write(bytes.Repeat([]byte("0"), n)) // a bytes.Buffer does not fail
	_ = z.Close()
	return b.Bytes()
}

func TestFetch(t *testing.T) {
	release := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/feed":
			http.ServeFile(w, r, "testdata/show.xml")
		case "/latin":
			w.Header().Set("Content-Type", "text/xml; charset=iso-8859-2")
			_, _ = w.Write([]byte("<rss><channel><item><guid>item-number-1</guid><title>\xb3</title></item><item><guid>item-number-2</guid><title>b</title></item></channel></rss>"))
		case "/moved":
			http.Redirect(w, r, "/feed", http.StatusFound)
		case "/loop":
			http.Redirect(w, r, "/loop", http.StatusFound)
		case "/file":
			http.Redirect(w, r, "file:///etc/hosts", http.StatusFound)
		case "/big":
			_, _ = w.Write(bytes.Repeat([]byte("x"), 8192))
		case "/bomb":
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = w.Write(zeros(1 << 20))
		case "/bomb.gz":
			w.Header().Set("Content-Type", "application/gzip")
			_, _ = w.Write(zeros(1 << 20))
		case "/slow":
			<-release
		default:
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	defer close(release)
	small := Options{AllowPrivate: true, MaxBytes: 4096}
	tests := []struct {
		path    string
		options Options
		want    string // of the error; empty for two episodes
	}{
		{"/feed", Options{AllowPrivate: true}, ""},
		{"/latin", Options{AllowPrivate: true}, ""},
		{"/moved", Options{AllowPrivate: true}, ""},
		{"/loop", Options{AllowPrivate: true}, "more than 5 redirects"},
		{"/file", Options{AllowPrivate: true}, "other than http(s)"},
		{"/none", Options{AllowPrivate: true}, "404"},
		{"/big", small, "larger than 4096 bytes"},
		{"/bomb", small, "larger than 4096 bytes"},
		{"/bomb.gz", small, "larger than 4096 bytes"},
		{"/slow", Options{AllowPrivate: true, Timeout: 50 * time.Millisecond}, "no answer within 50ms"},
		{"/feed", Options{}, "not a public address"},
	}
	t.Setenv("TMPDIR", t.TempDir())
	for _, tt := range tests {
		episodes, problems := readAll(t, server.URL+tt.path, tt.options)
		if tt.want == "" {
			if len(episodes) != 2 || problems != nil {
				t.Errorf("%s: %d episodes, problems %v", tt.path, len(episodes), problems)
			}
			if tt.path == "/latin" && episodes[0].Title != "ł" {
				t.Errorf("title %q by the server's encoding", episodes[0].Title)
			}
			continue
		}
		if len(problems) != 1 || !strings.Contains(problems[0], tt.want) {
			t.Errorf("%s: problems %v, want %q", tt.path, problems, tt.want)
		}
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("downloads left behind: %v, %v", left, err)
	}
}

func TestRefusePrivate(t *testing.T) {
	for address, refused := range map[string]bool{
		"127.0.0.1:80": true, "[::1]:80": true, "10.1.2.3:80": true, "192.168.0.1:80": true, "169.254.169.254:80": true, "100.64.0.1:80": true, "0.0.0.0:80": true,
		"[fd00::1]:80": true, "[fe80::1]:80": true, "[::ffff:10.0.0.1]:80": true, "[64:ff9b::a00:1]:80": true, "[2002:a00:1::]:80": true, "224.0.0.1:80": true,
		"8.8.8.8:80": false, "[2606:4700::1111]:443": false,
	} {
		if err := refusePrivate("tcp", address, nil); (err != nil) != refused {
			t.Errorf("%s: %v", address, err)
		}
	}
	if isShared(netip.MustParseAddr("100.128.0.1")) {
		t.Error("100.128.0.1 lies outside 100.64.0.0/10")
	}
}

// TestRefusedAfterRedirect holds that the address is judged when it is dialled: a name that resolves to a private address
// is refused, and so is what a public server redirects to.
func TestRefusedAfterRedirect(t *testing.T) {
	private := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("secret")) }))
	defer private.Close()
	public := httptest.NewServer(http.RedirectHandler(private.URL, http.StatusFound))
	defer public.Close()
	f := newFetcher(Options{})
	f.client = newClient(func(network, address string, c syscall.RawConn) error {
		if address == public.Listener.Addr().String() {
			return nil // stands for a server of the Internet
		}
		return refusePrivate(network, address, c)
	})
	_, port, _ := net.SplitHostPort(private.Listener.Addr().String())
	for _, address := range []string{public.URL, private.URL, "http://localhost:" + port} {
		if _, err := f.get(t.Context(), address, 1<<20); err == nil || !strings.Contains(err.Error(), "not a public address") {
			t.Errorf("%s: %v", address, err)
		}
	}
}

// TestPages reads a feed that comes in pages, each once, from any of its forms.
func TestPages(t *testing.T) {
	page := func(link, guid string) string {
		return `<?xml version="1.0"?><rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Storage Hour</title>` + link +
			"<item><guid>" + guid + "</guid><title>T</title><description>D</description></item></channel></rss>"
	}
	pages := map[string]string{
		"/feed":         page(`<atom:link rel="self" href="/feed"/><atom:link rel="next" href="/feed?p=2&amp;n=1"/>`, "item-number-1"),
		"/feed?p=2&n=1": page(`<atom:link href='/old' rel='next'/>`, "item-number-2"),
		"/old":          `<feed xmlns="http://www.w3.org/2005/Atom"><title>Storage Hour</title><link rel="next" href="/feed"/><entry><id>item-number-3</id><title>T</title><content>D</content></entry></feed>`,
		"/lost":         page(`<atom:link rel="next" href="/nowhere"/>`, "item-number-1"),
		"/file":         page(`<atom:link rel="next" href="file:///etc/hosts"/>`, "item-number-1"),
		"/html":         page(`<atom:link rel="next" href="/page.html"/>`, "item-number-1"),
		"/page.html":    "<!doctype html><p>Gone",
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/endless") {
			_, _ = w.Write([]byte(page(`<atom:link rel="next" href="`+r.URL.Path+`x"/>`, "item-number"+r.URL.Path[1:])))
			return
		}
		if body, ok := pages[r.URL.RequestURI()]; ok {
			_, _ = w.Write([]byte(body))
			return
		}
		http.NotFound(w, r)
	}))
	defer server.Close()
	for _, tt := range []struct {
		path    string
		want    int
		problem string
	}{
		{"/feed", 3, ""}, {"/lost", 1, "the feed goes on there: the server answered 404"}, {"/file", 1, ""}, {"/html", 1, "not a feed"}, {"/endless", maxPages, "more than 200 pages"},
	} {
		episodes, problems := readAll(t, server.URL+tt.path, Options{AllowPrivate: true})
		if len(episodes) != tt.want || (tt.problem == "") != (len(problems) == 0) || len(problems) > 0 && !strings.Contains(problems[0], tt.problem) {
			t.Errorf("%s: %d episodes, want %d; problems %q", tt.path, len(episodes), tt.want, problems)
		}
	}
}

func TestConditionalGet(t *testing.T) {
	version, full, unchanged := 1, 0, 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tag := fmt.Sprintf(`"v%d"`, version)
		w.Header().Set("ETag", tag)
		w.Header().Set("Last-Modified", "Mon, 05 Jan 2026 08:00:00 GMT")
		if r.Header.Get("If-None-Match") == tag && r.Header.Get("If-Modified-Since") != "" {
			unchanged++
			w.WriteHeader(http.StatusNotModified)
			return
		}
		full++
		_, _ = fmt.Fprintf(w, `{"id":"v%d","text":"x"}`, version)
	}))
	defer server.Close()
	dir := t.TempDir() + "/http"
	read := func() string {
		episodes, problems := readAll(t, server.URL, Options{AllowPrivate: true, CacheDir: dir})
		if len(episodes) != 1 || problems != nil {
			t.Fatalf("got %v, problems %v", episodes, problems)
		}
		return episodes[0].ID
	}
	files := func() int {
		list, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		return len(list)
	}
	if a, b := read(), read(); a != "v1" || b != "v1" || full != 1 || unchanged != 1 {
		t.Errorf("%s, then %s; %d full answers, %d unchanged", a, b, full, unchanged)
	}
	version = 2
	if a, b := read(), read(); a != "v2" || b != "v2" || full != 2 || files() != 2 {
		t.Errorf("after a change: %s, then %s; %d full answers, %d files kept", a, b, full, files())
	}
	list, _ := os.ReadDir(dir)
	for _, file := range list {
		if !strings.HasSuffix(file.Name(), ".json") {
			if err := os.WriteFile(dir+"/"+file.Name(), []byte("cut"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	if id := read(); id != "v2" || full != 3 {
		t.Errorf("with a damaged cache: %s after %d full answers", id, full)
	}
}

func TestAttachments(t *testing.T) {
	asked := map[string]int{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked[r.URL.Path]++
		switch r.URL.Path {
		case "/feed.xml":
			var items strings.Builder
			item := func(id, extra string) {
				fmt.Fprintf(&items, "<item><guid>%s</guid>%s</item>", id, strings.ReplaceAll(extra, "$", "http://"+r.Host))
			}
			item("item-number-1", `<podcast:chapters url="$/chapters.json" type="application/json+chapters"/><podcast:transcript url="$/t.html" type="text/html"/><podcast:transcript url="$/t.vtt" type="text/vtt" language="en"/>`)
			item("item-number-2", `<podcast:transcript url="$/none.vtt" type="text/vtt"/><podcast:transcript url="$/t.html" type="text/html"/>`)
			item("item-number-3", `<podcast:transcript url="file:///etc/hosts" type="text/vtt"/>`)
			item("item-number-4", `<podcast:transcript url="$/picture" type="text/vtt"/>`)
			for i := 5; i < 12; i++ {
				item(fmt.Sprintf("item-number-%d", i), fmt.Sprintf(`<podcast:transcript url="$/none-%d.vtt" type="text/vtt"/>`, i))
			}
			_, _ = fmt.Fprintf(w, `<rss xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>S</title>%s</channel></rss>`, items.String())
		case "/chapters.json":
			_, _ = w.Write([]byte(`{"version":"1.2.0","chapters":[{"startTime":60,"title":"Logs"}]}`))
		case "/t.vtt":
			_, _ = w.Write([]byte("WEBVTT\n\n00:01.000 --> 00:02.000\nHi.\n"))
		case "/t.html":
			_, _ = w.Write([]byte("<cite>Ada:</cite><p>Hi.</p>"))
		case "/picture":
			_, _ = w.Write([]byte("\x89PNG\x00"))
		case "/none.vtt":
			http.NotFound(w, r)
		default:
			w.WriteHeader(http.StatusBadGateway)
		}
	}))
	defer server.Close()
	episodes, problems := readAll(t, server.URL+"/feed.xml", Options{AllowPrivate: true, Transcripts: true})
	if len(episodes) != 11 {
		t.Fatalf("%d episodes, problems %v", len(episodes), problems)
	}
	if diff := cmp.Diff([]extract.Chapter{{Start: 60, Title: "Logs"}}, episodes[0].Chapters); diff != "" {
		t.Errorf("chapters (-want +got):\n%s", diff)
	}
	if got := episodes[0].Transcripts; got[0].Text != "" || got[1].Text != "Hi." || got[1].Language != "en" || len(got[1].Cues) != 1 {
		t.Errorf("transcripts %+v", got)
	}
	if got := episodes[1].Transcripts; got[1].Text != "Ada: Hi." {
		t.Errorf("the next best transcript: %+v", got)
	}
	checkProblems(t, []string{"none.vtt: of episode item-number-2: the server answered 404", "no http(s) address", "not a transcript", "502", "502", "is asked no more"}, problems)
	if asked["/none-8.vtt"] != 0 {
		t.Error("a host that failed three times in a row was asked again")
	}
	asked = map[string]int{}
	if _, problems := readAll(t, server.URL+"/feed.xml", Options{AllowPrivate: true}); problems != nil || len(asked) != 1 {
		t.Errorf("without being asked for: requests %v, problems %v", asked, problems)
	}
}
